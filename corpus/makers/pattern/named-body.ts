/** Offices that no pattern knows, by the noun that makes a run of capitalized words the name of one. */
import type { MakerKind } from '../maker.ts'
import { isCapitalized, isWord } from '../title/part.ts'
import type { Body, Captures, Fill } from './captures.ts'

/** The first that stands in a name tells its kind. */
const KINDS: readonly (readonly [nouns: ReadonlySet<string>, kind: MakerKind])[] = [
  [new Set(['party']), 'party'],
  [new Set(['intelligence']), 'agency'],
  [new Set(['staff', 'army', 'military']), 'military'],
  [new Set(['ministry', 'department', 'directorate', 'bureau']), 'ministry'],
  [new Set(['delegation', 'association']), 'organization'],
  [new Set(['committee', 'commission', 'council', 'group', 'province']), 'government'],
]

/** One of these must stand in the name. */
const NOUNS = new Set(
  'ministry department directorate bureau delegation association committee commission council group province'.split(
    ' ',
  ),
)
const WITHIN = new Set(['of', 'and'])
const OF = new Set(['of'])
const FOR = new Set(['for'])

/** Capitalized prepositions of titles that capitalize every word. */
const ENDS = new Set('to from on about regarding concerning with via by in'.split(' '))

/** Parts of the longest name. */
const LONGEST_NAME = 14

/** Takes up to the first word that is not capitalized; "for" is part of the name directly after a noun ("Group for …"). */
export const body: Fill = (parts, at) => {
  let end = at
  let of: Captures['of']
  let isPurpose = false
  for (; end < Math.min(parts.length, at + LONGEST_NAME); end += 1) {
    const part = parts[end]
    if (part?.kind === 'word') {
      const isFor = isWord(part, FOR)
      if (isFor && !isWord(parts[end - 1], NOUNS)) break
      if (!isFor && !isWord(part, WITHIN) && !isCapitalized(part)) break
      if (isWord(part, ENDS)) break
      isPurpose ||= isFor
    } else if (part?.kind === 'name' && part.place) {
      // "Working Group for Korea" is not Korea's, but "Directorate for Foreign Relations of the USSR …" is Soviet.
      if (!isPurpose || isWord(parts[end - 1], OF)) of ??= part.place.country
    } else if (part?.kind !== 'number' || end > at) break
  }
  while (end > at && (isWord(parts[end - 1], WITHIN) || isWord(parts[end - 1], FOR))) end -= 1
  const name = parts.slice(at, end)
  const kind = KINDS.find(([nouns]) => name.some((part) => isWord(part, nouns)))?.[1]
  if (!kind || name.length < 2 || !name.some((part) => isWord(part, NOUNS))) return undefined
  const found: Body = {
    start: name[0]?.start ?? 0,
    end: name.at(-1)?.end ?? 0,
    kind,
    namesState: of !== undefined,
  }
  return { captures: { body: found, ...(of ? { of } : {}) }, end }
}
