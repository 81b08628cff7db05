/** The maker of a record: the office or person who wrote it. */
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
 * `embassy`: any mission abroad, including its ambassador. `agency`: intelligence services and government staffs.
 * `organization`: international organizations, and bodies whose role in their state is unknown.
 */
export type MakerKind = (typeof makerKinds)[number]

export interface Maker {
  kind: MakerKind
  /** Standard name, the same for all records of this maker: "Embassy of Hungary in the Soviet Union". */
  name: string
  /** Name in a lead-in, with the signer if the title has one: "Soviet ambassador Puzanov". */
  short: string
  /** Key of the state that it belongs to: `place:hungary`. */
  of?: EntityKey
  /** Key of the host state, for missions abroad. Absent if the authority file lacks it. */
  in?: EntityKey
  /** Keys of the signers. */
  people: readonly EntityKey[]
}
