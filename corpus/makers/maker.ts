/** The maker of a record: the office or the person whose words it holds. */
import type { EntityKey } from '../names/entity.ts'

export const makerKinds = [
  'embassy',
  'ministry',
  'agency',
  'party',
  'government',
  'military',
  'organization',
  'person',
] as const

/**
 * `embassy`: any mission abroad, its ambassador included. `agency`: intelligence services and staffs of a government.
 * `organization`: what no single state owns, or a body whose place in its state the record does not tell.
 */
export type MakerKind = (typeof makerKinds)[number]

export interface Maker {
  kind: MakerKind
  /** The same for all records of this maker, however their titles put it: "Embassy of Hungary in the Soviet Union". */
  name: string
  /** As a lead-in names it, with the person who signed where the title tells: "Soviet ambassador Puzanov". */
  short: string
  /** The state it belongs to, as the key of a place: `place:hungary`. */
  of?: EntityKey
  /** The state it sat in, for missions abroad. Absent for states that the authority file lacks. */
  in?: EntityKey
  /** Those who signed, as keys of people; of a joint letter, all. */
  people: readonly EntityKey[]
}
