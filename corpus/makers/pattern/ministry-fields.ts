/** What ministries are for, and how titles put it: "Ministry of Foreign Affairs", "Foreign Ministry". */
import type { TitlePart } from '../title/part.ts'
import type { Captures, Field, Fill } from './captures.ts'

const FOREIGN_AFFAIRS: Field = {
  name: 'Foreign Affairs',
  ministry: 'foreign ministry',
  minister: 'foreign minister',
}
const DEFENSE: Field = { name: 'Defense', ministry: 'defense ministry', minister: 'defense minister' }
const INTERIOR: Field = { name: 'the Interior', ministry: 'interior ministry', minister: 'interior minister' }

const named = (name: string): Field => ({
  name,
  ministry: `ministry of ${name.toLowerCase()}`,
  minister: `minister of ${name.toLowerCase()}`,
})

/** Behind "ministry of". */
const FIELDS: readonly (readonly [words: string, field: Field])[] = [
  ['foreign affairs', FOREIGN_AFFAIRS],
  ['foreign trade', named('Foreign Trade')],
  ['public security', named('Public Security')],
  ['state security', named('State Security')],
  ['internal affairs', named('Internal Affairs')],
  ['interior', INTERIOR],
  ['national defense', DEFENSE],
  ['defense', DEFENSE],
]

/** Before "ministry". */
const DOMAINS: readonly (readonly [words: string, field: Field])[] = [
  ['foreign', FOREIGN_AFFAIRS],
  ['defense', DEFENSE],
  ['interior', INTERIOR],
]

export const field: Fill = (parts, at, captures) => oneOf(FIELDS, parts, at, captures)
export const domain: Fill = (parts, at, captures) => oneOf(DOMAINS, parts, at, captures)

function oneOf(known: typeof FIELDS, parts: readonly TitlePart[], at: number, captures: Captures) {
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
