/** What looks like a date and is none: "Resolution 1985", "2000 troops", "1950 hours", "DPRK-1968-12". */
import type { Cursor } from './cursor.ts'
import type { Token } from './tokens.ts'
import { wordSet } from './word-table.ts'

/** Units that make any number a count, or a time of the day. */
const HOURS = wordSet('hours | hrs | hour')

/** Words whose number follows. Plurals are not among them: "telegrams 1968" asks for those of 1968. */
const NUMBERED = wordSet(
  `no | nos | nr | number | resolution | article | paragraph | para | section | chapter | page | p | pp | room | document
   | doc | telegram | cable | dispatch | despatch | airgram | order | decree | directive | protocol | instruction | case
   | item | file | folder | folio | box | reel | lot | fond | opis | delo | f | op | d | l | ll | vol | volume | hill
   | height | unit | flight | route | highway | plan | code | channel | nsc | nsdm | nssm | rg | номер | резолюция`,
)

/** What a number before it counts. */
const COUNTED = wordSet(
  `h | minutes | days | weeks | months | years | troops | soldiers | men | women | people | persons | prisoners | pows | guerrillas
   | commandos | officers | sailors | marines | advisers | advisors | volunteers | civilians | refugees | children | orphans
   | students | workers | engineers | specialists | experts | families | houses | households | villages | casualties | dead
   | wounded | deaths | tons | tonnes | kilograms | kilos | kg | grams | barrels | litres | liters | meters | metres
   | kilometers | kilometres | km | miles | feet | yards | hectares | acres | degrees | dollars | rubles | roubles | won
   | yen | yuan | marks | million | billion | thousand | percent | per | % | copies | words | tanks | aircraft | planes
   | guns | rifles | rounds | shells | bombs | missiles | vehicles | trucks | tractors | ships | boats | divisions
   | regiments | battalions | times | man | strong`,
)

/** Words that go on with the sentence: what stands before them is no attribute. */
const CLAUSE = wordSet(
  `in | of | at | on | by | to | from | with | and | or | but | the | a | an | was | were | is | are | did | do | does | had
   | has | have | who | what | when | where | why | how | which | that | as | for`,
)

/** Names between a number and the noun that it counts: "2000 North Korean troops". */
const ADJECTIVES = 2

/** Whether a bare number here is that of something, or a time of the day: "Resolution 1985", "No. 1968", "at 1950". */
export function isNumbered(cursor: Cursor): boolean {
  if (cursor.peek()?.kind !== 'number') return false
  const before = cursor.peek(-1)?.word === '.' ? cursor.peek(-2) : cursor.peek(-1)
  if (before?.word === 'at') return !isNoun(cursor.peek(1))
  return NUMBERED.has(before?.word ?? '') || before?.word === '#' || before?.word === '№'
}

/** Whether it can be what a date before it belongs to: "the 1980 congress". */
export function isNoun(token: Token | undefined): boolean {
  return token?.kind === 'name' || (token?.kind === 'word' && !token.glued && !CLAUSE.has(token.word))
}

/** @param counts false where the words before make it a time, so that only hours make it none ("after 1950 hours"). */
export function isCounted(cursor: Cursor, counts: boolean): boolean {
  if (HOURS.has(cursor.peek()?.word ?? '')) return true
  for (let ahead = 0; counts && ahead <= ADJECTIVES; ahead += 1) {
    const next = cursor.peek(ahead)
    if (COUNTED.has(next?.word ?? '')) return true
    if (next?.kind !== 'name' && !(next?.kind === 'word' && next.capital)) return false
  }
  return false
}

/** Whether the month before the cursor is written as the verb that it also is: "may", "march". */
export function isLikeVerb(cursor: Cursor): boolean {
  const month = cursor.peek(-2)
  return month?.kind === 'word' && !month.capital && (month.word === 'may' || month.word === 'march')
}

const isAlphabetic = (token: Token | undefined) =>
  token?.kind === 'word' && /\p{Script=Latin}|\p{Script=Cyrillic}/u.test(token.word)

/** Whether a date can begin here: not within "DPRK-1968-12", "$1950" or "A/1950". */
export function startsCleanly(cursor: Cursor): boolean {
  if (!cursor.peek()?.glued) return true
  const before = cursor.peek(-1)
  if (before?.kind === 'word' || before?.kind === 'mark') return !isAlphabetic(before)
  // An em dash parts sentences; quotation marks are apostrophes that follow a space.
  if (before?.kind === 'apostrophe') return !before.glued
  return before?.kind === 'dash'
    ? /[—―]/.test(before.word)
    : /^[([{«“”"„‹›»|,;:!?…]$/.test(before?.word ?? '')
}

/** Whether a date can end here: not within "1968-12-DPRK", "1984a", "1950.5" or "50%". */
export function endsCleanly(cursor: Cursor): boolean {
  const [last, next, after] = [cursor.peek(-1), cursor.peek(), cursor.peek(1)]
  if (!next?.glued) return true
  const goesOn = after?.glued && /^(?:number|amount|word|name)$/.test(after.kind) ? after : undefined
  switch (next.kind) {
    case 'word':
      // Chinese goes on with no space behind 年; behind a bare number it says what is counted.
      return !isAlphabetic(next) && last?.kind !== 'number'
    case 'name':
      return last?.kind !== 'number'
    case 'dash':
      // "The 1950-related papers", "1968—the year of the Pueblo".
      return !goesOn || /[—―]/.test(next.word) || (goesOn.kind === 'word' && !goesOn.capital)
    case 'apostrophe':
      return !goesOn || goesOn.kind === 'word'
    case 'sign':
      // "1968,1969" are two years, but "1950,5" and "1950.5" are numbers.
      if (next.word === ',') return goesOn?.kind !== 'number' || goesOn.word.length === 4
      if (/^[.:/]$/.test(next.word)) return !goesOn
      return /^[)\]}>»“”"„‹›|;!?…&。，、；：？！）」』]$/.test(next.word)
    default:
      return false
  }
}
