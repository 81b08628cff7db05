/**
 * Loads the catalog: records, collections, publishers, subjects, authority file, expansions and example questions. Loading
 * stops at the first record that violates its schema, with an error that names file, line and field.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type About, loadAbout } from './about.ts'
import { type Authority, authorityFileSchema } from './authority.ts'
import { type CollectionHoldings, collectionHoldings, collectionsFileSchema } from './collection.ts'
import { type ArchiveDocument, archiveDocumentSchema } from './document.ts'
import { type ExampleQuestion, loadExampleQuestions } from './example-question.ts'
import { type Expansion, expansionSchema } from './expansion.ts'
import { CorpusError, readJson, readJsonLines } from './json-files.ts'
import { loadPublishers, type Publishers } from './publishers.ts'
import { compareDates } from './reduced-date.ts'
import { loadSubjects, type Subjects } from './subjects/subjects.ts'

export { CorpusError } from './json-files.ts'

/** The folder with `catalog/`, `publishers/` and `expansions/`: the folder of this file. */
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
  /** Undefined if there is no `about.json`. */
  about: About | undefined
}

/** Reads the whole catalog into memory. @throws {CorpusError} at the first bad line or duplicate id */
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
    collections: collectionHoldings(described, documents),
    publishers: await loadPublishers(folder),
    subjects: await loadSubjects(folder),
    authority: await readJson(join(folder, 'catalog', 'authority.json'), authorityFileSchema),
    expansions,
    exampleQuestions: await loadExampleQuestions(folder),
    about: await loadAbout(folder),
  }
}

/** The catalog without some documents; the same object if none is left out. */
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
    collections: collectionHoldings(described, documents),
  }
}

/**
 * Streams the records, file by file. Memory holds one line and all ids.
 * @throws {CorpusError} for a line that violates the schema or repeats an id
 */
export async function* readDocuments(folder = CORPUS_FOLDER): AsyncGenerator<ArchiveDocument> {
  const seen = new Map<string, string>()
  for (const file of await recordFiles(folder))
    for await (const { value, location } of readJsonLines(file, archiveDocumentSchema)) {
      const first = seen.get(value.id)
      if (first) throw new CorpusError(`${location}: id "${value.id}" stands already in ${first}`)
      seen.set(value.id, location)
      yield value
    }
}

/** Streams the expansions. Expansions of unknown records are harmless. */
async function* readExpansions(folder = CORPUS_FOLDER): AsyncGenerator<Expansion> {
  for await (const { value } of readJsonLines(join(folder, 'expansions', 'questions.jsonl'), expansionSchema))
    yield value
}

/** Hash (hex sha256) of all corpus files that an index is built from. */
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
