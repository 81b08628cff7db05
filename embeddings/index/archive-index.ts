/** The index as those who search see it: passages near a vector, documents that match words, what documents name. */
import { type Connection, MatchQuery, type Table } from '@lancedb/lancedb'
import { z } from 'zod'
import type { EntityKey } from '../../corpus/names/document-entities.ts'
import { type PassageKind, passageKinds } from '../passages.ts'
import type { Generation } from './generations.ts'
import { documentsTable, passagesTable } from './tables.ts'

/** Documents go by their number in the index, from 0; `ids` names them. */
export type DocumentNumber = number

/** Parallel arrays, nearest first. */
export interface NearPassages {
  numbers: Int32Array
  /** Position of the passage among the document's passages of its kind. */
  ordinals: Int32Array
  /** Cosine with the query's vector, -1..1. */
  similarities: Float32Array
  /** The text of the sentence in a row; '' for passages of other kinds, which are never shown. */
  text: (row: number) => string
}

/** Parallel arrays, best first. */
export interface TextMatches {
  numbers: Int32Array
  /** BM25 (k1 = 1.2, b = 0.75), ≥ 0, not bounded above. */
  scores: Float32Array
}

export interface IndexedDocument {
  id: string
  entities: ReadonlySet<EntityKey>
  titleEntities: ReadonlySet<EntityKey>
  /** Whether queries that it answers are indexed. */
  expanded: boolean
}

/** An index whose tables cannot be read; the message says what to do. */
export class DamagedIndexError extends Error {
  override name = 'DamagedIndexError'
}

const documentRow = z.object({
  number: z.number(),
  document: z.string(),
  entities: z.string(),
  titleEntities: z.string(),
  queries: z.number(),
})

export class ArchiveIndex {
  private constructor(
    readonly generation: Generation,
    private readonly table: Table,
    private readonly passages: Record<PassageKind, Table>,
    /** By number. */
    readonly documents: readonly IndexedDocument[],
    /** The vectors of the documents' first windows, one after another: 4 · `dimension` bytes a document. */
    private readonly recordVectors: Float32Array,
    readonly numberOf: ReadonlyMap<string, DocumentNumber>,
  ) {}

  /** Opens a generation and reads from each table once. @throws {DamagedIndexError} */
  static async open(connection: Connection, generation: Generation): Promise<ArchiveIndex> {
    try {
      const table = await connection.openTable(documentsTable(generation.name))
      const open = (kind: PassageKind) => connection.openTable(passagesTable(kind, generation.name))
      const passages = {
        record: await open('record'),
        sentence: await open('sentence'),
        query: await open('query'),
      }
      const documents = await readDocuments(table, generation.documents)
      const numberOf = new Map(documents.map(({ id }, number) => [id, number]))
      const vectors = await readRecordVectors(passages.record, generation)
      const index = new ArchiveIndex(generation, table, passages, documents, vectors, numberOf)
      let rows = 0
      for (const kind of passageKinds) {
        rows += await passages[kind].countRows()
        await index.nearest(kind, index.recordVector(0), { limit: 1 })
      }
      if (rows !== generation.passages)
        throw new Error(`it holds ${rows} passages, not ${generation.passages}`)
      await index.matchText('Korea', { limit: 1 })
      return index
    } catch (error) {
      throw new DamagedIndexError(
        `The index ${generation.name} cannot be read (${error instanceof Error ? error.message : error}).`,
      )
    }
  }

  /** The passages of a kind nearest to an L2-normalized vector of `dimension`; `among` bounds them to some documents. */
  async nearest(
    kind: PassageKind,
    vector: Float32Array,
    options: { limit: number; among?: readonly DocumentNumber[] | undefined },
  ): Promise<NearPassages> {
    let query = this.passages[kind].vectorSearch(vector).distanceType('dot').limit(options.limit)
    if (options.among) query = query.where(amongst(options.among))
    // Reading the texts costs as much as the search itself; only sentences are quoted.
    const columns = kind === 'sentence' ? ['text'] : []
    const table = await query.select(['number', 'ordinal', ...columns, '_distance']).toArrow()
    const texts = table.getChild('text')
    return {
      numbers: int32(table.getChild('number')?.toArray()),
      ordinals: int32(table.getChild('ordinal')?.toArray()),
      similarities: float32(table.getChild('_distance')?.toArray()).map((distance) => 1 - distance),
      text: (row) => String(texts?.get(row) ?? ''),
    }
  }

  /** The documents whose text has words of the query. The query is plain words, never syntax. */
  async matchText(
    words: string,
    options: { limit: number; column?: 'expanded' | 'record'; among?: readonly DocumentNumber[] | undefined },
  ): Promise<TextMatches> {
    let query = this.table.query().fullTextSearch(new MatchQuery(words, options.column ?? 'expanded'))
    if (options.among) query = query.where(amongst(options.among))
    const table = await query.select(['number', '_score']).limit(options.limit).toArrow()
    return {
      numbers: int32(table.getChild('number')?.toArray()),
      scores: float32(table.getChild('_score')?.toArray()),
    }
  }

  /** The vector of a document's first window over title and summary. */
  recordVector(number: DocumentNumber): Float32Array {
    const { dimension } = this.generation
    return this.recordVectors.subarray(number * dimension, (number + 1) * dimension)
  }
}

async function readDocuments(table: Table, expected: number): Promise<IndexedDocument[]> {
  const rows = await table
    .query()
    .select(['number', 'document', 'entities', 'titleEntities', 'queries'])
    .toArray()
  if (rows.length !== expected) throw new Error(`it holds ${rows.length} documents, not ${expected}`)
  const documents: IndexedDocument[] = []
  for (const row of rows) {
    const { number, document, entities, titleEntities, queries } = documentRow.parse(row)
    documents[number] = {
      id: document,
      entities: keysIn(entities),
      titleEntities: keysIn(titleEntities),
      expanded: queries > 0,
    }
  }
  return documents
}

async function readRecordVectors(table: Table, { documents, dimension }: Generation): Promise<Float32Array> {
  const vectors = new Float32Array(documents * dimension)
  for await (const batch of table.query().where('ordinal = 0').select(['number', 'vector'])) {
    const numbers = int32(batch.getChild('number')?.toArray())
    const values = float32(batch.getChild('vector')?.getChildAt(0)?.toArray())
    numbers.forEach((number, row) => {
      vectors.set(values.subarray(row * dimension, (row + 1) * dimension), number * dimension)
    })
  }
  return vectors
}

/** The keys are written by `entityKey`, joined by spaces. */
function keysIn(text: string): Set<EntityKey> {
  const isKey = (key: string): key is EntityKey => /^(?:person|place|organization|event):/.test(key)
  return new Set(text.split(' ').filter(isKey))
}

function amongst(numbers: readonly DocumentNumber[]): string {
  return numbers.length === 0 ? 'false' : `number IN (${numbers.join(', ')})`
}

function int32(values: unknown): Int32Array {
  return values instanceof Int32Array ? values : new Int32Array()
}

function float32(values: unknown): Float32Array {
  return values instanceof Float32Array ? values : new Float32Array()
}
