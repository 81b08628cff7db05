/** Builds a document's index row and passages from corpus data, without its number and vectors. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import type { Expansion } from '../../corpus/expansion.ts'
import { documentEntities } from '../../corpus/names/document-entities.ts'
import type { NameLinker } from '../../corpus/names/name-linker.ts'
import { type Passage, recordText, splitIntoPassages, type TokenBudget } from '../passages.ts'
import { nameTerms } from './name-terms.ts'

interface DocumentRows {
  /** Its row in the table of documents, whose columns are described in `tables.ts`. */
  row: {
    document: string
    record: string
    expanded: string
    entities: string
    titleEntities: string
    queries: number
  }
  passages: Passage[]
}

export function documentRows(
  document: ArchiveDocument,
  expansion: Expansion | undefined,
  { linker, budget }: { linker: NameLinker; budget: TokenBudget },
): DocumentRows {
  const queries = Object.values(expansion?.questions ?? {})
  const entities = documentEntities(document, linker)
  const record = `${recordText(document)}\n${nameTerms(entities.all)}`
  return {
    row: {
      document: document.id,
      record,
      expanded: [record, ...queries].join('\n'),
      entities: entities.all.join(' '),
      titleEntities: entities.title.join(' '),
      queries: queries.length,
    },
    passages: splitIntoPassages(document, expansion, budget),
  }
}
