/** Documents related to one by meaning: its neighbours in the space of record vectors. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import type { Archive } from '../archive.ts'
import { isNearTwin } from './near-twin.ts'
import type { RankedDocument } from './retrieve.ts'

/** The nearest other documents, nearest first: not the document itself, nor a second record of the same text. */
export async function related(
  document: ArchiveDocument,
  archive: Archive,
  limit: number,
): Promise<RankedDocument[]> {
  const vector = await archive.index.vectorOf(document.id)
  if (!vector) return []
  const near = await archive.index.nearestPassages(vector, { kind: 'record', limit: (limit + 2) * 4 })
  const found = new Map<string, RankedDocument>()
  for (const passage of near) {
    const other = archive.catalog.byId.get(passage.document)
    if (!other || other.id === document.id || isTwin(document, other) || found.has(other.id)) continue
    found.set(other.id, { document: other, score: Math.min(1, Math.max(0, passage.similarity)) })
  }
  return [...found.values()].slice(0, limit)
}

/** Two records of one text: the same day, and titles or summaries that say the same. */
function isTwin(a: ArchiveDocument, b: ArchiveDocument): boolean {
  if (a.date !== b.date) return false
  return a.title === b.title || (a.summary !== null && b.summary !== null && isNearTwin(a.summary, b.summary))
}
