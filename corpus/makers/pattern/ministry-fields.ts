/** Responsibilities of ministries, as titles name them: "Ministry of Foreign Affairs", "Foreign Ministry". */
import type { TitlePart } from '../title/title-part.ts'
import type { Captures, MinistryField, SlotMatcher } from './captures.ts'

const FOREIGN_AFFAIRS: MinistryField = {
  name: 'Foreign Affairs',
  ministry: 'foreign ministry',
  minister: 'foreign minister',
}
const DEFENSE: MinistryField = { name: 'Defense', ministry: 'defense ministry', minister: 'defense minister' }
const INTERIOR: MinistryField = {
  name: 'the Interior',
  ministry: 'interior ministry',
  minister: 'interior minister',
}

const named = (name: string): MinistryField => ({
  name,
  ministry: `ministry of ${name.toLowerCase()}`,
  minister: `minister of ${name.toLowerCase()}`,
})

/** Words after "ministry of". */
const FIELDS_AFTER_MINISTRY_OF: readonly (readonly [words: string, field: MinistryField])[] = [
  ['foreign affairs', FOREIGN_AFFAIRS],
  ['foreign trade', named('Foreign Trade')],
  ['public security', named('Public Security')],
  ['state security', named('State Security')],
  ['internal affairs', named('Internal Affairs')],
  ['interior', INTERIOR],
  ['national defense', DEFENSE],
  ['defense', DEFENSE],
]

/** Words before "ministry". */
const FIELDS_BEFORE_MINISTRY: readonly (readonly [words: string, field: MinistryField])[] = [
  ['foreign', FOREIGN_AFFAIRS],
  ['defense', DEFENSE],
  ['interior', INTERIOR],
]

export const field: SlotMatcher = (parts, at, captures) =>
  matchField(FIELDS_AFTER_MINISTRY_OF, parts, at, captures)
export const domain: SlotMatcher = (parts, at, captures) =>
  matchField(FIELDS_BEFORE_MINISTRY, parts, at, captures)

function matchField(
  known: typeof FIELDS_AFTER_MINISTRY_OF,
  parts: readonly TitlePart[],
  at: number,
  captures: Captures,
) {
  for (const [text, field] of known) {
    const words = text.split(' ')
    const isHere = words.every((word, index) => {
      const part = parts[at + index]
      return part?.kind === 'word' && part.word === word
    })
    if (isHere) return { captures: { fields: [...(captures.fields ?? []), field] }, end: at + words.length }
  }
  return undefined
}
