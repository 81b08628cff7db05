/**
 * Parses dates written in numbers.
 *
 *     numericDate = yearFirst | dayFirst | romanMonth | marked
 *     yearFirst   = YEAR sep NUMBER [ sep NUMBER ]          1950-06-25  1950.06.25  1950. 6. 25  1950-06
 *     dayFirst    = NUMBER sep ( NUMBER | ROMAN ) sep YEAR  25.6.1950  25/06/1950  25.VI.1950  25 VI 1950
 *     romanMonth  = ROMAN "." YEAR                          VI.1950
 *     marked      = YEAR 年 [ NUMBER 月 [ NUMBER 日 ] ]      1950年6月25日  1950년 6월 25일
 */
import type { Cursor } from './cursor.ts'
import { type DateFields, spanOfDate } from './date-fields.ts'
import type { Token } from './tokens.ts'
import { type MarkedUnit, ROMAN_MONTHS, RUSSIAN_YEAR_WORDS } from './vocabulary.ts'

/** Range in which a bare four-digit number is read as a year: years of the documents and of what they mention. */
const [MIN_YEAR, MAX_YEAR] = [1900, 2029]

export function readNumericDate(cursor: Cursor): DateFields | undefined {
  return (
    cursor.attempt(() => readYearFirst(cursor)) ??
    cursor.attempt(() => readDayFirst(cursor)) ??
    cursor.attempt(() => readRomanMonth(cursor)) ??
    cursor.attempt(() => readMarkedDate(cursor))
  )
}

/** A four-digit year, with the word or mark that follows it in other languages. */
export function readFourDigitYear(cursor: Cursor): number | undefined {
  const year = yearIn(cursor.peek())
  if (year === undefined) return undefined
  cursor.position += 1
  if (isMark(cursor.peek(), 'year')) cursor.position += 1
  else if (cursor.accept(RUSSIAN_YEAR_WORDS) && cursor.peek()?.glued) cursor.accept('.')
  return year
}

function yearIn(token: Token | undefined): number | undefined {
  const number = numberIn(token, 4)
  return number !== undefined && token?.word.length === 4 && number >= MIN_YEAR && number <= MAX_YEAR
    ? number
    : undefined
}

export function numberIn(token: Token | undefined, maxDigits: number): number | undefined {
  return token?.kind === 'number' && token.word.length <= maxDigits ? Number(token.word) : undefined
}

export function isMark(token: Token | undefined, unit: MarkedUnit): boolean {
  return token?.kind === 'mark' && token.unit === unit
}

/** Separator between the numbers; it decides the likely order of the fields. */
type Separator = '.' | '-' | '/' | '. '

function readSeparator(cursor: Cursor): Separator | undefined {
  const [sign, after] = [cursor.peek(), cursor.peek(1)]
  if (!sign?.glued || !after) return undefined
  cursor.position += 1
  if (sign.word === '.') return after.glued ? '.' : '. '
  if (!after.glued) return undefined
  return sign.word === '/' ? '/' : /^[-‐‑]$/.test(sign.word) ? '-' : undefined
}

function readYearFirst(cursor: Cursor): DateFields | undefined {
  const year = yearIn(cursor.peek())
  if (year === undefined) return undefined
  cursor.position += 1
  const first = readSeparator(cursor)
  const written = cursor.peek()?.word
  const month = numberIn(cursor.peek(), 2)
  if (first === undefined || month === undefined) return undefined
  cursor.position += 1
  const day = cursor.attempt(() => {
    const second = readSeparator(cursor)
    const number = second === first ? numberIn(cursor.peek(), 2) : undefined
    if (number !== undefined) cursor.position += 1
    return number
  })
  if (day !== undefined) return { year, month, day }
  // "1950-06" is a month; "1950-53", "1968-9" and "1968/69" are years; in "1950. 6" the stop ends a sentence.
  const isMonth = written?.length === 2 && month >= 1 && month <= 12 && (first === '-' || first === '.')
  return isMonth ? { year, month } : undefined
}

function readDayFirst(cursor: Cursor): DateFields | undefined {
  const first = numberIn(cursor.peek(), 2)
  if (first === undefined) return undefined
  cursor.position += 1
  const firstSeparator = readSeparator(cursor)
  const second = numberIn(cursor.peek(), 2)
  const roman = romanMonthIn(cursor, firstSeparator === undefined)
  if (second === undefined && roman === undefined) return undefined
  if (firstSeparator === undefined && roman === undefined) return undefined
  cursor.position += 1
  if (readSeparator(cursor) !== firstSeparator) return undefined
  const year = readFourDigitYear(cursor)
  if (year === undefined) return undefined
  if (roman !== undefined) return { year, month: roman, day: first }
  const monthFirst = { year, month: first, day: second }
  // American dates use slashes and put the month first: "6/25/1950". But "25/6/1950" can only be June.
  return firstSeparator === '/' && spanOfDate(monthFirst) ? monthFirst : { year, month: second, day: first }
}

function readRomanMonth(cursor: Cursor): DateFields | undefined {
  const month = romanMonthIn(cursor, true)
  if (month === undefined) return undefined
  cursor.position += 1
  if (readSeparator(cursor) !== '.') return undefined
  const year = readFourDigitYear(cursor)
  return year === undefined ? undefined : { year, month }
}

/** @param mustBeCapital required where no stop marks the word as a numeral */
function romanMonthIn(cursor: Cursor, mustBeCapital: boolean): number | undefined {
  const token = cursor.peek()
  if (token?.kind !== 'word' || (mustBeCapital && !token.capital)) return undefined
  return ROMAN_MONTHS.get(token.word)
}

function readMarkedDate(cursor: Cursor): DateFields | undefined {
  const year = readFourDigitYear(cursor)
  const month = numberIn(cursor.peek(), 2)
  if (year === undefined || month === undefined || !isMark(cursor.peek(1), 'month')) return undefined
  cursor.position += 2
  const day = numberIn(cursor.peek(), 2)
  if (day === undefined || !isMark(cursor.peek(1), 'day')) return { year, month }
  cursor.position += 2
  return { year, month, day }
}
