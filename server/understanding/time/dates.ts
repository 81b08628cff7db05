/**
 * Parses one date in words or numbers. Its month or year may be missing if a neighbouring date gives it: "25" in
 * "25–27 June 1950".
 *
 *     date = [ "the" ] [ FILLER ] ( [ part [ "the" ] [ FILLER ] ] unit [ PART_AFTER_MARK ] | part )
 *     part = PART [ "-" | "of" | "in" ] | PART_NOUN ( "of" | "-" )
 *     unit = numericDate | dayMonth | monthDay | season | decade | century | year | shortYear | bareDay
 */
import type { Cursor } from './cursor.ts'
import type { DateFields, PreviousDate } from './date-fields.ts'
import { readCentury, readDecade } from './decades.ts'
import { readBareDay, readDayMonth, readMonthDay } from './months.ts'
import { isMark, readNumericDate } from './numeric-dates.ts'
import { readSeason } from './seasons.ts'
import { FILLERS, PART_NOUNS, PARTS, PARTS_AFTER_MARK, type PeriodPart } from './vocabulary.ts'
import { readShortYear, readYear } from './years.ts'

export function readDate(cursor: Cursor, before?: PreviousDate): DateFields | undefined {
  return cursor.attempt(() => {
    skipArticle(cursor)
    return (
      cursor.attempt(() => {
        const part = readPart(cursor)
        if (part) skipArticle(cursor)
        const unit = readUnit(cursor, before)
        const after = isMark(cursor.peek(-1), 'year') || isMark(cursor.peek(-1), 'decade')
        const partOfUnit = part ?? (after ? cursor.acceptMeaning(PARTS_AFTER_MARK) : undefined)
        return unit && partOfUnit ? { ...unit, part: partOfUnit } : unit
      }) ?? readPartAlone(cursor)
    )
  })
}

/** "The", "the year", "the month of". */
export function skipArticle(cursor: Cursor): void {
  cursor.accept('the')
  cursor.acceptPhrase(FILLERS)
}

function readPart(cursor: Cursor): PeriodPart | undefined {
  return cursor.attempt(() => {
    const part = cursor.acceptMeaning(PARTS)
    if (part) {
      if (cursor.peek()?.kind === 'dash') cursor.position += 1
      else if (!cursor.accept('of') && /^(?:early|mid|late)$/.test(part)) cursor.accept('in')
      return part
    }
    const noun = cursor.acceptMeaning(PART_NOUNS)
    if (noun && cursor.peek()?.kind === 'dash') cursor.position += 1
    else if (!cursor.accept('of')) return undefined
    return noun
  })
}

/** "Mid-" in "mid- to late 1960s". */
function readPartAlone(cursor: Cursor): DateFields | undefined {
  const part = cursor.acceptMeaning(PARTS)
  if (!part) return undefined
  const next = cursor.peek()
  if (next?.kind === 'dash' && next.glued && !cursor.peek(1)?.glued) cursor.position += 1
  return { part }
}

function readUnit(cursor: Cursor, before: PreviousDate | undefined): DateFields | undefined {
  return (
    readNumericDate(cursor) ??
    cursor.attempt(() => readDayMonth(cursor)) ??
    cursor.attempt(() => readMonthDay(cursor)) ??
    cursor.attempt(() => readSeason(cursor)) ??
    readDecade(cursor) ??
    readCentury(cursor) ??
    cursor.attempt(() => readYearFields(cursor)) ??
    cursor.attempt(() => readShortYear(cursor, before)) ??
    cursor.attempt(() => readBareDay(cursor, before))
  )
}

function readYearFields(cursor: Cursor): DateFields | undefined {
  const number = readYear(cursor)
  return number === undefined ? undefined : { year: number }
}
