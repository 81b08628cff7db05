/**
 * One date in words or figures. It may lack what a neighbour says for it, as "25" does in "25–27 June 1950".
 *
 *     date = [ "the" ] [ FILLER ] ( [ part [ "the" ] [ FILLER ] ] unit [ PART_AFTER_MARK ] | part )
 *     part = PART [ "-" | "of" | "in" ] | PART_NOUN ( "of" | "-" )
 *     unit = figures | dayMonth | monthDay | season | decade | century | year | shortYear | bareDay
 */
import type { Cursor } from './cursor.ts'
import type { Before, DateFields } from './date-fields.ts'
import { century, decade } from './decades.ts'
import { figures, isMark } from './figures.ts'
import { bareDay, dayMonth, monthDay } from './months.ts'
import { season } from './seasons.ts'
import { FILLERS, PART_NOUNS, PARTS, PARTS_AFTER_MARK, type Part } from './vocabulary.ts'
import { shortYear, year } from './years.ts'

export function readDate(cursor: Cursor, before?: Before): DateFields | undefined {
  return cursor.attempt(() => {
    skipArticle(cursor)
    return (
      cursor.attempt(() => {
        const part = readPart(cursor)
        if (part) skipArticle(cursor)
        const unit = readUnit(cursor, before)
        const after = isMark(cursor.peek(-1), 'year') || isMark(cursor.peek(-1), 'decade')
        const late = part ?? (after ? cursor.look(PARTS_AFTER_MARK) : undefined)
        return unit && late ? { ...unit, part: late } : unit
      }) ?? readPartAlone(cursor)
    )
  })
}

/** "The", "the year", "the month of". */
export function skipArticle(cursor: Cursor): void {
  cursor.accept('the')
  cursor.acceptPhrase(FILLERS)
}

function readPart(cursor: Cursor): Part | undefined {
  return cursor.attempt(() => {
    const part = cursor.look(PARTS)
    if (part) {
      if (cursor.peek()?.kind === 'dash') cursor.position += 1
      else if (!cursor.accept('of') && /^(?:early|mid|late)$/.test(part)) cursor.accept('in')
      return part
    }
    const noun = cursor.look(PART_NOUNS)
    if (noun && cursor.peek()?.kind === 'dash') cursor.position += 1
    else if (!cursor.accept('of')) return undefined
    return noun
  })
}

/** "Mid-" in "mid- to late 1960s". */
function readPartAlone(cursor: Cursor): DateFields | undefined {
  const part = cursor.look(PARTS)
  if (!part) return undefined
  const next = cursor.peek()
  if (next?.kind === 'dash' && next.glued && !cursor.peek(1)?.glued) cursor.position += 1
  return { part }
}

function readUnit(cursor: Cursor, before: Before | undefined): DateFields | undefined {
  return (
    figures(cursor) ??
    cursor.attempt(() => dayMonth(cursor)) ??
    cursor.attempt(() => monthDay(cursor)) ??
    cursor.attempt(() => season(cursor)) ??
    decade(cursor) ??
    century(cursor) ??
    cursor.attempt(() => yearFields(cursor)) ??
    cursor.attempt(() => shortYear(cursor, before)) ??
    cursor.attempt(() => bareDay(cursor, before))
  )
}

function yearFields(cursor: Cursor): DateFields | undefined {
  const number = year(cursor)
  return number === undefined ? undefined : { year: number }
}
