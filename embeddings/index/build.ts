/**
 * Builds an index: embeds the corpus batch by batch into new tables, then publishes them. Memory holds one batch of
 * documents. The old index stays in use until the new one is published.
 */
import { type Connection, Index, type Table } from '@lancedb/lancedb'
import type { ArchiveDocument } from '../../corpus/document.ts'
import type { Expansion } from '../../corpus/expansion.ts'
import type { NameLinker } from '../../corpus/names/name-linker.ts'
import type { EmbeddingModel } from '../embedding-model.ts'
import { type PassageKind, passageKinds, textRoleOf } from '../passages.ts'
import { documentRows } from './document-rows.ts'
import { type Generation, type IndexStamp, newGenerationName, publishGeneration } from './generations.ts'
import { documentsSchema, documentsTableName, passagesSchema, passagesTableName } from './tables.ts'

/** Version of the table layout. Increase it when a table changes, so that old indexes are rebuilt. */
export const INDEX_FORMAT = 2

const BATCH_DOCUMENTS = 64

export interface IndexBuildOptions {
  connection: Connection
  model: EmbeddingModel
  stamp: IndexStamp
  documents: AsyncIterable<ArchiveDocument> | Iterable<ArchiveDocument>
  /** The expansion of a document, if it has one. */
  expansionOf: (id: string) => Expansion | undefined
  linker: NameLinker
  /** Called after each batch with the number of documents done so far. */
  onProgress?: (documents: number) => void
  /** Stops the build between two batches; the old index stays. */
  signal?: AbortSignal
}

type Tables = { documents: Table; passages: Record<PassageKind, Table> }

/** Builds and publishes a generation. @throws any error of reading the documents; nothing is published then */
export async function buildIndex(options: IndexBuildOptions): Promise<Generation> {
  const { connection, model, stamp } = options
  const name = newGenerationName()
  const create = (kind: PassageKind) =>
    connection.createEmptyTable(passagesTableName(kind, name), passagesSchema(model.dimension))
  const tables: Tables = {
    documents: await connection.createEmptyTable(documentsTableName(name), documentsSchema),
    passages: {
      record: await create('record'),
      sentence: await create('sentence'),
      query: await create('query'),
    },
  }
  const counts = { documents: 0, passages: 0 }
  for await (const batch of inBatches(options.documents, BATCH_DOCUMENTS)) {
    options.signal?.throwIfAborted()
    counts.passages += await addBatch(batch, counts.documents, tables, options)
    counts.documents += batch.length
    options.onProgress?.(counts.documents)
  }
  if (counts.documents === 0) throw new Error('The catalog holds no records, so there is nothing to index.')
  await createSearchIndexes(tables)
  options.signal?.throwIfAborted()
  const generation = {
    name,
    ...stamp,
    dimension: model.dimension,
    ...counts,
    builtAt: new Date().toISOString(),
  }
  await publishGeneration(connection, generation)
  return generation
}

/** Writes documents, numbered from `first`, and their passages. Returns the number of passages. */
async function addBatch(
  batch: ArchiveDocument[],
  first: number,
  tables: Tables,
  options: IndexBuildOptions,
): Promise<number> {
  const { model, linker, expansionOf } = options
  const built = batch.map((document) =>
    documentRows(document, expansionOf(document.id), { linker, budget: model }),
  )
  const rows = built.flatMap(({ passages }, index) =>
    passages.map((passage) => ({ ...passage, number: first + index })),
  )
  const vectors: Float32Array[] = []
  for (const { text, kind } of rows) vectors.push(...(await model.embed([text], textRoleOf(kind))))
  await tables.documents.add(built.map(({ row }, index) => ({ number: first + index, ...row })))
  for (const kind of passageKinds) {
    const ofKind = rows.flatMap(({ kind: rowKind, ...row }, index) =>
      rowKind === kind ? [{ ...row, vector: Array.from(vectors[index] ?? []) }] : [],
    )
    if (ofKind.length > 0) await tables.passages[kind].add(ofKind)
  }
  return rows.length
}

/** Rows per partition of a vector index. Up to 20 partitions, LanceDB's default number of probes, search is exact. */
const PARTITION_ROWS = 20_000

/**
 * Merges the batches' fragments and creates the search indexes. Full text: English stemming, no stop words, accents folded.
 * Vectors: unquantized, by inner product. For normalized vectors this equals the cosine and is five times as fast here.
 */
async function createSearchIndexes({ documents, passages }: Tables): Promise<void> {
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
      config: Index.ivfFlat({ numPartitions: Math.ceil(rows / PARTITION_ROWS), distanceType: 'dot' }),
    })
  }
}

async function* inBatches<Item>(
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
