/**
 * Dates in ISO 8601 reduced precision, as archives give them: `1955`, `1976-10`, `1984-05-30`. A date of reduced precision
 * stands for all days of its year or month.
 */

declare const reducedDate: unique symbol
/** A validated date: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type ReducedDate = string & { readonly [reducedDate]: true }
/** A day, `YYYY-MM-DD`. Days compare as strings. */
export type Day = string
export type Precision = 'year' | 'month' | 'day'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** Whether the text is an existing date of reduced precision (`1984-02-30` is not). */
export function isReducedDate(text: string): text is ReducedDate {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text)
  if (!match) return false
  const [, year, month, day] = match
  if (month === undefined) return true
  if (Number(month) < 1 || Number(month) > 12) return false
  return day === undefined || (Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month)))
}

export function precisionOf(date: ReducedDate): Precision {
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day'
}

export function yearOf(date: ReducedDate): number {
  return Number(date.slice(0, 4))
}

/** The first day that the date can mean: `1976-10` → `1976-10-01`. */
export function earliestDay(date: ReducedDate): Day {
  return date + '-01-01'.slice(date.length - 4)
}

/** The last day that the date can mean: `1976-10` → `1976-10-31`. */
export function latestDay(date: ReducedDate): Day {
  const precision = precisionOf(date)
  if (precision === 'day') return date
  if (precision === 'year') return `${date}-12-31`
  return `${date}-${String(daysInMonth(yearOf(date), Number(date.slice(5, 7)))).padStart(2, '0')}`
}

/** The date in words, with the same precision: "30 May 1984", "October 1976", "1955". */
export function formatDate(date: ReducedDate): string {
  const month = MONTHS[Number(date.slice(5, 7)) - 1]
  const day = date.slice(8, 10)
  return [day && String(Number(day)), month, date.slice(0, 4)].filter(Boolean).join(' ')
}

/** Oldest first. Dates without a month sort last in their year, dates without a day last in their month. */
export function compareDates(a: ReducedDate, b: ReducedDate): number {
  return dateSortKey(a).localeCompare(dateSortKey(b), 'en')
}

/** Whether the date can lie in the period. Both ends are included; `undefined` is an open end. */
export function overlapsPeriod(date: ReducedDate, from: Day | undefined, to: Day | undefined): boolean {
  return (to === undefined || earliestDay(date) <= to) && (from === undefined || latestDay(date) >= from)
}

function dateSortKey(date: ReducedDate): string {
  return date + '-99-99'.slice(date.length - 4)
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}
