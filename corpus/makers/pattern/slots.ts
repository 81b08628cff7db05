/** The slots of the pattern language. */
import { isCapitalized, isMark, isWord, type Person, type TitlePart } from '../title/title-part.ts'
import type { SlotMatcher } from './captures.ts'
import { domain, field } from './ministry-fields.ts'
import { body } from './named-body.ts'

/** Titles before a person's name, which lead-ins leave out. */
const PERSONAL_TITLES = new Set(
  'president premier chairman secretary general lieutenant lt gen colonel major marshal professor prof dr'.split(
    ' ',
  ),
)

/** Maximum parts between an office and the name of its holder. */
const MAX_REMIT_PARTS = 24

const TO = new Set(['to'])
const AND = new Set(['and'])
const ACTING = new Set(['acting'])

const of: SlotMatcher = (parts, at, captures) => {
  const part = parts[at]
  if (part?.kind !== 'name' || !part.place?.country || part.place.city) return undefined
  return { captures: { of: captures.of ?? part.place.country }, end: at + 1 }
}

/** After "in": a city, a state, or a capitalized word for a state that the authority file lacks. */
const seat: SlotMatcher = (parts, at) => {
  const part = parts[at]
  if (part?.kind === 'name' && part.place)
    return { captures: { in: { ...part.place, text: part.text } }, end: at + 1 }
  if (part?.kind !== 'word' || !isCapitalized(part)) return undefined
  return { captures: { in: { text: part.text } }, end: at + 1 }
}

/** After "to": the host state of an embassy, which cannot be its own state. */
const host: SlotMatcher = (parts, at, captures) => {
  const part = parts[at]
  if (part?.kind !== 'name' || !part.place || part.place.country === captures.of) return undefined
  return { captures: { in: { ...part.place, text: part.text } }, end: at + 1 }
}

const city: SlotMatcher = (parts, at) => {
  const part = parts[at]
  if (part?.kind !== 'name' || !part.place?.city) return undefined
  return { captures: { in: { ...part.place, text: part.text } }, end: at + 1 }
}

/** One person, or several: "Shevardnadze, Yazov, and Kamentsev". */
const people: SlotMatcher = (parts, at, captures) => {
  const found: Person[] = []
  let end = at
  for (let next = at; ; ) {
    const one = personAt(parts, next)
    if (!one) break
    found.push(one.person)
    end = one.end
    next = afterConjunction(parts, end)
    if (next === end) break
  }
  return found.length > 0 ? { captures: { people: [...(captures.people ?? []), ...found] }, end } : undefined
}

/** "Lt. Gen. V.N. Razuvaev". A cover name yields the person in brackets after it: "Feng Xi [Stalin]". */
function personAt(parts: readonly TitlePart[], at: number): { person: Person; end: number } | undefined {
  let from = at
  while (isWord(parts[from], PERSONAL_TITLES)) from += 1
  for (const words of [1, 2]) {
    const inBrackets = parts[from + words + 1]
    const isCoverName = isCapitalized(parts[from]) && isCapitalized(parts[from + words - 1])
    if (!isCoverName || inBrackets?.kind !== 'person') continue
    if (isMark(parts[from + words], '(') && isMark(parts[from + words + 2], ')'))
      return { person: inBrackets.person, end: from + words + 3 }
  }
  const part = parts[from]
  return part?.kind === 'person' ? { person: part.person, end: from + 1 } : undefined
}

function afterConjunction(parts: readonly TitlePart[], at: number): number {
  const afterComma = isMark(parts[at], ',') ? at + 1 : at
  return isWord(parts[afterComma], AND) ? afterComma + 1 : afterComma
}

/** Responsibility of an official, up to the bracket with the name: "for Far Eastern Affairs". */
const remit: SlotMatcher = (parts, at) => {
  for (let end = at; end < Math.min(parts.length, at + MAX_REMIT_PARTS); end += 1) {
    if (isMark(parts[end], '(')) return { captures: {}, end }
    if (isWord(parts[end], TO) || isMark(parts[end], ':')) return undefined
  }
  return undefined
}

/** The cover name of the head of an intelligence station: a capitalized word. */
const cover: SlotMatcher = (parts, at) =>
  parts[at]?.kind === 'word' && isCapitalized(parts[at]) ? { captures: {}, end: at + 1 } : undefined

const party: SlotMatcher = (parts, at) => {
  const part = parts[at]
  if (part?.kind !== 'name' || !part.party) return undefined
  const { country } = part.party
  return {
    captures: { party: { ...part.party, text: part.text }, ...(country ? { of: country } : {}) },
    end: at + 1,
  }
}

const number: SlotMatcher = (parts, at) =>
  parts[at]?.kind === 'number' ? { captures: {}, end: at + 1 } : undefined

const acting: SlotMatcher = (parts, at) =>
  isWord(parts[at], ACTING) ? { captures: { acting: true }, end: at + 1 } : undefined

export const SLOTS: ReadonlyMap<string, SlotMatcher> = new Map(
  Object.entries({
    acting,
    of,
    in: seat,
    host,
    city,
    people,
    remit,
    cover,
    party,
    number,
    field,
    domain,
    body,
  }),
)
