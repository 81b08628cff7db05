/**
 * Months and days in words.
 *
 *     dayMonth = day [ "." | "-" | "of" ] MONTH [ "." ] [ inYear ]   25 June 1950, 25-Jun-1950, the 25th of June 1950
 *     monthDay = MONTH [ "." ] [ [ "the" | "-" ] day ] [ inYear ]    June 25, 1950, June 1950
 *     bareDay  = day [ inYear ]      the year only behind another day: "June 25–27, 1950"
 *     day      = NUMBER | ordinal    1 to 31
 */
import type { Cursor } from './cursor.ts'
import { type Before, type DateFields, isPlaced } from './date-fields.ts'
import { numberIn } from './figures.ts'
import { ordinal } from './ordinal.ts'
import { MONTHS } from './vocabulary.ts'
import { wordSet } from './word-table.ts'
import { inYear } from './years.ts'

export function dayMonth(cursor: Cursor): DateFields | undefined {
  const day = readDay(cursor)
  if (day === undefined) return undefined
  if (cursor.peek()?.glued && (cursor.peek()?.word === '.' || cursor.peek()?.kind === 'dash'))
    cursor.position += 1
  else cursor.accept('of')
  const month = readMonth(cursor)
  return month === undefined ? undefined : { day, month, ...inYear(cursor) }
}

export function monthDay(cursor: Cursor): DateFields | undefined {
  const month = readMonth(cursor)
  if (month === undefined) return undefined
  const day = cursor.attempt(() => {
    if (cursor.peek()?.kind === 'dash' && cursor.peek(1)?.glued) cursor.position += 1
    else cursor.accept('the')
    return readDay(cursor)
  })
  return { month, ...(day === undefined ? {} : { day }), ...inYear(cursor) }
}

/** Names that a stop does not shorten: after them it ends the sentence. */
const FULL_NAMES = wordSet('may | june | july')

function readMonth(cursor: Cursor): number | undefined {
  const written = cursor.peek()?.word ?? ''
  const month = cursor.look(MONTHS)
  if (month !== undefined && written.length <= 4 && !FULL_NAMES.has(written) && cursor.peek()?.glued)
    cursor.accept('.')
  return month
}

function readDay(cursor: Cursor): number | undefined {
  return cursor.attempt(() => {
    let day = ordinal(cursor)
    if (day === undefined) {
      day = numberIn(cursor.peek(), 2)
      cursor.position += 1
    }
    return day !== undefined && day >= 1 && day <= 31 ? day : undefined
  })
}

/** "June 25–27, 1950": the second day has the year, and from the first the month. */
export function bareDay(cursor: Cursor, before: Before | undefined): DateFields | undefined {
  const day = readDay(cursor)
  if (day === undefined) return undefined
  const { date } = before ?? {}
  const follows = date?.day !== undefined && !isPlaced(date)
  return { day, ...(follows ? inYear(cursor) : {}) }
}
