/** What understanding a question needs to know, read from the real catalog: no model and no index. */
import { loadCatalog } from '../../../corpus/catalog.ts'
import { createNameLinker } from '../../../corpus/names/create-name-linker.ts'
import { Makers } from '../../../server/archive/makers.ts'
import type { ArchiveKnowledge } from '../../../server/understanding/understand.ts'

export async function knownFromCatalog(): Promise<ArchiveKnowledge> {
  const catalog = await loadCatalog()
  const linker = createNameLinker(catalog)
  // Offices are recognized by the catalog's names alone; which document is whose is not asked here.
  const makers = new Makers([], { documents: [] }, { catalog, linker })
  return { catalog, linker, facts: { makers } }
}
