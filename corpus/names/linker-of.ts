/** Creates the name linker for a catalog. */
import type { Catalog } from '../catalog.ts'
import { ordinaryWordsOf } from './capital.ts'
import { entitiesOf } from './entity.ts'
import { NameLinker, vocabularyOf } from './name-linker.ts'

export function linkerOf({
  authority,
  documents,
  expansions,
}: Pick<Catalog, 'authority' | 'documents' | 'expansions'>): NameLinker {
  const texts = documents.flatMap(({ title, summary, subjects }) => [title, summary ?? '', ...subjects])
  const queries = [...expansions.values()].flatMap(({ questions }) => Object.values(questions))
  // Expansion queries may be written without capitals, so they do not show which words are ordinary.
  const prose = documents.flatMap(({ title, summary }) => [title, summary ?? ''])
  return new NameLinker(
    entitiesOf(authority, documents),
    vocabularyOf([...texts, ...queries]),
    ordinaryWordsOf(prose),
  )
}
