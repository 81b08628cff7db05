/**
 * Parses years, alone or after a month.
 *
 *     year      = YEAR [ 年 | "года" ] | "'" NUMBER     1968, 1968年, '68
 *     inYear    = [ "," ] [ "-" | "of" ] year           "June of 1950", "June 25, 1950"
 *     shortYear = NUMBER [ 年 ]                          only after a year: 1951–53, 1968-9, between 1968 and 69
 */
import type { Cursor } from './cursor.ts'
import { type DateFields, isWholeYear, type PreviousDate } from './date-fields.ts'
import { isMark, numberIn, readFourDigitYear } from './numeric-dates.ts'

/** "'30" is 1930, "'29" is 2029: the archive begins in the 1940s. */
const FIRST_OF_1900S = 30

export function readYear(cursor: Cursor): number | undefined {
  return readFourDigitYear(cursor) ?? cursor.attempt(() => readApostropheYear(cursor))
}

function readApostropheYear(cursor: Cursor): number | undefined {
  const [apostrophe, number] = [cursor.peek(), cursor.peek(1)]
  const short = numberIn(number, 2)
  if (apostrophe?.kind !== 'apostrophe' || short === undefined || !number?.glued) return undefined
  // A closing quotation mark is no apostrophe.
  const before = apostrophe.glued ? cursor.peek(-1)?.kind : undefined
  if (number.word.length !== 2 || before === 'word' || before === 'number' || before === 'name')
    return undefined
  cursor.position += 2
  return short + (short >= FIRST_OF_1900S ? 1900 : 2000)
}

export function readInYear(cursor: Cursor): { year?: number } {
  const number = cursor.attempt(() => {
    cursor.accept(',')
    if (cursor.peek()?.kind === 'dash' && cursor.peek()?.glued && cursor.peek(1)?.glued) cursor.position += 1
    else cursor.accept('of')
    return readYear(cursor)
  })
  return number === undefined ? {} : { year: number }
}

/** Maximal years between a year and a shortened one after it: "C 1950/73" is a file number, "1968/12" a month. */
const [MAX_YEARS_BY_SLASH, MAX_YEARS_OVER_CENTURY] = [2, 10]

/** "53" in "1951–53", "9" in "1968-9", "69" in "between 1968 and 69". */
export function readShortYear(cursor: Cursor, before: PreviousDate | undefined): DateFields | undefined {
  const isSlash = cursor.peek(-1)?.word === '/'
  const token = cursor.peek()
  const short = numberIn(token, 2)
  const first = before?.date.year
  if (!before || !token || short === undefined || first === undefined || !isWholeYear(before.date))
    return undefined
  cursor.position += 1
  if (isMark(cursor.peek(), 'year')) cursor.position += 1
  if (token.word.length === 1 && !before.tight) return undefined
  const base = 10 ** token.word.length
  const near = first - (first % base) + short
  const year = near > first ? near : near + base
  const years = year - first
  if (isSlash && years > MAX_YEARS_BY_SLASH) return undefined
  if (near <= first && (base === 10 || !before.tight || years > MAX_YEARS_OVER_CENTURY)) return undefined
  // In a list it can only be the next year: "in 1968 and 69", but not "in 1968 and 70 others".
  const isNext = years === 1 && cursor.peek()?.kind !== 'word'
  return before.range || isNext ? { year } : undefined
}
