/** The linker for a whole catalog. */
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
  // Queries may be typed without capitals; titles and summaries are not.
  const prose = documents.flatMap(({ title, summary }) => [title, summary ?? ''])
  return new NameLinker(
    entitiesOf(authority, documents),
    vocabularyOf([...texts, ...queries]),
    ordinaryWordsOf(prose),
  )
}
