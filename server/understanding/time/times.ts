/**
 * Parses dates joined to ranges and lists.
 *
 *     times = group { connector group }
 *
 * "A and B" is a list, but a range after "between". Adjacent members of a list are one time: "June and July 1950".
 */
import type { Cursor } from './cursor.ts'
import { type DateFields, isWholeYear, type Unit, unitOf } from './date-fields.ts'
import { type JoinedDate, readConnector, readGroup } from './date-groups.ts'
import { canEndDate, isMonthLikeVerb, isQuantity, isReferenceNumber } from './non-dates.ts'
import { dayAfter, type Span } from './span.ts'
import type { PeriodPart } from './vocabulary.ts'

export interface Time extends Span {
  unit: Unit | 'range'
  part?: PeriodPart
  /** Whether the time starts a range whose end is before its start: "1953 to 1950". */
  reversed?: boolean
  /** Token span: index of the first token, and one past the last. */
  first: number
  end: number
}

export interface ReadTimesOptions {
  /** Whether "and" joins the ends of a range. */
  between?: boolean
  /** Whether to return the first time only: "before 1950 and 1953" is before 1950. */
  single?: boolean
  /** Whether a bare number may be a quantity: "about 2000 troops", but not "in 1950 troops crossed". */
  mayBeQuantity?: boolean
}

/**
 * Reads the times at the cursor. Undefined if there is none or it has no year; empty if the calendar has no such day
 * ("30 February 1984"), so that no part of it is read as a date.
 */
export function readTimes(cursor: Cursor, options: ReadTimesOptions = {}): Time[] | undefined {
  const { between = false, single = false, mayBeQuantity = false } = options
  return cursor.attempt(() => {
    const isReference = isReferenceNumber(cursor)
    const times: Time[] = []
    let group = readGroup(cursor, { between })
    if (isReference && group?.[0] && isWholeYear(group[0].fields)) return undefined
    let datesRead = 0
    while (group) {
      const before = { length: times.length, last: times.at(-1) }
      for (const { span, ...date } of group) {
        if (!span) return []
        addTime(times, date, span)
        if (single && times.length > 1) return keepFirst(1, times, cursor)
      }
      datesRead += group.length
      const last = group.at(-1)
      group = cursor.attempt(() => last && readNextGroup(cursor, last.fields, between && datesRead === 1))
      if (group || !last || endsTime(cursor, last.fields, mayBeQuantity)) continue
      if (!before.last) return undefined
      // Joined without spaces, the whole is one identifier and no time: "1950-53-DPRK".
      if (last.connector?.tight) return []
      times[before.length - 1] = before.last
      return keepFirst(before.length, times, cursor)
    }
    return times.length > 0 ? times : undefined
  })
}

function readNextGroup(cursor: Cursor, last: DateFields, between: boolean): JoinedDate[] | undefined {
  const connector = readConnector(cursor, between)
  return connector && readGroup(cursor, { before: { date: last, ...connector } })
}

function endsTime(cursor: Cursor, last: DateFields, mayBeQuantity: boolean): boolean {
  if (!canEndDate(cursor)) return false
  // "The army will march 1968 miles."
  return !((isWholeYear(last) || isMonthLikeVerb(cursor)) && isQuantity(cursor, mayBeQuantity))
}

function keepFirst(count: number, times: readonly Time[], cursor: Cursor): Time[] {
  const kept = times.slice(0, count)
  cursor.position = kept.at(-1)?.end ?? cursor.position
  return kept
}

/** Adds a date to the times, or extends the last of them to it. */
function addTime(
  times: Time[],
  { fields, connector, first, end }: Omit<JoinedDate, 'span'>,
  span: Span,
): void {
  const last = times.at(-1)
  const { part } = fields
  if (last && connector?.range && last.from > span.to) last.reversed = true
  else if (last && connector?.range)
    times[times.length - 1] = { ...span, unit: 'range', from: last.from, first: last.first, end }
  else if (last && dayAfter(last.to) === span.from) times[times.length - 1] = { ...last, to: span.to, end }
  else times.push({ ...span, unit: unitOf(fields), ...(part ? { part } : {}), first, end })
}
