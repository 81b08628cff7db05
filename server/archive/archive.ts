/** Everything that a request needs, opened once at start: catalog, index, models and their calibration. */
import type { Catalog } from '../../corpus/catalog.ts'
import type { ArchiveDocument } from '../../corpus/document.ts'
import type { Lexicon } from '../../corpus/lexicon.ts'
import type { EntityKey } from '../../corpus/names/entity.ts'
import type { NameLinker } from '../../corpus/names/name-linker.ts'
import type { SubjectLinker } from '../../corpus/subjects/subject-linker.ts'
import type { AnswerReader } from '../../embeddings/answer-reader.ts'
import type { EmbeddingModel } from '../../embeddings/embedding-model.ts'
import type { ArchiveIndex } from '../../embeddings/index/archive-index.ts'
import type { DocumentNumber } from '../../embeddings/index/document-number.ts'
import type { Calibration } from './calibration.ts'
import { CallNumbers } from './call-numbers.ts'
import { buildFacets, type Facets } from './facets.ts'
import { Makers } from './makers.ts'
import type { ReaderCalibration } from './reader-calibration.ts'

export interface Archive {
  catalog: Catalog
  linker: NameLinker
  lexicon: Lexicon
  subjectLinker: SubjectLinker
  index: ArchiveIndex
  model: EmbeddingModel
  /** The calibration of this embedding model; if it has none, that of the bundled model. */
  calibration: Calibration
  /** Cross-encoder that tells how likely a sentence answers a question. */
  reader: AnswerReader
  readerCalibration: ReaderCalibration
  facts: ArchiveFacts
}

/** Lookup tables computed once from catalog and index. */
export interface ArchiveFacts {
  /** The catalog's documents by their number in the index. */
  documents: readonly (ArchiveDocument | undefined)[]
  /** The numbers of the documents that name an entity. */
  documentsNaming: (key: EntityKey) => readonly DocumentNumber[]
  /** The numbers of the documents with a subject. @param preferred the subject's preferred form */
  documentsOnSubject: (preferred: string) => readonly DocumentNumber[]
  /** Inverse document frequency of an entity: ln(1 + N / (1 + n)), with N documents, n of which name it. */
  rarity: (key: EntityKey) => number
  /** Whether every document has expansion queries in the index. */
  allExpanded: boolean
  callNumbers: CallNumbers
  makers: Makers
  facets: Facets
}

export function collectArchiveFacts(catalog: Catalog, linker: NameLinker, index: ArchiveIndex): ArchiveFacts {
  const postings = new Map<EntityKey, DocumentNumber[]>()
  const bySubject = new Map<string, DocumentNumber[]>()
  const documents = index.documents.map(({ id }) => catalog.byId.get(id))
  index.documents.forEach(({ entities }, number) => {
    // The index may be older than the catalog and have documents that were removed since.
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
    documentsNaming: naming,
    documentsOnSubject: (preferred) => bySubject.get(preferred) ?? [],
    rarity: (key) => Math.log(1 + total / (1 + naming(key).length)),
    allExpanded: index.documents.every(({ expanded }) => expanded),
    callNumbers: new CallNumbers(documents),
    makers,
    facets: buildFacets(documents, index, { catalog, linker, makers }),
  }
}

function append<Key>(lists: Map<Key, DocumentNumber[]>, key: Key, number: DocumentNumber): void {
  const list = lists.get(key)
  if (list) list.push(number)
  else lists.set(key, [number])
}
