/**
 * Vector search over the passages of one kind. Document number, ordinal and text of each row are kept in memory, and
 * LanceDB returns only row addresses: fetching columns of hundreds of rows would make a search take half as long again.
 */
import type { Table } from '@lancedb/lancedb'
import type { PassageKind } from '../passages.ts'
import type { DocumentNumber } from './document-number.ts'
import { type FindRowIndexes, float32, int32, readRows } from './row-addresses.ts'

/** Parallel arrays, nearest first. */
export interface NearPassages {
  numbers: Int32Array
  /** Index of the passage among the document's passages of this kind. */
  ordinals: Int32Array
  /** Cosine with the query's vector, -1..1. */
  similarities: Float32Array
  /** The text of the sentence in a row; '' for passages of other kinds, which are never shown. */
  text: (row: number) => string
}

export class PassageTable {
  private constructor(
    private readonly table: Table,
    private readonly findRowIndexes: FindRowIndexes,
    private readonly numbers: Int32Array,
    private readonly ordinals: Int32Array,
    /** By row; empty where passages of this kind are never shown. */
    private readonly texts: readonly string[],
  ) {}

  static async open(table: Table, kind: PassageKind): Promise<PassageTable> {
    const shown = kind === 'sentence'
    const { rows, findRowIndexes } = await readRows(table, ['number', 'ordinal', ...(shown ? ['text'] : [])])
    return new PassageTable(
      table,
      findRowIndexes,
      int32(rows.getChild('number')?.toArray()),
      int32(rows.getChild('ordinal')?.toArray()),
      shown ? Array.from(rows.getChild('text') ?? [], String) : [],
    )
  }

  get size(): number {
    return this.numbers.length
  }

  /** The passages nearest to an L2-normalized vector of the model's `dimension`; `among` restricts them to these documents. */
  async nearest(
    vector: Float32Array,
    options: { limit: number; among?: readonly DocumentNumber[] | undefined },
  ): Promise<NearPassages> {
    let query = this.table.vectorSearch(vector).distanceType('dot').limit(options.limit)
    if (options.among) query = query.where(inDocuments(options.among))
    const answer = await query.select(['_distance']).withRowId().toArrow()
    const rowIndexes = this.findRowIndexes(answer)
    return {
      numbers: rowIndexes.map((rowIndex) => this.numbers[rowIndex] ?? -1),
      ordinals: rowIndexes.map((rowIndex) => this.ordinals[rowIndex] ?? -1),
      similarities: float32(answer.getChild('_distance')?.toArray()).map((distance) => 1 - distance),
      text: (row) => this.texts[rowIndexes[row] ?? -1] ?? '',
    }
  }
}

/** SQL condition that restricts a query to these documents. */
export function inDocuments(numbers: readonly DocumentNumber[]): string {
  return numbers.length === 0 ? 'false' : `number IN (${numbers.join(', ')})`
}
