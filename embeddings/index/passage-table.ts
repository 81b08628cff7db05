/**
 * The passages of one kind, searched by vector. What a row is (of which document, its text) is kept in memory and only
 * its address asked of LanceDB: fetching columns for hundreds of rows takes half as long again as finding them.
 */
import type { Table } from '@lancedb/lancedb'
import type { PassageKind } from '../passages.ts'
import type { DocumentNumber } from './document-number.ts'
import { float32, int32, type PlacesOf, readRows } from './rows.ts'

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

export class PassageTable {
  private constructor(
    private readonly table: Table,
    private readonly placesOf: PlacesOf,
    private readonly numbers: Int32Array,
    private readonly ordinals: Int32Array,
    /** By row; empty where passages of this kind are never shown. */
    private readonly texts: readonly string[],
  ) {}

  static async open(table: Table, kind: PassageKind): Promise<PassageTable> {
    const shown = kind === 'sentence'
    const { rows, placesOf } = await readRows(table, ['number', 'ordinal', ...(shown ? ['text'] : [])])
    return new PassageTable(
      table,
      placesOf,
      int32(rows.getChild('number')?.toArray()),
      int32(rows.getChild('ordinal')?.toArray()),
      shown ? Array.from(rows.getChild('text') ?? [], String) : [],
    )
  }

  get size(): number {
    return this.numbers.length
  }

  /** The passages nearest to an L2-normalized vector of the model's `dimension`; `among` bounds them to some documents. */
  async nearest(
    vector: Float32Array,
    options: { limit: number; among?: readonly DocumentNumber[] | undefined },
  ): Promise<NearPassages> {
    let query = this.table.vectorSearch(vector).distanceType('dot').limit(options.limit)
    if (options.among) query = query.where(amongst(options.among))
    const answer = await query.select(['_distance']).withRowId().toArrow()
    const places = this.placesOf(answer)
    return {
      numbers: places.map((place) => this.numbers[place] ?? -1),
      ordinals: places.map((place) => this.ordinals[place] ?? -1),
      similarities: float32(answer.getChild('_distance')?.toArray()).map((distance) => 1 - distance),
      text: (row) => this.texts[places[row] ?? -1] ?? '',
    }
  }
}

/** A condition that holds for the passages, or the text, of these documents. */
export function amongst(numbers: readonly DocumentNumber[]): string {
  return numbers.length === 0 ? 'false' : `number IN (${numbers.join(', ')})`
}
