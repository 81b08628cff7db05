/**
 * Parses months and days in words.
 *
 *     dayMonth = day [ "." | "-" | "of" ] MONTH [ "." ] [ inYear ]   25 June 1950, 25-Jun-1950, the 25th of June 1950
 *     monthDay = MONTH [ "." ] [ [ "the" | "-" ] day ] [ inYear ]    June 25, 1950, June 1950
 *     bareDay  = day [ inYear ]      the year only after another day: "June 25–27, 1950"
 *     day      = NUMBER | ordinal    1 to 31
 */
import type { Cursor } from './cursor.ts'
import { type DateFields, isAnchored, type PreviousDate } from './date-fields.ts'
import { numberIn } from './numeric-dates.ts'
import { readOrdinal } from './ordinal.ts'
import { MONTHS } from './vocabulary.ts'
import { wordSet } from './word-table.ts'
import { readInYear } from './years.ts'

export function readDayMonth(cursor: Cursor): DateFields | undefined {
  const day = readDay(cursor)
  if (day === undefined) return undefined
  if (cursor.peek()?.glued && (cursor.peek()?.word === '.' || cursor.peek()?.kind === 'dash'))
    cursor.position += 1
  else cursor.accept('of')
  const month = readMonth(cursor)
  return month === undefined ? undefined : { day, month, ...readInYear(cursor) }
}

export function readMonthDay(cursor: Cursor): DateFields | undefined {
  const month = readMonth(cursor)
  if (month === undefined) return undefined
  const day = cursor.attempt(() => {
    if (cursor.peek()?.kind === 'dash' && cursor.peek(1)?.glued) cursor.position += 1
    else cursor.accept('the')
    return readDay(cursor)
  })
  return { month, ...(day === undefined ? {} : { day }), ...readInYear(cursor) }
}

/** Names that are not abbreviated: a stop after them ends the sentence. */
const UNABBREVIATED_MONTHS = wordSet('may | june | july')

function readMonth(cursor: Cursor): number | undefined {
  const written = cursor.peek()?.word ?? ''
  const month = cursor.acceptMeaning(MONTHS)
  if (
    month !== undefined &&
    written.length <= 4 &&
    !UNABBREVIATED_MONTHS.has(written) &&
    cursor.peek()?.glued
  )
    cursor.accept('.')
  return month
}

function readDay(cursor: Cursor): number | undefined {
  return cursor.attempt(() => {
    let day = readOrdinal(cursor)
    if (day === undefined) {
      day = numberIn(cursor.peek(), 2)
      cursor.position += 1
    }
    return day !== undefined && day >= 1 && day <= 31 ? day : undefined
  })
}

/** "June 25–27, 1950": the second day names the year and takes its month from the first. */
export function readBareDay(cursor: Cursor, before: PreviousDate | undefined): DateFields | undefined {
  const day = readDay(cursor)
  if (day === undefined) return undefined
  const { date } = before ?? {}
  const follows = date?.day !== undefined && !isAnchored(date)
  return { day, ...(follows ? readInYear(cursor) : {}) }
}
