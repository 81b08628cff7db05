/**
 * Dates joined to ranges and lists.
 *
 *     times = group { joint group }
 *
 * "A and B" is a list, but behind "between" a range. Members of a list that adjoin are one time: "June and July 1950".
 */
import type { Cursor } from './cursor.ts'
import { type DateFields, isWholeYear, type Unit, unitOf } from './date-fields.ts'
import { type JoinedDate, readGroup, readJoint } from './date-groups.ts'
import { endsCleanly, isCounted, isLikeVerb, isNumbered } from './not-times.ts'
import { dayAfter, type Span } from './span.ts'
import type { Part } from './vocabulary.ts'

export interface Time extends Span {
  unit: Unit | 'range'
  part?: Part
  /** Whether a range follows whose last comes before its first: "1953 to 1950". */
  reversed?: boolean
  /** The tokens that say so: index of the first, and one past the last. */
  first: number
  end: number
}

export interface TimesOptions {
  /** Whether "and" joins the ends of a range. */
  between?: boolean
  /** Whether only the first time is wanted: "before 1950 and 1953" is before 1950. */
  single?: boolean
  /** Whether a bare number may count what follows: "about 2000 troops", but not "in 1950 troops crossed". */
  counts?: boolean
}

/**
 * The times that stand here, the cursor behind them. Undefined where there is none or it lacks a year; empty where the
 * calendar lacks one ("30 February 1984"), so that nothing is understood of it.
 */
export function readTimes(cursor: Cursor, options: TimesOptions = {}): Time[] | undefined {
  const { between = false, single = false, counts = false } = options
  return cursor.attempt(() => {
    const numbered = isNumbered(cursor)
    const times: Time[] = []
    let group = readGroup(cursor, { between })
    if (numbered && group?.[0] && isWholeYear(group[0].fields)) return undefined
    let read = 0
    while (group) {
      const before = { length: times.length, last: times.at(-1) }
      for (const { span, ...date } of group) {
        if (!span) return []
        add(times, date, span)
        if (single && times.length > 1) return upTo(1, times, cursor)
      }
      read += group.length
      const last = group.at(-1)
      group = cursor.attempt(() => last && readNextGroup(cursor, last.fields, between && read === 1))
      if (group || !last || isTime(cursor, last.fields, counts)) continue
      if (!before.last) return undefined
      // Where it was joined on with no space, all of it is one thing, and no time: "1950-53-DPRK".
      if (last.joint?.tight) return []
      times[before.length - 1] = before.last
      return upTo(before.length, times, cursor)
    }
    return times.length > 0 ? times : undefined
  })
}

function readNextGroup(cursor: Cursor, last: DateFields, between: boolean): JoinedDate[] | undefined {
  const joint = readJoint(cursor, between)
  return joint && readGroup(cursor, { before: { date: last, ...joint } })
}

function isTime(cursor: Cursor, last: DateFields, counts: boolean): boolean {
  if (!endsCleanly(cursor)) return false
  // "The army will march 1968 miles."
  return !((isWholeYear(last) || isLikeVerb(cursor)) && isCounted(cursor, counts))
}

function upTo(count: number, times: readonly Time[], cursor: Cursor): Time[] {
  const kept = times.slice(0, count)
  cursor.position = kept.at(-1)?.end ?? cursor.position
  return kept
}

/** Adds a date to the times, or extends the last of them to it. */
function add(times: Time[], { fields, joint, first, end }: Omit<JoinedDate, 'span'>, span: Span): void {
  const last = times.at(-1)
  const { part } = fields
  if (last && joint?.range && last.from > span.to) last.reversed = true
  else if (last && joint?.range)
    times[times.length - 1] = { ...span, unit: 'range', from: last.from, first: last.first, end }
  else if (last && dayAfter(last.to) === span.from) times[times.length - 1] = { ...last, to: span.to, end }
  else times.push({ ...span, unit: unitOf(fields), ...(part ? { part } : {}), first, end })
}
