/** Creates the name linker for a catalog. */
import type { Catalog } from '../catalog.ts'
import { lowerCaseWordsOf } from './capitalization.ts'
import { collectEntities } from './entity.ts'
import { lettersInLowerCase, NameLinker } from './name-linker.ts'

export function createNameLinker({
  authority,
  documents,
  expansions,
}: Pick<Catalog, 'authority' | 'documents' | 'expansions'>): NameLinker {
  const texts = documents.flatMap(({ title, summary, subjects }) => [title, summary ?? '', ...subjects])
  const queries = [...expansions.values()].flatMap(({ questions }) => Object.values(questions))
  // Expansion queries may be written without capitals, so they do not show which words are ordinary.
  const prose = documents.flatMap(({ title, summary }) => [title, summary ?? ''])
  return new NameLinker(
    collectEntities(authority, documents),
    lettersInLowerCase([...texts, ...queries]),
    lowerCaseWordsOf(prose),
  )
}
