/**
 * Builds the index: streams the corpus through the model into new tables and publishes them. Memory is bounded by a
 * batch of documents; until the last step the old index serves.
 */
import { type Connection, Index, type Table } from '@lancedb/lancedb'
import { Field, FixedSizeList, Float32, Int32, Schema, Utf8 } from 'apache-arrow'
import { readDocuments } from '../../corpus/catalog.ts'
import type { ArchiveDocument } from '../../corpus/document.ts'
import type { EmbeddingModel } from '../embedding-model.ts'
import { fullText, passagesOf } from '../passages.ts'
import {
  documentsTable,
  type Generation,
  type IndexStamp,
  newGenerationName,
  passagesTable,
  publish,
} from './generations.ts'

/** Raised whenever the tables change for the same corpus and model. */
export const INDEX_FORMAT = 1

/** Documents embedded and written at a time. */
const BATCH = 64

export interface BuildOptions {
  connection: Connection
  model: EmbeddingModel
  stamp: IndexStamp
  /** The folder of the corpus; the project's own by default. */
  corpusFolder?: string
  /** Called after each batch with the number of documents that are done. */
  onProgress?: (documents: number) => void
  /** Ends the build between two batches; the old index stays. */
  signal?: AbortSignal
}

/** Builds and publishes a generation. @throws CorpusError for a bad record, before anything is published. */
export async function buildIndex(options: BuildOptions): Promise<Generation> {
  const { connection, model, stamp } = options
  const name = newGenerationName()
  const documents = await connection.createEmptyTable(documentsTable(name), documentsSchema)
  const passages = await connection.createEmptyTable(passagesTable(name), passagesSchema(model.dimension))
  const counts = { documents: 0, passages: 0 }
  for await (const batch of batched(readDocuments(options.corpusFolder), BATCH)) {
    options.signal?.throwIfAborted()
    counts.passages += await addBatch(batch, documents, passages, model)
    counts.documents += batch.length
    options.onProgress?.(counts.documents)
  }
  if (counts.documents === 0) throw new Error('The catalog holds no records, so there is nothing to index.')
  await finish(documents, passages, counts.passages)
  options.signal?.throwIfAborted()
  const generation = {
    name,
    ...stamp,
    dimension: model.dimension,
    ...counts,
    builtAt: new Date().toISOString(),
  }
  await publish(connection, generation)
  return generation
}

const text = (name: string) => new Field(name, new Utf8())

const documentsSchema = new Schema([text('document'), text('text')])

const passagesSchema = (dimension: number) =>
  new Schema([
    text('document'),
    text('kind'),
    new Field('ordinal', new Int32()),
    text('text'),
    new Field('vector', new FixedSizeList(dimension, new Field('item', new Float32()))),
  ])

/** Writes the documents and their passages; answers the number of passages. */
async function addBatch(
  batch: ArchiveDocument[],
  documents: Table,
  passages: Table,
  model: EmbeddingModel,
): Promise<number> {
  const rows = batch.flatMap((document) => passagesOf(document, model))
  const vectors = await model.embed(rows.map((passage) => passage.text))
  await documents.add(batch.map((document) => ({ document: document.id, text: fullText(document) })))
  await passages.add(rows.map((passage, index) => ({ ...passage, vector: Array.from(vectors[index] ?? []) })))
  return rows.length
}

/** Rows a partition of the vector index holds. Up to 20 partitions, LanceDB's default of probes, search is exact. */
const PARTITION = 20_000

/**
 * Joins the batches' fragments and makes the indexes. Full text: English stems, stop words out, accents folded.
 * Vectors: unquantized and, as they are normalized, by inner product, which here is five times as fast as by cosine.
 */
async function finish(documents: Table, passages: Table, rows: number): Promise<void> {
  await documents.optimize()
  await passages.optimize()
  await passages.createIndex('document', { config: Index.btree() })
  await passages.createIndex('vector', {
    config: Index.ivfFlat({ numPartitions: Math.ceil(rows / PARTITION), distanceType: 'dot' }),
  })
  await documents.createIndex('text', {
    config: Index.fts({
      language: 'English',
      stem: true,
      removeStopWords: true,
      asciiFolding: true,
      withPosition: false,
    }),
  })
}

async function* batched<Item>(items: AsyncIterable<Item>, size: number): AsyncGenerator<Item[]> {
  let batch: Item[] = []
  for await (const item of items) {
    batch.push(item)
    if (batch.length === size) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}
