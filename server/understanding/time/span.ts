/** Spans of days, and how to move about in the calendar. */
import { type Day, earliestDay, isReducedDate, latestDay } from '../../../corpus/reduced-date.ts'

/** First and last day, both included. */
export interface Span {
  from: Day
  to: Day
}

/**
 * The days from the first that `from` can mean to the last that `to` can. Undefined where one of them is no date of
 * reduced precision that the calendar has ("1984-02-30"), or where the last day comes before the first.
 */
export function spanOf(from: string, to = from): Span | undefined {
  if (!isReducedDate(from) || !isReducedDate(to)) return undefined
  const span = { from: earliestDay(from), to: latestDay(to) }
  return span.from <= span.to ? span : undefined
}

/** Whole months; `month` is 1 to 12, and may run over into the next years (13 is the next January). */
export function spanOfMonths(year: number, month: number, count = 1): Span | undefined {
  const last = month + count - 1
  return spanOf(monthName(year, month), monthName(year, last))
}

function monthName(year: number, month: number): string {
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

/** The same day of another month; the last day of that month where it is shorter (31 March less one is 28 February). */
export function shiftMonths(day: Day, months: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(wanted, last))
  return date.toISOString().slice(0, 10)
}
