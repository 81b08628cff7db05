/** The fields of a written date, and the span of days that they mean. */
import { type Span, spanOf, spanOfMonths, spanOfYears } from './span.ts'
import type { PeriodPart } from './vocabulary.ts'

export interface DateFields {
  part?: PeriodPart
  /** Year of the turn of a century: means that year and one on either side. */
  turn?: number | undefined
  /** 20 is 1901 to 2000. */
  century?: number | undefined
  /** First year of the decade. */
  decade?: number | undefined
  year?: number | undefined
  /** First month of the season. */
  season?: number | undefined
  month?: number | undefined
  day?: number | undefined
}

/** The date to which the next one is joined. */
export interface PreviousDate {
  date: DateFields
  /** True for the two ends of a range, false for members of a list. */
  range: boolean
  /** Whether a dash or slash without spaces joins them. */
  tight: boolean
}

export type Unit = 'century' | 'decade' | 'year' | 'season' | 'month' | 'day'

/** Whether it names its year, decade or century: "June" and "25 June" do not. */
export function isAnchored({ turn, century, decade, year }: DateFields): boolean {
  return [turn, century, decade, year].some((field) => field !== undefined)
}

/** Whether it is a year without part, season, month or day. */
export function isWholeYear(fields: DateFields): boolean {
  return fields.year !== undefined && unitOf(fields) === 'year' && fields.part === undefined
}

export function unitOf({ century, decade, season, month, day }: DateFields): Unit {
  if (day !== undefined) return 'day'
  if (month !== undefined) return 'month'
  if (season !== undefined) return 'season'
  return century !== undefined ? 'century' : decade !== undefined ? 'decade' : 'year'
}

/** The days that the fields mean; undefined without a year, or if the calendar has no such day ("30 February 1984"). */
export function spanOfDate(fields: DateFields): Span | undefined {
  const { part, turn, century, decade, year, season, month, day } = fields
  if (turn !== undefined) return spanOfYears(turn - 1, turn + 1)
  if (century !== undefined) return yearsInPart(century * 100 - 99, 100, part)
  if (decade !== undefined) return yearsInPart(decade, 10, part)
  if (year === undefined) return undefined
  if (season !== undefined) return monthsInPart(year, season, 3, part)
  if (month === undefined) return monthsInPart(year, 1, 12, part)
  const name = `${year}-${twoDigits(month)}`
  return day === undefined ? daysInPart(name, part) : spanOf(`${name}-${twoDigits(day)}`)
}

/** Each part as twelfths of its unit: first included, second excluded. */
const PART_TWELFTHS: Readonly<Record<PeriodPart, readonly [number, number]>> = {
  early: [0, 4],
  start: [0, 4],
  mid: [4, 8],
  late: [8, 12],
  end: [8, 12],
  'first half': [0, 6],
  'second half': [6, 12],
  'first quarter': [0, 3],
  'second quarter': [3, 6],
  'third quarter': [6, 9],
  'last quarter': [9, 12],
}

/**
 * Parts that overlap: of a decade by a year (1963 is both "early" and "mid"), of a month by some days. The key is the
 * number of years or days in the unit.
 */
const OVERLAPPING_PARTS: Readonly<Partial<Record<number, Partial<typeof PART_TWELFTHS>>>> = {
  10: { early: [0, 4], start: [0, 4], mid: [3, 7], late: [6, 10], end: [6, 10] },
  30: { early: [0, 12], start: [0, 12], mid: [7, 23], late: [17, 30], end: [17, 30] },
}

/** The subdivisions (years, months, days) of a unit that a part covers: first included, second excluded. */
function subdivisionsInPart(count: number, part: PeriodPart | undefined): readonly [number, number] {
  if (!part) return [0, count]
  const [first, end] = PART_TWELFTHS[part]
  return (
    OVERLAPPING_PARTS[count]?.[part] ?? [Math.floor((first * count) / 12), Math.floor((end * count) / 12)]
  )
}

function yearsInPart(year: number, count: number, part: PeriodPart | undefined): Span | undefined {
  const [first, end] = subdivisionsInPart(count, part)
  return spanOfYears(year + first, year + end - 1)
}

function monthsInPart(
  year: number,
  month: number,
  count: number,
  part: PeriodPart | undefined,
): Span | undefined {
  const [first, end] = subdivisionsInPart(count, part)
  return spanOfMonths(year, month + first, end - first)
}

function daysInPart(month: string, part: PeriodPart | undefined): Span | undefined {
  const whole = spanOf(month)
  const [first, end] = subdivisionsInPart(30, part)
  if (!whole) return undefined
  return {
    from: `${month}-${twoDigits(first + 1)}`,
    to: end === 30 ? whole.to : `${month}-${twoDigits(end)}`,
  }
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}

/**
 * Fills in the month and year that a date takes from its neighbours. Only the last date names its year. Undefined where
 * the fields do not fit ("12 and the 1960s").
 *
 * @example "25–27 June 1950" or "June 25–27, 1950" → 25 June 1950, 27 June 1950
 */
export function completeDates(dates: readonly DateFields[]): DateFields[] | undefined {
  let month: number | undefined
  const withMonths = dates.map((date): DateFields => {
    month = date.month ?? (date.day === undefined ? undefined : month)
    return month === undefined ? date : { ...date, month }
  })
  const complete: DateFields[] = []
  for (const date of withMonths.reverse()) {
    const next = complete[0]
    const full = next ? completeFromNext(date, next) : date
    if (!full || !isAnchored(full)) return undefined
    complete.unshift(full)
  }
  return complete
}

function completeFromNext(date: DateFields, next: DateFields): DateFields | undefined {
  const { part, season, month, day } = date
  if (day !== undefined) {
    const inheritedMonth = month ?? (next.day === undefined ? undefined : next.month)
    return inheritedMonth === undefined || next.year === undefined
      ? undefined
      : { day, month: inheritedMonth, year: next.year }
  }
  if (month !== undefined || season !== undefined)
    return next.year === undefined ? undefined : { ...date, year: next.year }
  // "Mid to late 1960s".
  return part && next.part ? { ...next, part } : undefined
}
