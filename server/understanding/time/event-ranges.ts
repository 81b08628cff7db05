/**
 * Parses ranges from an event to a date, or from a date to an event.
 *
 *     eventRange = ( BETWEEN | "from" ) ( event connector ( times | moment ) | ( times | moment ) connector event )
 *
 * Two events are a range only if one of them is a moment: a death, or the beginning or end of an event. "The difference
 * between the Pueblo and the EC-121" is no range.
 */
import type { Bound } from './bound.ts'
import type { Cursor } from './cursor.ts'
import { readConnector } from './date-groups.ts'
import { readEvent, readMoment } from './named-events.ts'
import { BETWEEN } from './relations.ts'
import type { Span } from './span.ts'
import { readTimes } from './times.ts'

export function readEventRange(cursor: Cursor): Bound | undefined {
  return cursor.attempt(() => {
    const first = cursor.position
    const isBetween = cursor.acceptPhrase(BETWEEN) !== undefined
    if (!isBetween && !cursor.accept('from')) return undefined
    const moment = readMoment(cursor)
    const event = moment ?? readEvent(cursor)
    const begin = event ?? readSingleTime(cursor)
    const connector = begin && readConnector(cursor, isBetween)
    if (!begin || !connector?.range) return undefined
    const end = readRangeEnd(cursor, { moment, event })
    if (!end) return undefined
    // "Between" an event and a date begins at the event's end.
    const from = event && isBetween ? event.to : begin.from
    const to = !event && isBetween ? end.from : end.to
    return from <= to ? { from, to, hard: false, first, end: cursor.position } : undefined
  })
}

function readRangeEnd(
  cursor: Cursor,
  rangeStart: { moment: Span | undefined; event: Span | undefined },
): Span | undefined {
  if (!rangeStart.event) return readEvent(cursor)
  return readSingleTime(cursor) ?? (rangeStart.moment ? readEvent(cursor) : readMoment(cursor))
}

function readSingleTime(cursor: Cursor): Span | undefined {
  return readTimes(cursor, { single: true })?.at(0)
}
