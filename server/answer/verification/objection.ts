/** A stretch of the sentence that the records lack or contradict; `certain` where no other reading is likely. */
export interface Objection {
  check: 'date' | 'number' | 'name' | 'denial' | 'strength' | 'direction'
  text: string
  certain: boolean
}
