/**
 * Parses consecutive dates of which only the last names its year.
 *
 *     group = { date connector } date     "25, 26 and 27 June 1950", "June 25–27, 1950", "mid- to late 1960s"
 *     connector = RANGE_CONNECTORS | DASH [ "to" DASH ] | "/" | LIST_CONNECTORS
 */
import type { Cursor } from './cursor.ts'
import { completeDates, type DateFields, isAnchored, type PreviousDate, spanOfDate } from './date-fields.ts'
import { readDate } from './dates.ts'
import { LIST_CONNECTORS, RANGE_CONNECTORS } from './relations.ts'
import type { Span } from './span.ts'

export interface JoinedDate {
  fields: DateFields
  /** Undefined if the calendar has no such day. */
  span: Span | undefined
  /** How it is joined to the date before; absent for the first date. */
  connector?: Connector
  /** Token span: index of the first token, and one past the last. */
  first: number
  end: number
}

export type Connector = Omit<PreviousDate, 'date'>

/** Maximal number of days and months before the year. Keeps the work linear on a long list of numbers, which are no dates. */
const MAX_UNANCHORED_DATES = 6

/**
 * A group with the year of every date. Undefined if the last date has none, or if the dates do not fit together.
 *
 * @param before the date before the group, and how the group is joined to it
 * @param between whether "and" joins the ends of a range
 */
export function readGroup(
  cursor: Cursor,
  { before, between = false }: { before?: PreviousDate | undefined; between?: boolean },
): JoinedDate[] | undefined {
  return cursor.attempt(() => {
    const dates: Omit<JoinedDate, 'span'>[] = []
    let previous = before
    while (dates.length <= MAX_UNANCHORED_DATES) {
      const first = cursor.position
      const fields = readDate(cursor, previous)
      if (!fields) return undefined
      const connector = previous && { range: previous.range, tight: previous.tight }
      dates.push({ fields, first, end: cursor.position, ...(connector ? { connector } : {}) })
      if (isAnchored(fields)) return completeGroup(dates)
      const next = readConnector(cursor, between && dates.length === 1)
      if (!next) return undefined
      previous = { date: fields, ...next }
    }
    return undefined
  })
}

/** @param between whether "and" joins the ends of a range. */
export function readConnector(cursor: Cursor, between: boolean): Connector | undefined {
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
  if (cursor.acceptPhrase(RANGE_CONNECTORS)) return { range: true, tight: false }
  return cursor.acceptPhrase(LIST_CONNECTORS) ? { range: between, tight: false } : undefined
}

function completeGroup(dates: readonly Omit<JoinedDate, 'span'>[]): JoinedDate[] | undefined {
  const complete = completeDates(dates.map(({ fields }) => fields))
  if (!complete) return undefined
  const group: JoinedDate[] = []
  for (const [index, date] of [...dates.entries()].reverse()) {
    const next = group[0]
    const fields = complete[index] ?? date.fields
    const year = next?.connector?.range && isAfter(fields, next.fields) ? next.fields.year : undefined
    // "27 December to 4 January 1956" begins in 1955.
    const adjusted = year === undefined ? fields : { ...fields, year: year - 1 }
    group.unshift({ ...date, fields: adjusted, span: spanOfDate(adjusted) })
  }
  return group
}

function isAfter(a: DateFields, b: DateFields): boolean {
  const [first, last] = [spanOfDate(a), spanOfDate(b)]
  return first !== undefined && last !== undefined && first.from > last.to
}
