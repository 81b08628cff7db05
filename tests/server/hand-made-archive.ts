/** Small archives made by hand, for tests without model and LanceDB: a test writes down the records and names that it needs. */
import type { z } from 'zod'
import type { Catalog } from '../../corpus/catalog.ts'
import { type ArchiveDocument, archiveDocumentSchema, reducedDateSchema } from '../../corpus/document.ts'
import { Lexicon } from '../../corpus/lexicon.ts'
import { documentEntities } from '../../corpus/names/document-entities.ts'
import type { Entity, EntityKind } from '../../corpus/names/entity.ts'
import { lettersInLowerCase, NameLinker } from '../../corpus/names/name-linker.ts'
import { Publishers } from '../../corpus/publishers.ts'
import { slug } from '../../corpus/slug.ts'
import { SubjectLinker } from '../../corpus/subjects/subject-linker.ts'
import { Subjects } from '../../corpus/subjects/subjects.ts'
import type { ArchiveIndex, IndexedDocument } from '../../embeddings/index/archive-index.ts'
import { type Archive, collectArchiveFacts } from '../../server/archive/archive.ts'
import type { Calibration } from '../../server/archive/calibration.ts'
import { loadReaderCalibration, type ReaderCalibration } from '../../server/archive/reader-calibration.ts'
import { findPeriods } from '../../server/understanding/period.ts'
import { findRequestedTypes } from '../../server/understanding/requested-types.ts'
import type { Understanding } from '../../server/understanding/understanding.ts'

/** A record of 23 January 1968 that says nothing, but for what the test says of it. */
export function record(
  title: string,
  fields: Partial<z.input<typeof archiveDocumentSchema>> = {},
): ArchiveDocument {
  return archiveDocumentSchema.parse({
    id: slug(title),
    title,
    date: '1968-01-23',
    type: 'report',
    summary: null,
    people: [],
    countries: [],
    subjects: [],
    events: [],
    publisher: 'Some Publisher',
    ...fields,
  })
}

/** A name of the authority file. */
export function entity(kind: EntityKind, name: string, fields: Partial<Entity> = {}): Entity {
  return { id: slug(name), kind, name, aliases: [], metonyms: [], note: 'Known.', ...fields }
}

/** When an event took place, or a person was in power. */
export function dated(from: string, to: string): { period: NonNullable<Entity['period']> } {
  return { period: { from: reducedDateSchema.parse(from), to: reducedDateSchema.parse(to) } }
}

interface HandMade {
  /** Oldest first; a document's number is its position here. */
  documents?: readonly ArchiveDocument[]
  entities?: readonly Entity[]
  calibration?: Partial<Calibration['answerable']>
}

/** An archive of these documents and names. It answers whatever needs neither model nor LanceDB, and throws for the rest. */
export function handMadeArchive({ documents = [], entities = [], calibration = {} }: HandMade): Archive {
  const texts = documents.flatMap(({ title, summary }) => [title, summary ?? ''])
  const linker = new NameLinker(entities, lettersInLowerCase(texts))
  const catalog: Catalog = {
    documents,
    byId: new Map(documents.map((document) => [document.id, document])),
    collections: [],
    publishers: new Publishers([]),
    subjects: new Subjects([], 'subjects.json'),
    authority: { people: [], places: [], organizations: [], events: [] },
    expansions: new Map(),
    exampleQuestions: [],
    about: undefined,
  }
  const indexed = catalog.documents.map((document): IndexedDocument => {
    const { all, title } = documentEntities(document, linker)
    return { id: document.id, entities: new Set(all), titleEntities: new Set(title), expanded: true }
  })
  const numberOf = new Map(indexed.map(({ id }, number) => [id, number]))
  const index: ArchiveIndex = Object.assign(Object.create(null), { documents: indexed, numberOf })
  const answerable = { ...EVEN_ODDS, ...calibration }
  return {
    catalog,
    linker,
    lexicon: new Lexicon(catalog.documents, catalog.expansions),
    subjectLinker: new SubjectLinker(catalog.subjects, linker),
    index,
    facts: collectArchiveFacts(catalog, linker, index),
    readerCalibration: answering(),
    calibration: Object.assign(Object.create(null), { answerable }),
    get model(): never {
      throw new Error('An archive without an index has no model.')
    },
    get reader(): never {
      throw new Error('An archive without an index has no reader of answers.')
    },
  }
}

/** No sign counts: whatever is asked, the likelihood is 0.5. */
const EVEN_ODDS: Calibration['answerable'] = {
  intercept: 0,
  similarity: 0,
  coverage: 0,
  unknownNames: 0,
  absentPerson: 0,
  widened: 0,
  threshold: 0.5,
}

/** The shipped numbers of how answers are read, with changes. */
export function answering(changes: Partial<ReaderCalibration> = {}): ReaderCalibration {
  return { ...loadReaderCalibration(), ...changes }
}

/** What is understood of a question by names, periods and kinds alone. */
export function understood(
  question: string,
  { linker }: Pick<Archive, 'linker'>,
  changes: Partial<Understanding> = {},
): Understanding {
  const names = linker.link(question)
  return {
    question,
    unreadableWords: [],
    names,
    periods: findPeriods(question, names),
    types: findRequestedTypes(question),
    makers: [],
    publishers: [],
    topicWords: [],
    ...changes,
  }
}
