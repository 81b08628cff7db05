/** Opens the archive: catalog, model and index; the index is built where it is missing, outdated or damaged. */
import { statSync } from 'node:fs'
import { access, constants, mkdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type Connection, connect } from '@lancedb/lancedb'
import { type Catalog, corpusHash, loadCatalog, readDocuments } from '../../corpus/catalog.ts'
import { Lexicon } from '../../corpus/lexicon.ts'
import { linkerOf } from '../../corpus/names/linker-of.ts'
import type { NameLinker } from '../../corpus/names/name-linker.ts'
import { type EmbeddingModel, loadEmbeddingModel } from '../../embeddings/embedding-model.ts'
import { ArchiveIndex, DamagedIndexError } from '../../embeddings/index/archive-index.ts'
import { buildIndex, INDEX_FORMAT } from '../../embeddings/index/build.ts'
import {
  dropUnused,
  type Generation,
  type IndexStamp,
  readGenerations,
} from '../../embeddings/index/generations.ts'
import { type Archive, factsOf } from '../archive/archive.ts'
import { readCalibration } from '../archive/calibration.ts'
import { type Configuration, ConfigurationError, DATA_FOLDER } from './configuration.ts'
import type { Terminal } from './terminal.ts'

export interface OpenOptions {
  configuration: Pick<Configuration, 'lancedbUri' | 'embeddingModel' | 'embeddingEncoding'>
  terminal: Terminal
  /** Build even where the index is up to date. */
  rebuild?: boolean
  /** Ends a build between two batches. */
  signal?: AbortSignal
}

/** @throws {CorpusError | ModelError | ConfigurationError} each with a message for the person who started this. */
export async function openArchive(options: OpenOptions): Promise<Archive> {
  const { configuration, terminal } = options
  const catalog = await loadCatalog()
  const linker = linkerOf(catalog)
  const lexicon = new Lexicon(catalog.documents, catalog.expansions)
  const model = await loadModel(configuration, terminal)
  const calibration = readCalibration(model)
  const connection = await connectTo(configuration.lancedbUri)
  const stamp = { format: INDEX_FORMAT, model: model.id, corpus: await corpusHash() }

  const current = await currentGeneration(connection, stamp)
  const index = options.rebuild || !current ? undefined : await openOrTell(connection, current, terminal)
  if (index) {
    await dropUnused(connection).catch(() =>
      terminal.say('Left-over tables could not be removed; they do no harm.'),
    )
    return { catalog, linker, lexicon, model, calibration, index, facts: factsOf(catalog, linker, index) }
  }
  if (isFolder(configuration.lancedbUri)) await requireWritable(configuration.lancedbUri)
  const generation = await build(connection, { catalog, linker, model }, stamp, options).catch(
    async (error) => {
      // A build that began later, in another process, may have ended first: then its index serves, and our tables are gone.
      const other = await currentGeneration(connection, stamp)
      if (!other || other.name === current?.name || options.signal?.aborted) throw error
      return other
    },
  )
  const built = await ArchiveIndex.open(connection, generation)
  return {
    catalog,
    linker,
    lexicon,
    model,
    calibration,
    index: built,
    facts: factsOf(catalog, linker, built),
  }
}

async function currentGeneration(connection: Connection, stamp: IndexStamp): Promise<Generation | undefined> {
  return (await readGenerations(connection)).find(
    ({ format, model, corpus }) =>
      format === stamp.format && model === stamp.model && corpus === stamp.corpus,
  )
}

async function loadModel(
  { embeddingModel, embeddingEncoding }: OpenOptions['configuration'],
  terminal: Terminal,
): Promise<EmbeddingModel> {
  const bar = terminal.progress('Downloading the model', 100, '%')
  try {
    return await loadEmbeddingModel(embeddingModel, {
      cacheFolder: join(DATA_FOLDER, 'models'),
      ...(embeddingEncoding ? { encoding: embeddingEncoding } : {}),
      onDownload: (file, fraction) => {
        if (file.endsWith('.onnx')) bar.update(Math.round(fraction * 100))
      },
    })
  } finally {
    bar.stop()
  }
}

async function connectTo(uri: string): Promise<Connection> {
  try {
    if (isFolder(uri)) await makeFolder(resolve(uri))
    return await connect(isFolder(uri) ? resolve(uri) : uri)
  } catch (error) {
    throw new ConfigurationError(
      `LANCEDB_URI is "${uri}", which cannot be opened (${reasonOf(error)}). Set it to a folder that this user may write to.`,
    )
  }
}

/** Makes a folder and those above it that lack, one by one: Node's own recursion never ends under /proc. */
async function makeFolder(folder: string): Promise<void> {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  await makeFolder(dirname(folder))
  await mkdir(folder)
}

async function openOrTell(connection: Connection, current: Generation, terminal: Terminal) {
  try {
    return await ArchiveIndex.open(connection, current)
  } catch (error) {
    if (!(error instanceof DamagedIndexError)) throw error
    terminal.say(
      `${error.message} It is built anew; if that fails too, delete the folder that LANCEDB_URI names.`,
    )
    return undefined
  }
}

async function build(
  connection: Connection,
  { catalog, linker, model }: { catalog: Catalog; linker: NameLinker; model: EmbeddingModel },
  stamp: IndexStamp,
  { terminal, signal }: OpenOptions,
): Promise<Generation> {
  const bar = terminal.progress('Building the index', catalog.documents.length, 'documents')
  const begun = performance.now()
  try {
    const generation = await buildIndex({
      connection,
      model,
      stamp,
      documents: readDocuments(),
      expansionOf: (id) => catalog.expansions.get(id),
      linker,
      onProgress: (documents) => bar.update(documents),
      ...(signal ? { signal } : {}),
    })
    bar.stop()
    const seconds = ((performance.now() - begun) / 1000).toFixed(0)
    terminal.say(
      `Indexed ${generation.documents} documents as ${generation.passages} passages in ${seconds} s.`,
    )
    return generation
  } finally {
    bar.stop()
  }
}

async function requireWritable(folder: string): Promise<void> {
  await access(resolve(folder), constants.W_OK).catch(() => {
    throw new ConfigurationError(
      `LANCEDB_URI is "${folder}", a folder that this user may not write to. Change its rights, or set LANCEDB_URI to another folder.`,
    )
  })
}

function isFolder(uri: string): boolean {
  return !/^\w+:\/\//.test(uri)
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
