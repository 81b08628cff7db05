import type { ReadRecord } from './record.ts'

/** A record that a sentence cites. */
export interface Source {
  /** The number by which the sentence cites it. */
  n: number
  record: ReadRecord
}
