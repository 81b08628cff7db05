/**
 * Builds the index: streams the corpus through the model into new tables and publishes them. Memory is bounded by a
 * batch of documents; until the last step the old index serves.
 */
import { type Connection, Index, type Table } from '@lancedb/lancedb'
import type { ArchiveDocument } from '../../corpus/document.ts'
import type { Expansion } from '../../corpus/expansion.ts'
import type { NameLinker } from '../../corpus/names/name-linker.ts'
import type { EmbeddingModel } from '../embedding-model.ts'
import { type PassageKind, passageKinds, roleOf } from '../passages.ts'
import { documentRows } from './document-rows.ts'
import { type Generation, type IndexStamp, newGenerationName, publish } from './generations.ts'
import { documentsSchema, documentsTable, passagesSchema, passagesTable } from './tables.ts'

/** Raised whenever the tables change, so that code of another format cannot read them. */
export const INDEX_FORMAT = 2

/** Documents embedded and written at a time. */
const BATCH = 64

export interface BuildOptions {
  connection: Connection
  model: EmbeddingModel
  stamp: IndexStamp
  documents: AsyncIterable<ArchiveDocument> | Iterable<ArchiveDocument>
  /** The expansion of a document, where it has one. */
  expansionOf: (id: string) => Expansion | undefined
  linker: NameLinker
  /** Called after each batch with the number of documents that are done. */
  onProgress?: (documents: number) => void
  /** Ends the build between two batches; the old index stays. */
  signal?: AbortSignal
}

type Tables = { documents: Table; passages: Record<PassageKind, Table> }

/** Builds and publishes a generation. @throws what reading the documents throws, before anything is published. */
export async function buildIndex(options: BuildOptions): Promise<Generation> {
  const { connection, model, stamp } = options
  const name = newGenerationName()
  const create = (kind: PassageKind) =>
    connection.createEmptyTable(passagesTable(kind, name), passagesSchema(model.dimension))
  const tables: Tables = {
    documents: await connection.createEmptyTable(documentsTable(name), documentsSchema),
    passages: {
      record: await create('record'),
      sentence: await create('sentence'),
      query: await create('query'),
    },
  }
  const counts = { documents: 0, passages: 0 }
  for await (const batch of batched(options.documents, BATCH)) {
    options.signal?.throwIfAborted()
    counts.passages += await addBatch(batch, counts.documents, tables, options)
    counts.documents += batch.length
    options.onProgress?.(counts.documents)
  }
  if (counts.documents === 0) throw new Error('The catalog holds no records, so there is nothing to index.')
  await finish(tables)
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

/** Writes documents, numbered from `first`, and their passages; answers the number of passages. */
async function addBatch(
  batch: ArchiveDocument[],
  first: number,
  tables: Tables,
  options: BuildOptions,
): Promise<number> {
  const { model, linker, expansionOf } = options
  const built = batch.map((document) =>
    documentRows(document, expansionOf(document.id), { linker, budget: model }),
  )
  const rows = built.flatMap(({ passages }, index) =>
    passages.map((passage) => ({ ...passage, number: first + index })),
  )
  const vectors: Float32Array[] = []
  for (const { text, kind } of rows) vectors.push(...(await model.embed([text], roleOf(kind))))
  await tables.documents.add(built.map(({ row }, index) => ({ number: first + index, ...row })))
  for (const kind of passageKinds) {
    const ofKind = rows.flatMap(({ kind: rowKind, ...row }, index) =>
      rowKind === kind ? [{ ...row, vector: Array.from(vectors[index] ?? []) }] : [],
    )
    if (ofKind.length > 0) await tables.passages[kind].add(ofKind)
  }
  return rows.length
}

/** Rows a partition of a vector index holds. Up to 20 partitions, LanceDB's default of probes, search is exact. */
const PARTITION = 20_000

/**
 * Joins the batches' fragments and makes the indexes. Full text: English stems, stop words out, accents folded.
 * Vectors: unquantized and, as they are normalized, by inner product, which here is five times as fast as by cosine.
 */
async function finish({ documents, passages }: Tables): Promise<void> {
  await documents.optimize()
  for (const column of ['record', 'expanded'])
    await documents.createIndex(column, {
      config: Index.fts({
        language: 'English',
        stem: true,
        removeStopWords: true,
        asciiFolding: true,
        withPosition: false,
      }),
    })
  for (const table of Object.values(passages)) {
    await table.optimize()
    const rows = await table.countRows()
    if (rows === 0) continue
    await table.createIndex('number', { config: Index.btree() })
    await table.createIndex('vector', {
      config: Index.ivfFlat({ numPartitions: Math.ceil(rows / PARTITION), distanceType: 'dot' }),
    })
  }
}

async function* batched<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  size: number,
): AsyncGenerator<Item[]> {
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
