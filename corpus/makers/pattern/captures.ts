/** What the slots of a pattern take from a title. */
import type { Country, Party, Place } from '../gazetteer.ts'
import type { MakerKind } from '../maker.ts'
import type { Person, TitlePart } from '../title/part.ts'

export interface Captures {
  /** The state that an office belongs to: the first that the pattern names. */
  of?: Country
  /** Where a mission sat: a city, a state, or words that name a state which the authority file lacks. */
  in?: Place & { text: string }
  people?: readonly Person[]
  /** `text` is as the title has it: "CPSU". */
  party?: Party & { text: string }
  /** What a ministry is for; two where ministries act together. */
  fields?: readonly Field[]
  body?: Body
  acting?: boolean
}

/** What a ministry is for. */
export interface Field {
  /** "Foreign Affairs" */
  name: string
  /** "foreign ministry" */
  ministry: string
  /** "foreign minister" */
  minister: string
}

/** An office of which the title says no more than its name: "Jilin Provincial Party Committee". */
export interface Body {
  /** Where its name stands in the title. */
  start: number
  end: number
  kind: MakerKind
  /** Whether its name tells its state, which is then the captured `of`. */
  namesState: boolean
}

/** Takes parts from `at` on, and says where it ends (exclusive); undefined where nothing fits. */
export type Fill = (
  parts: readonly TitlePart[],
  at: number,
  captures: Captures,
) => { captures: Captures; end: number } | undefined
