/**
 * Dates in figures.
 *
 *     figures    = yearFirst | dayFirst | romanMonth | marked
 *     yearFirst  = YEAR sep NUMBER [ sep NUMBER ]          1950-06-25  1950.06.25  1950. 6. 25  1950-06
 *     dayFirst   = NUMBER sep ( NUMBER | ROMAN ) sep YEAR  25.6.1950  25/06/1950  25.VI.1950  25 VI 1950
 *     romanMonth = ROMAN "." YEAR                          VI.1950
 *     marked     = YEAR 年 [ NUMBER 月 [ NUMBER 日 ] ]      1950年6月25日  1950년 6월 25일
 */
import type { Cursor } from './cursor.ts'
import { type DateFields, spanOfDate } from './date-fields.ts'
import type { Token } from './tokens.ts'
import { type MarkedUnit, ROMAN_MONTHS, RUSSIAN_YEAR_WORDS } from './vocabulary.ts'

/** The years that a bare number of four figures can mean: those of the archive and of what its papers speak of. */
const [FIRST_YEAR, LAST_YEAR] = [1900, 2029]

export function figures(cursor: Cursor): DateFields | undefined {
  return (
    cursor.attempt(() => yearFirst(cursor)) ??
    cursor.attempt(() => dayFirst(cursor)) ??
    cursor.attempt(() => romanMonth(cursor)) ??
    cursor.attempt(() => marked(cursor))
  )
}

/** A year in four figures, with the words or the mark that other languages put behind it. */
export function yearNumber(cursor: Cursor): number | undefined {
  const year = yearIn(cursor.peek())
  if (year === undefined) return undefined
  cursor.position += 1
  if (isMark(cursor.peek(), 'year')) cursor.position += 1
  else if (cursor.accept(RUSSIAN_YEAR_WORDS) && cursor.peek()?.glued) cursor.accept('.')
  return year
}

function yearIn(token: Token | undefined): number | undefined {
  const number = numberIn(token, 4)
  return number !== undefined && token?.word.length === 4 && number >= FIRST_YEAR && number <= LAST_YEAR
    ? number
    : undefined
}

export function numberIn(token: Token | undefined, mostDigits: number): number | undefined {
  return token?.kind === 'number' && token.word.length <= mostDigits ? Number(token.word) : undefined
}

export function isMark(token: Token | undefined, unit: MarkedUnit): boolean {
  return token?.kind === 'mark' && token.unit === unit
}

/** Between figures: how it is written decides which order of the fields is likely. */
type Separator = '.' | '-' | '/' | '. '

function separator(cursor: Cursor): Separator | undefined {
  const [sign, after] = [cursor.peek(), cursor.peek(1)]
  if (!sign?.glued || !after) return undefined
  cursor.position += 1
  if (sign.word === '.') return after.glued ? '.' : '. '
  if (!after.glued) return undefined
  return sign.word === '/' ? '/' : /^[-‐‑]$/.test(sign.word) ? '-' : undefined
}

function yearFirst(cursor: Cursor): DateFields | undefined {
  const year = yearIn(cursor.peek())
  if (year === undefined) return undefined
  cursor.position += 1
  const first = separator(cursor)
  const written = cursor.peek()?.word
  const month = numberIn(cursor.peek(), 2)
  if (first === undefined || month === undefined) return undefined
  cursor.position += 1
  const day = cursor.attempt(() => {
    const second = separator(cursor)
    const number = second === first ? numberIn(cursor.peek(), 2) : undefined
    if (number !== undefined) cursor.position += 1
    return number
  })
  if (day !== undefined) return { year, month, day }
  // "1950-06" is a month; "1950-53", "1968-9" and "1968/69" are years, "1950. 6" the end of a sentence.
  const isMonth = written?.length === 2 && month >= 1 && month <= 12 && (first === '-' || first === '.')
  return isMonth ? { year, month } : undefined
}

function dayFirst(cursor: Cursor): DateFields | undefined {
  const first = numberIn(cursor.peek(), 2)
  if (first === undefined) return undefined
  cursor.position += 1
  const parted = separator(cursor)
  const second = numberIn(cursor.peek(), 2)
  const roman = romanIn(cursor, parted === undefined)
  if (second === undefined && roman === undefined) return undefined
  if (parted === undefined && roman === undefined) return undefined
  cursor.position += 1
  if (separator(cursor) !== parted) return undefined
  const year = yearNumber(cursor)
  if (year === undefined) return undefined
  if (roman !== undefined) return { year, month: roman, day: first }
  const monthFirst = { year, month: first, day: second }
  // Only America parts by slashes and puts the month first: "6/25/1950"; but "25/6/1950" can only be June.
  return parted === '/' && spanOfDate(monthFirst) ? monthFirst : { year, month: second, day: first }
}

function romanMonth(cursor: Cursor): DateFields | undefined {
  const month = romanIn(cursor, true)
  if (month === undefined) return undefined
  cursor.position += 1
  if (separator(cursor) !== '.') return undefined
  const year = yearNumber(cursor)
  return year === undefined ? undefined : { year, month }
}

/** @param capitals whether it must be in capitals, as where no stops tell that it is a numeral. */
function romanIn(cursor: Cursor, capitals: boolean): number | undefined {
  const token = cursor.peek()
  if (token?.kind !== 'word' || (capitals && !token.capital)) return undefined
  return ROMAN_MONTHS.get(token.word)
}

function marked(cursor: Cursor): DateFields | undefined {
  const year = yearNumber(cursor)
  const month = numberIn(cursor.peek(), 2)
  if (year === undefined || month === undefined || !isMark(cursor.peek(1), 'month')) return undefined
  cursor.position += 2
  const day = numberIn(cursor.peek(), 2)
  if (day === undefined || !isMark(cursor.peek(1), 'day')) return { year, month }
  cursor.position += 2
  return { year, month, day }
}
