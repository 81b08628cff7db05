/**
 * From an event to a date, or from a date to an event.
 *
 *     eventRange = ( BETWEEN | "from" ) ( event joint times | times joint event | moment joint event | event joint moment )
 *
 * Two events make none, "the difference between the Pueblo and the EC-121", where neither is a moment: a death, or the beginning
 * or the end of an event.
 */
import type { Bound } from './bound.ts'
import type { Cursor } from './cursor.ts'
import { readJoint } from './date-groups.ts'
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
    const begin = event ?? readDate(cursor)
    const joint = begin && readJoint(cursor, isBetween)
    if (!begin || !joint?.range) return undefined
    const end = endOf(cursor, { moment, event })
    if (!end) return undefined
    // What is between an event and a date begins at the event's end.
    const from = event && isBetween ? event.to : begin.from
    const to = !event && isBetween ? end.from : end.to
    return from <= to ? { from, to, hard: false, first, end: cursor.position } : undefined
  })
}

function endOf(
  cursor: Cursor,
  begun: { moment: Span | undefined; event: Span | undefined },
): Span | undefined {
  if (!begun.event) return readEvent(cursor)
  return readDate(cursor) ?? (begun.moment ? readEvent(cursor) : readMoment(cursor))
}

function readDate(cursor: Cursor): Span | undefined {
  return readTimes(cursor, { single: true })?.at(0)
}
