/** What an archive is opened from: the catalog, the model with its calibration, and the place of the index. */
import { statSync } from 'node:fs'
import { access, constants, mkdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type Connection, connect } from '@lancedb/lancedb'
import { type Catalog, corpusHash, loadCatalog, withoutDocuments } from '../../corpus/catalog.ts'
import { Lexicon } from '../../corpus/lexicon.ts'
import { linkerOf } from '../../corpus/names/linker-of.ts'
import type { NameLinker } from '../../corpus/names/name-linker.ts'
import { SubjectReader } from '../../corpus/subjects/subject-reader.ts'
import { type AnswerReader, loadAnswerReader } from '../../embeddings/answer-reader.ts'
import { type EmbeddingModel, loadEmbeddingModel } from '../../embeddings/embedding-model.ts'
import type { ArchiveIndex } from '../../embeddings/index/archive-index.ts'
import { INDEX_FORMAT } from '../../embeddings/index/build.ts'
import { codeHash } from '../../embeddings/index/code-hash.ts'
import type { IndexStamp } from '../../embeddings/index/generations.ts'
import { type Answering, readAnswering } from '../archive/answering.ts'
import { type Archive, factsOf } from '../archive/archive.ts'
import { type Calibration, readCalibration } from '../archive/calibration.ts'
import { type Configuration, ConfigurationError, DATA_FOLDER } from './configuration.ts'
import type { Terminal } from './terminal.ts'

export type SourceConfiguration = Pick<Configuration, 'lancedbUri' | 'embeddingModel' | 'embeddingEncoding'>

export interface Sources {
  catalog: Catalog
  linker: NameLinker
  lexicon: Lexicon
  subjectReader: SubjectReader
  model: EmbeddingModel
  calibration: Calibration
  reader: AnswerReader
  answering: Answering
  connection: Connection
  /** That of an index that is up to date. */
  stamp: IndexStamp
}

/** @throws {CorpusError | ModelError | CalibrationError | ConfigurationError} with a message for the person who started this. */
export async function readSources(configuration: SourceConfiguration, terminal: Terminal): Promise<Sources> {
  const catalog = await loadCatalog()
  const linker = linkerOf(catalog)
  const lexicon = new Lexicon(catalog.documents, catalog.expansions)
  const subjectReader = new SubjectReader(catalog.subjects, linker)
  const model = await loadModel(configuration, terminal)
  const calibration = readCalibration(model)
  const reader = await loadAnswerReader()
  const answering = readAnswering()
  const connection = await connectTo(configuration.lancedbUri)
  const stamp = { format: INDEX_FORMAT, model: model.id, corpus: await corpusHash(), code: codeHash() }
  return { catalog, linker, lexicon, subjectReader, model, calibration, reader, answering, connection, stamp }
}

/**
 * The archive over an index, which may be of another catalog: documents that the index does not know are left out, as
 * nothing could be said of them; the index's documents that the catalog lacks are undefined in `facts.documents`.
 */
export function archiveOf(sources: Sources, index: ArchiveIndex): Archive {
  const { linker, lexicon, subjectReader, model, calibration, reader, answering } = sources
  const catalog = withoutDocuments(sources.catalog, ({ id }) => !index.numberOf.has(id))
  const facts = factsOf(catalog, linker, index)
  return { catalog, linker, lexicon, subjectReader, model, calibration, reader, answering, index, facts }
}

async function loadModel(
  { embeddingModel, embeddingEncoding }: SourceConfiguration,
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
    const reason = error instanceof Error ? error.message : String(error)
    throw new ConfigurationError(
      `LANCEDB_URI is "${uri}", which cannot be opened (${reason}). Set it to a folder that this user may write to.`,
    )
  }
}

/** Makes a folder and those above it that lack, one by one: Node's own recursion never ends under /proc. */
async function makeFolder(folder: string): Promise<void> {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  await makeFolder(dirname(folder))
  await mkdir(folder)
}

/** @throws {ConfigurationError} where the index is in a folder that this user may not write to. */
export async function requireWritable({ lancedbUri: uri }: SourceConfiguration): Promise<void> {
  if (!isFolder(uri)) return
  await access(resolve(uri), constants.W_OK).catch(() => {
    throw new ConfigurationError(
      `LANCEDB_URI is "${uri}", a folder that this user may not write to. Change its rights, or set LANCEDB_URI to another folder.`,
    )
  })
}

/** Whether the index is in a folder of this machine, and not at an address that other servers may share. */
export function isFolder(uri: string): boolean {
  return !/^\w+:\/\//.test(uri)
}
