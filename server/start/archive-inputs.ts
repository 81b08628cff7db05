/** Loads what an archive is opened from: catalog, models with calibration, and the connection to the index. */
import { statSync } from 'node:fs'
import { access, constants, mkdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type Connection, connect } from '@lancedb/lancedb'
import { type Catalog, corpusHash, loadCatalog, withoutDocuments } from '../../corpus/catalog.ts'
import { Lexicon } from '../../corpus/lexicon.ts'
import { createNameLinker } from '../../corpus/names/create-name-linker.ts'
import type { NameLinker } from '../../corpus/names/name-linker.ts'
import { SubjectLinker } from '../../corpus/subjects/subject-linker.ts'
import { type AnswerReader, loadAnswerReader } from '../../embeddings/answer-reader.ts'
import { type EmbeddingModel, loadEmbeddingModel } from '../../embeddings/embedding-model.ts'
import type { ArchiveIndex } from '../../embeddings/index/archive-index.ts'
import { INDEX_FORMAT } from '../../embeddings/index/build.ts'
import { codeHash } from '../../embeddings/index/code-hash.ts'
import type { IndexStamp } from '../../embeddings/index/generations.ts'
import { type Archive, collectArchiveFacts } from '../archive/archive.ts'
import { type Calibration, readCalibration } from '../archive/calibration.ts'
import { loadReaderCalibration, type ReaderCalibration } from '../archive/reader-calibration.ts'
import { type Configuration, ConfigurationError, DATA_FOLDER } from './configuration.ts'
import type { Terminal } from './terminal.ts'

export type ArchiveConfiguration = Pick<Configuration, 'lancedbUri' | 'embeddingModel' | 'embeddingEncoding'>

export interface ArchiveInputs {
  catalog: Catalog
  linker: NameLinker
  lexicon: Lexicon
  subjectLinker: SubjectLinker
  model: EmbeddingModel
  calibration: Calibration
  reader: AnswerReader
  readerCalibration: ReaderCalibration
  connection: Connection
  /** The stamp that an up-to-date index has. */
  stamp: IndexStamp
}

/** @throws {CorpusError | ModelError | CalibrationError | ConfigurationError} all of them expected errors */
export async function loadArchiveInputs(
  configuration: ArchiveConfiguration,
  terminal: Terminal,
): Promise<ArchiveInputs> {
  const catalog = await loadCatalog()
  const linker = createNameLinker(catalog)
  const lexicon = new Lexicon(catalog.documents, catalog.expansions)
  const subjectLinker = new SubjectLinker(catalog.subjects, linker)
  const model = await loadModel(configuration, terminal)
  const calibration = readCalibration(model)
  const reader = await loadAnswerReader()
  const readerCalibration = loadReaderCalibration()
  const connection = await connectTo(configuration.lancedbUri)
  const stamp = { format: INDEX_FORMAT, model: model.id, corpus: await corpusHash(), code: codeHash() }
  return {
    catalog,
    linker,
    lexicon,
    subjectLinker,
    model,
    calibration,
    reader,
    readerCalibration,
    connection,
    stamp,
  }
}

/**
 * Combines inputs and index, which may have been built from another catalog. Documents that are not in the index are left out,
 * because they could not be found; documents of the index that are not in the catalog are undefined in `facts.documents`.
 */
export function createArchive(inputs: ArchiveInputs, index: ArchiveIndex): Archive {
  const { linker, lexicon, subjectLinker, model, calibration, reader, readerCalibration } = inputs
  const catalog = withoutDocuments(inputs.catalog, ({ id }) => !index.numberOf.has(id))
  const facts = collectArchiveFacts(catalog, linker, index)
  return {
    catalog,
    linker,
    lexicon,
    subjectLinker,
    model,
    calibration,
    reader,
    readerCalibration,
    index,
    facts,
  }
}

async function loadModel(
  { embeddingModel, embeddingEncoding }: ArchiveConfiguration,
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
    if (isLocalFolder(uri)) await makeFolder(resolve(uri))
    return await connect(isLocalFolder(uri) ? resolve(uri) : uri)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ConfigurationError(
      `LANCEDB_URI is "${uri}", which cannot be opened (${reason}). Set it to a folder that this user may write to.`,
    )
  }
}

/** Creates a folder and its missing parents one by one: `mkdir` with `recursive` never ends under /proc. */
async function makeFolder(folder: string): Promise<void> {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  await makeFolder(dirname(folder))
  await mkdir(folder)
}

/** @throws {ConfigurationError} if the index is in a folder that this user may not write to */
export async function requireWritable({ lancedbUri: uri }: ArchiveConfiguration): Promise<void> {
  if (!isLocalFolder(uri)) return
  await access(resolve(uri), constants.W_OK).catch(() => {
    throw new ConfigurationError(
      `LANCEDB_URI is "${uri}", a folder that this user may not write to. Change its rights, or set LANCEDB_URI to another folder.`,
    )
  })
}

/** Whether the index is in a local folder, and not at a remote address that other servers may share. */
export function isLocalFolder(uri: string): boolean {
  return !/^\w+:\/\//.test(uri)
}
