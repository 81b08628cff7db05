/**
 * Dates in a row of which only the last names its year.
 *
 *     group = { date joint } date     "25, 26 and 27 June 1950", "June 25–27, 1950", "mid- to late 1960s"
 *     joint = TO | DASH [ "to" DASH ] | "/" | AND
 */
import type { Cursor } from './cursor.ts'
import { type Before, completeDates, type DateFields, isPlaced, spanOfDate } from './date-fields.ts'
import { readDate } from './dates.ts'
import { AND, TO } from './relations.ts'
import type { Span } from './span.ts'

export interface JoinedDate {
  fields: DateFields
  /** Undefined where the calendar lacks it. */
  span: Span | undefined
  /** How it is joined to the date before; absent for the first of all. */
  joint?: Joint
  /** The tokens that say so: index of the first, and one past the last. */
  first: number
  end: number
}

export type Joint = Omit<Before, 'date'>

/** Days and months that may stand in a row before the year. A limit keeps the work linear: numbers without end are no dates. */
const MOST_UNPLACED = 6

/**
 * A group, every date with its year. Undefined where the last has none, or where they do not fit together.
 * @param before the date before the group, and how the group is joined to it. @param between whether "and" joins the
 * ends of a range.
 */
export function readGroup(
  cursor: Cursor,
  { before, between = false }: { before?: Before | undefined; between?: boolean },
): JoinedDate[] | undefined {
  return cursor.attempt(() => {
    const dates: Omit<JoinedDate, 'span'>[] = []
    let previous = before
    while (dates.length <= MOST_UNPLACED) {
      const first = cursor.position
      const fields = readDate(cursor, previous)
      if (!fields) return undefined
      const joint = previous && { range: previous.range, tight: previous.tight }
      dates.push({ fields, first, end: cursor.position, ...(joint ? { joint } : {}) })
      if (isPlaced(fields)) return completed(dates)
      const next = readJoint(cursor, between && dates.length === 1)
      if (!next) return undefined
      previous = { date: fields, ...next }
    }
    return undefined
  })
}

/** @param between whether "and" joins the ends of a range. */
export function readJoint(cursor: Cursor, between: boolean): Joint | undefined {
  const sign = cursor.peek()
  // "Early-to-mid 1970s".
  if (sign?.kind === 'dash' && cursor.peek(1)?.word === 'to' && cursor.peek(2)?.kind === 'dash') {
    cursor.position += 3
    return { range: true, tight: false }
  }
  if (sign?.kind === 'dash' || (sign?.word === '/' && sign.glued)) {
    cursor.position += 1
    return { range: true, tight: sign.glued && cursor.peek()?.glued === true }
  }
  if (cursor.acceptPhrase(TO)) return { range: true, tight: false }
  return cursor.acceptPhrase(AND) ? { range: between, tight: false } : undefined
}

function completed(dates: readonly Omit<JoinedDate, 'span'>[]): JoinedDate[] | undefined {
  const complete = completeDates(dates.map(({ fields }) => fields))
  if (!complete) return undefined
  const group: JoinedDate[] = []
  for (const [index, date] of [...dates.entries()].reverse()) {
    const next = group[0]
    const fields = complete[index] ?? date.fields
    const year = next?.joint?.range && isAfter(fields, next.fields) ? next.fields.year : undefined
    // "27 December to 4 January 1956" begins in 1955.
    const inOrder = year === undefined ? fields : { ...fields, year: year - 1 }
    group.unshift({ ...date, fields: inOrder, span: spanOfDate(inOrder) })
  }
  return group
}

function isAfter(a: DateFields, b: DateFields): boolean {
  const [first, last] = [spanOfDate(a), spanOfDate(b)]
  return first !== undefined && last !== undefined && first.from > last.to
}
