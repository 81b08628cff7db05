/** The values that a pattern's slots capture from a title. */
import type { Country, Party, Place } from '../gazetteer.ts'
import type { MakerKind } from '../maker.ts'
import type { Person, TitlePart } from '../title/title-part.ts'

export interface Captures {
  /** The state of the office: the first state in the pattern. */
  of?: Country
  /** Location of a mission: a city, a state, or text for a state that the authority file lacks. */
  in?: Place & { text: string }
  people?: readonly Person[]
  /** `text` is the name as in the title: "CPSU". */
  party?: Party & { text: string }
  /** Responsibilities of a ministry; two if ministries act together. */
  fields?: readonly MinistryField[]
  body?: NamedBody
  acting?: boolean
}

/** Responsibility of a ministry. */
export interface MinistryField {
  /** "Foreign Affairs" */
  name: string
  /** "foreign ministry" */
  ministry: string
  /** "foreign minister" */
  minister: string
}

/** An office known by its name only: "Jilin Provincial Party Committee". */
export interface NamedBody {
  /** Span of its name in the title. */
  start: number
  end: number
  kind: MakerKind
  /** Whether its name contains its state, which is then captured as `of`. */
  namesState: boolean
}

/** Matches parts from `at` on. Returns captures and end (exclusive), or undefined if nothing matches. */
export type SlotMatcher = (
  parts: readonly TitlePart[],
  at: number,
  captures: Captures,
) => { captures: Captures; end: number } | undefined
