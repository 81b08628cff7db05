/** A number as it stands in a text. */
export interface NumberMention {
  text: string
  start: number
  end: number
  value: number
  /** "third" and "13th" are ordinals; "a fifth of" and "20 percent" are shares, 0 to 100. */
  kind: 'count' | 'ordinal' | 'share'
  /** What is measured: a time in days, or the unit's name. */
  unit?: string
  /** Of a time: in what it is given ("week"). */
  given?: string
  /** Whether the text says that it is about so many ("some 90 million"). */
  rough: boolean
}
