/**
 * The catalog: every record of the JSONL files, the collections, the publishers, the authority file and the expansions.
 * Records are read line by line; the first that breaks its schema stops the load, named by file, line and field.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type About, loadAbout } from './about.ts'
import { type Authority, authorityFileSchema } from './authority.ts'
import { type CollectionHoldings, collectionsFileSchema, holdingsOf } from './collection.ts'
import { type ArchiveDocument, archiveDocumentSchema } from './document.ts'
import { type ExampleQuestion, loadExampleQuestions } from './example-question.ts'
import { type Expansion, expansionSchema } from './expansion.ts'
import { CorpusError, readJson, readJsonLines } from './json-files.ts'
import { loadPublishers, type Publishers } from './publishers.ts'
import { compareDates } from './reduced-date.ts'
import { loadSubjects, type Subjects } from './subjects/subjects.ts'

export { CorpusError } from './json-files.ts'

/** The folder that holds `catalog/`, `publishers/` and `expansions/`: this one. */
export const CORPUS_FOLDER = fileURLToPath(new URL('.', import.meta.url))

export interface Catalog {
  /** All documents, oldest first. */
  documents: readonly ArchiveDocument[]
  byId: ReadonlyMap<string, ArchiveDocument>
  /** Largest first. */
  collections: readonly CollectionHoldings[]
  publishers: Publishers
  subjects: Subjects
  authority: Authority
  expansions: ReadonlyMap<string, Expansion>
  exampleQuestions: readonly ExampleQuestion[]
  /** Undefined where its makers say nothing. */
  about: About | undefined
}

/** Reads the whole catalog into memory. @throws {CorpusError} at the first bad line or double id. */
export async function loadCatalog(folder = CORPUS_FOLDER): Promise<Catalog> {
  const documents: ArchiveDocument[] = []
  for await (const document of readDocuments(folder)) documents.push(document)
  documents.sort((a, b) => compareDates(a.date, b.date) || a.id.localeCompare(b.id, 'en'))

  const described = await readJson(join(folder, 'catalog', 'collections.json'), collectionsFileSchema)
  const expansions = new Map<string, Expansion>()
  for await (const expansion of readExpansions(folder)) expansions.set(expansion.id, expansion)
  return {
    documents,
    byId: new Map(documents.map((document) => [document.id, document])),
    collections: holdingsOf(described, documents),
    publishers: await loadPublishers(folder),
    subjects: await loadSubjects(folder),
    authority: await readJson(join(folder, 'catalog', 'authority.json'), authorityFileSchema),
    expansions,
    exampleQuestions: await loadExampleQuestions(folder),
    about: await loadAbout(folder),
  }
}

/** The catalog without some of its documents: the same one where it has none of those. */
export function withoutDocuments(
  catalog: Catalog,
  isLeftOut: (document: ArchiveDocument) => boolean,
): Catalog {
  const documents = catalog.documents.filter((document) => !isLeftOut(document))
  if (documents.length === catalog.documents.length) return catalog
  const described = catalog.collections.map(({ count: _, from: __, to: ___, ...collection }) => collection)
  return {
    ...catalog,
    documents,
    byId: new Map(documents.map((document) => [document.id, document])),
    collections: holdingsOf(described, documents),
  }
}

/**
 * The records one after another, file by file, holding one line and the ids in memory.
 * @throws {CorpusError} for a line that breaks the schema or repeats an id.
 */
export async function* readDocuments(folder = CORPUS_FOLDER): AsyncGenerator<ArchiveDocument> {
  const seen = new Map<string, string>()
  for (const file of await recordFiles(folder))
    for await (const { value, place } of readJsonLines(file, archiveDocumentSchema)) {
      const first = seen.get(value.id)
      if (first) throw new CorpusError(`${place}: id "${value.id}" stands already in ${first}`)
      seen.set(value.id, place)
      yield value
    }
}

/** The expansions one after another. An expansion of a record that is not there leads nowhere and does no harm. */
async function* readExpansions(folder = CORPUS_FOLDER): AsyncGenerator<Expansion> {
  for await (const { value } of readJsonLines(join(folder, 'expansions', 'questions.jsonl'), expansionSchema))
    yield value
}

/** A hash of all that an index is built from (hex sha256): it changes exactly when a file of the corpus does. */
export async function corpusHash(folder = CORPUS_FOLDER): Promise<string> {
  const hash = createHash('sha256')
  const others = [join('catalog', 'authority.json'), join('expansions', 'questions.jsonl')].map((name) =>
    join(folder, name),
  )
  for (const file of [...(await recordFiles(folder)), ...others]) {
    hash.update(`${basename(file)}\n`)
    for await (const chunk of createReadStream(file)) hash.update(chunk)
  }
  return hash.digest('hex')
}

async function recordFiles(folder: string): Promise<string[]> {
  const catalog = join(folder, 'catalog')
  const names = (await readdir(catalog)).filter((name) => name.endsWith('.jsonl')).sort()
  if (names.length === 0) throw new CorpusError(`${catalog}: holds no .jsonl file of records`)
  return names.map((name) => join(catalog, name))
}
