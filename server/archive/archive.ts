/** All that answering needs, handed to the routes as one: what the documents are, what they mean, and the model. */
import type { Catalog } from '../../corpus/catalog.ts'
import type { ArchiveDocument } from '../../corpus/document.ts'
import type { Lexicon } from '../../corpus/lexicon.ts'
import type { EntityKey } from '../../corpus/names/entity.ts'
import type { NameLinker } from '../../corpus/names/name-linker.ts'
import type { SubjectReader } from '../../corpus/subjects/subject-reader.ts'
import type { AnswerReader } from '../../embeddings/answer-reader.ts'
import type { EmbeddingModel } from '../../embeddings/embedding-model.ts'
import type { ArchiveIndex } from '../../embeddings/index/archive-index.ts'
import type { DocumentNumber } from '../../embeddings/index/document-number.ts'
import type { Answering } from './answering.ts'
import type { Calibration } from './calibration.ts'
import { CallNumbers } from './call-numbers.ts'
import { type Facets, facetsOf } from './facets.ts'
import { Makers } from './makers.ts'

export interface Archive {
  catalog: Catalog
  linker: NameLinker
  lexicon: Lexicon
  subjectReader: SubjectReader
  index: ArchiveIndex
  model: EmbeddingModel
  /** The numbers that were found with this model, or the best guess. */
  calibration: Calibration
  /** Reads questions and sentences together, and how its probabilities are used. */
  reader: AnswerReader
  answering: Answering
  facts: ArchiveFacts
}

/** What is reckoned once from catalog and index together. */
export interface ArchiveFacts {
  /** The catalog's documents by their number in the index. */
  documents: readonly (ArchiveDocument | undefined)[]
  /** The numbers of the documents that name an entity. */
  naming: (key: EntityKey) => readonly DocumentNumber[]
  /** The numbers of the documents that have a subject, by its preferred form. */
  onSubject: (preferred: string) => readonly DocumentNumber[]
  /** Inverse document frequency of an entity: ln(1 + N / (1 + n)). */
  rarity: (key: EntityKey) => number
  /** Whether every document has queries that it answers in the index. */
  allExpanded: boolean
  callNumbers: CallNumbers
  makers: Makers
  facets: Facets
}

export function factsOf(catalog: Catalog, linker: NameLinker, index: ArchiveIndex): ArchiveFacts {
  const postings = new Map<EntityKey, DocumentNumber[]>()
  const bySubject = new Map<string, DocumentNumber[]>()
  const documents = index.documents.map(({ id }) => catalog.byId.get(id))
  index.documents.forEach(({ entities }, number) => {
    // The index may be of a catalog before, and know documents that are gone.
    const document = documents[number]
    if (!document) return
    for (const key of entities) append(postings, key, number)
    for (const subject of catalog.subjects.preferredOf(document.subjects)) append(bySubject, subject, number)
  })
  const naming = (key: EntityKey) => postings.get(key) ?? []
  const total = index.documents.length
  const makers = new Makers(documents, index, { catalog, linker })
  return {
    documents,
    naming,
    onSubject: (preferred) => bySubject.get(preferred) ?? [],
    rarity: (key) => Math.log(1 + total / (1 + naming(key).length)),
    allExpanded: index.documents.every(({ expanded }) => expanded),
    callNumbers: new CallNumbers(documents),
    makers,
    facets: facetsOf(documents, index, { catalog, linker, makers }),
  }
}

function append<Key>(lists: Map<Key, DocumentNumber[]>, key: Key, number: DocumentNumber): void {
  const list = lists.get(key)
  if (list) list.push(number)
  else lists.set(key, [number])
}
