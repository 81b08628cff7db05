/** Matches offices without a pattern of their own: capitalized words with a noun such as "committee" or "bureau". */
import type { MakerKind } from '../maker.ts'
import { isCapitalized, isWord } from '../title/title-part.ts'
import type { Captures, NamedBody, SlotMatcher } from './captures.ts'

/** The first row with a noun of the name gives its kind. */
const KIND_BY_NOUN: readonly (readonly [nouns: ReadonlySet<string>, kind: MakerKind])[] = [
  [new Set(['party']), 'party'],
  [new Set(['intelligence']), 'agency'],
  [new Set(['staff', 'army', 'military']), 'military'],
  [new Set(['ministry', 'department', 'directorate', 'bureau']), 'ministry'],
  [new Set(['delegation', 'association']), 'organization'],
  [new Set(['committee', 'commission', 'council', 'group', 'province']), 'government'],
]

/** The name must contain one of these. */
const BODY_NOUNS = new Set(
  'ministry department directorate bureau delegation association committee commission council group province'.split(
    ' ',
  ),
)
const CONNECTING_WORDS = new Set(['of', 'and'])
const OF = new Set(['of'])
const FOR = new Set(['for'])

/** Prepositions that end the name, even if the title capitalizes every word. */
const NAME_ENDING_PREPOSITIONS = new Set('to from on about regarding concerning with via by in'.split(' '))

const MAX_NAME_PARTS = 14

/** Matches up to the first word without capital. "For" belongs to the name only directly after a noun ("Group for …"). */
export const body: SlotMatcher = (parts, at) => {
  let end = at
  let of: Captures['of']
  let isPurpose = false
  for (; end < Math.min(parts.length, at + MAX_NAME_PARTS); end += 1) {
    const part = parts[end]
    if (part?.kind === 'word') {
      const isFor = isWord(part, FOR)
      if (isFor && !isWord(parts[end - 1], BODY_NOUNS)) break
      if (!isFor && !isWord(part, CONNECTING_WORDS) && !isCapitalized(part)) break
      if (isWord(part, NAME_ENDING_PREPOSITIONS)) break
      isPurpose ||= isFor
    } else if (part?.kind === 'name' && part.place) {
      // "Working Group for Korea" does not belong to Korea, but "Directorate for Foreign Relations of the USSR …" is Soviet.
      if (!isPurpose || isWord(parts[end - 1], OF)) of ??= part.place.country
    } else if (part?.kind !== 'number' || end > at) break
  }
  while (end > at && (isWord(parts[end - 1], CONNECTING_WORDS) || isWord(parts[end - 1], FOR))) end -= 1
  const name = parts.slice(at, end)
  const kind = KIND_BY_NOUN.find(([nouns]) => name.some((part) => isWord(part, nouns)))?.[1]
  if (!kind || name.length < 2 || !name.some((part) => isWord(part, BODY_NOUNS))) return undefined
  const found: NamedBody = {
    start: name[0]?.start ?? 0,
    end: name.at(-1)?.end ?? 0,
    kind,
    namesState: of !== undefined,
  }
  return { captures: { body: found, ...(of ? { of } : {}) }, end }
}
