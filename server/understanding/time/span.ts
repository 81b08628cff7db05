/** Spans of days, and calendar arithmetic. */
import { type Day, earliestDay, isReducedDate, latestDay } from '../../../corpus/reduced-date.ts'

/** First and last day, both included. */
export interface Span {
  from: Day
  to: Day
}

/**
 * From the earliest day of `from` to the latest day of `to`, both dates of reduced precision. Undefined if one is not in
 * the calendar ("1984-02-30"), or if the last day is before the first.
 *
 * @example spanOf('1950-06') // { from: '1950-06-01', to: '1950-06-30' }
 */
export function spanOf(from: string, to = from): Span | undefined {
  if (!isReducedDate(from) || !isReducedDate(to)) return undefined
  const span = { from: earliestDay(from), to: latestDay(to) }
  return span.from <= span.to ? span : undefined
}

/** Whole months. `month` starts at 1; 13 is January of the next year. */
export function spanOfMonths(year: number, month: number, count = 1): Span | undefined {
  const last = month + count - 1
  return spanOf(reducedMonth(year, month), reducedMonth(year, last))
}

function reducedMonth(year: number, month: number): string {
  const months = year * 12 + month - 1
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

export function spanOfYears(first: number, last = first): Span | undefined {
  return spanOf(String(first), String(last))
}

export function contains(whole: Span, part: Span): boolean {
  return whole.from <= part.from && part.to <= whole.to
}

export function dayBefore(day: Day): Day {
  return shiftDays(day, -1)
}

export function dayAfter(day: Day): Day {
  return shiftDays(day, 1)
}

function shiftDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** The same day of another month, or the last day of a shorter month (31 March − 1 month = 28 February). */
export function shiftMonths(day: Day, months: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  const dayOfMonth = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(dayOfMonth, last))
  return date.toISOString().slice(0, 10)
}
