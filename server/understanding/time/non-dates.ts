/** Detects numbers that look like a date but are none: "Resolution 1985", "2000 troops", "1950 hours", "DPRK-1968-12". */
import type { Cursor } from './cursor.ts'
import type { Token } from './tokens.ts'
import { wordSet } from './word-table.ts'

/** Units that make a number a duration or a time of day. */
const HOUR_WORDS = wordSet('hours | hrs | hour')

/** Nouns followed by their number. No plurals: "telegrams 1968" asks for those of 1968. */
const NUMBERED_NOUNS = wordSet(
  `no | nos | nr | number | resolution | article | paragraph | para | section | chapter | page | p | pp | room | document
   | doc | telegram | cable | dispatch | despatch | airgram | order | decree | directive | protocol | instruction | case
   | item | file | folder | folio | box | reel | lot | fond | opis | delo | f | op | d | l | ll | vol | volume | hill
   | height | unit | flight | route | highway | plan | code | channel | nsc | nsdm | nssm | rg | номер | резолюция`,
)

/** Nouns that a number before them counts. */
const COUNTED_NOUNS = wordSet(
  `h | minutes | days | weeks | months | years | troops | soldiers | men | women | people | persons | prisoners | pows | guerrillas
   | commandos | officers | sailors | marines | advisers | advisors | volunteers | civilians | refugees | children | orphans
   | students | workers | engineers | specialists | experts | families | houses | households | villages | casualties | dead
   | wounded | deaths | tons | tonnes | kilograms | kilos | kg | grams | barrels | litres | liters | meters | metres
   | kilometers | kilometres | km | miles | feet | yards | hectares | acres | degrees | dollars | rubles | roubles | won
   | yen | yuan | marks | million | billion | thousand | percent | per | % | copies | words | tanks | aircraft | planes
   | guns | rifles | rounds | shells | bombs | missiles | vehicles | trucks | tractors | ships | boats | divisions
   | regiments | battalions | times | man | strong`,
)

/** Function words: a date before them is no attribute. */
const FUNCTION_WORDS = wordSet(
  `in | of | at | on | by | to | from | with | and | or | but | the | a | an | was | were | is | are | did | do | does | had
   | has | have | who | what | when | where | why | how | which | that | as | for`,
)

/** Maximal number of words between a number and the noun that it counts: "2000 North Korean troops". */
const MAX_WORDS_BEFORE_NOUN = 2

/** Whether the number at the cursor is a reference number or a time of day: "Resolution 1985", "No. 1968", "at 1950". */
export function isReferenceNumber(cursor: Cursor): boolean {
  if (cursor.peek()?.kind !== 'number') return false
  const before = cursor.peek(-1)?.word === '.' ? cursor.peek(-2) : cursor.peek(-1)
  if (before?.word === 'at') return !isNoun(cursor.peek(1))
  return NUMBERED_NOUNS.has(before?.word ?? '') || before?.word === '#' || before?.word === '№'
}

/** Whether a date before the token can be its attribute: "the 1980 congress". */
export function isNoun(token: Token | undefined): boolean {
  return token?.kind === 'name' || (token?.kind === 'word' && !token.glued && !FUNCTION_WORDS.has(token.word))
}

/**
 * Whether the number before the cursor is a quantity.
 *
 * @param mayBeQuantity false where the words before make it a time: then only hours are checked ("after 1950 hours")
 */
export function isQuantity(cursor: Cursor, mayBeQuantity: boolean): boolean {
  if (HOUR_WORDS.has(cursor.peek()?.word ?? '')) return true
  for (let ahead = 0; mayBeQuantity && ahead <= MAX_WORDS_BEFORE_NOUN; ahead += 1) {
    const next = cursor.peek(ahead)
    if (COUNTED_NOUNS.has(next?.word ?? '')) return true
    if (next?.kind !== 'name' && !(next?.kind === 'word' && next.capital)) return false
  }
  return false
}

/** Whether the month before the cursor is in lower case and may be a verb: "may", "march". */
export function isMonthLikeVerb(cursor: Cursor): boolean {
  const month = cursor.peek(-2)
  return month?.kind === 'word' && !month.capital && (month.word === 'may' || month.word === 'march')
}

const isAlphabetic = (token: Token | undefined) =>
  token?.kind === 'word' && /\p{Script=Latin}|\p{Script=Cyrillic}/u.test(token.word)

/** Whether a date can start at the cursor: not within "DPRK-1968-12", "$1950" or "A/1950". */
export function canStartDate(cursor: Cursor): boolean {
  if (!cursor.peek()?.glued) return true
  const before = cursor.peek(-1)
  if (before?.kind === 'word' || before?.kind === 'mark') return !isAlphabetic(before)
  // An em dash separates sentences; an apostrophe after a space is a quotation mark.
  if (before?.kind === 'apostrophe') return !before.glued
  return before?.kind === 'dash'
    ? /[—―]/.test(before.word)
    : /^[([{«“”"„‹›»|,;:!?…]$/.test(before?.word ?? '')
}

/** Whether a date can end before the cursor: not within "1968-12-DPRK", "1984a", "1950.5" or "50%". */
export function canEndDate(cursor: Cursor): boolean {
  const [last, next, after] = [cursor.peek(-1), cursor.peek(), cursor.peek(1)]
  if (!next?.glued) return true
  const continuation = after?.glued && /^(?:number|amount|word|name)$/.test(after.kind) ? after : undefined
  switch (next.kind) {
    case 'word':
      // Chinese has no space after 年; after a bare number the word is the counted noun.
      return !isAlphabetic(next) && last?.kind !== 'number'
    case 'name':
      return last?.kind !== 'number'
    case 'dash':
      // "The 1950-related papers", "1968—the year of the Pueblo".
      return (
        !continuation || /[—―]/.test(next.word) || (continuation.kind === 'word' && !continuation.capital)
      )
    case 'apostrophe':
      return !continuation || continuation.kind === 'word'
    case 'sign':
      // "1968,1969" are two years, but "1950,5" and "1950.5" are numbers.
      if (next.word === ',') return continuation?.kind !== 'number' || continuation.word.length === 4
      if (/^[.:/]$/.test(next.word)) return !continuation
      return /^[)\]}>»“”"„‹›|;!?…&。，、；：？！）」』]$/.test(next.word)
    default:
      return false
  }
}
