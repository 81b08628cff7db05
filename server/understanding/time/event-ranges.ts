/**
 * From an event to a date, or from a date to an event.
 *
 *     eventRange = ( BETWEEN | "from" ) ( event joint times | times joint event )
 *
 * Two events make none: "the difference between the Pueblo and the EC-121".
 */
import type { Bound } from './bound.ts'
import type { Cursor } from './cursor.ts'
import { readJoint } from './date-groups.ts'
import { readEvent } from './named-events.ts'
import { BETWEEN } from './relations.ts'
import type { Span } from './span.ts'
import { readTimes } from './times.ts'

export function readEventRange(cursor: Cursor): Bound | undefined {
  return cursor.attempt(() => {
    const first = cursor.position
    const isBetween = cursor.acceptPhrase(BETWEEN) !== undefined
    if (!isBetween && !cursor.accept('from')) return undefined
    const event = readEvent(cursor)
    const begin = event ?? readDate(cursor)
    const joint = begin && readJoint(cursor, isBetween)
    if (!begin || !joint?.range) return undefined
    const end = event ? readDate(cursor) : readEvent(cursor)
    if (!end) return undefined
    // What is between an event and a date begins at the event's end.
    const from = event && isBetween ? event.to : begin.from
    const to = !event && isBetween ? end.from : end.to
    return from <= to ? { from, to, hard: false, first, end: cursor.position } : undefined
  })
}

function readDate(cursor: Cursor): Span | undefined {
  return readTimes(cursor, { single: true })?.at(0)
}
