/** A date as it is written, field by field, and the days that it means. */
import { type Span, spanOf, spanOfMonths, spanOfYears } from './span.ts'
import type { Part } from './vocabulary.ts'

export interface DateFields {
  part?: Part
  /** The year at which a century turns: it and a year to both sides. */
  turn?: number | undefined
  /** 20 is 1901 to 2000. */
  century?: number | undefined
  /** Its first year. */
  decade?: number | undefined
  year?: number | undefined
  /** The first month of the season. */
  season?: number | undefined
  month?: number | undefined
  day?: number | undefined
}

/** The date before one, to which it is joined. */
export interface Before {
  date: DateFields
  /** Whether the two are the ends of a range, and not members of a list. */
  range: boolean
  /** Whether a dash or a slash joins them with no space. */
  tight: boolean
}

export type Unit = 'century' | 'decade' | 'year' | 'season' | 'month' | 'day'

/** Whether it says in which year, decade or century it lies: "June" and "25 June" do not. */
export function isPlaced({ turn, century, decade, year }: DateFields): boolean {
  return [turn, century, decade, year].some((field) => field !== undefined)
}

/** Whether it is a year and nothing smaller. */
export function isWholeYear(fields: DateFields): boolean {
  return fields.year !== undefined && unitOf(fields) === 'year' && fields.part === undefined
}

export function unitOf({ century, decade, season, month, day }: DateFields): Unit {
  if (day !== undefined) return 'day'
  if (month !== undefined) return 'month'
  if (season !== undefined) return 'season'
  return century !== undefined ? 'century' : decade !== undefined ? 'decade' : 'year'
}

/** The days that it means; undefined where it is not placed, or the calendar lacks them ("30 February 1984"). */
export function spanOfDate(fields: DateFields): Span | undefined {
  const { part, turn, century, decade, year, season, month, day } = fields
  if (turn !== undefined) return spanOfYears(turn - 1, turn + 1)
  if (century !== undefined) return yearsOf(century * 100 - 99, 100, part)
  if (decade !== undefined) return yearsOf(decade, 10, part)
  if (year === undefined) return undefined
  if (season !== undefined) return monthsOf(year, season, 3, part)
  if (month === undefined) return monthsOf(year, 1, 12, part)
  const name = `${year}-${twoDigits(month)}`
  return day === undefined ? daysOf(name, part) : spanOf(`${name}-${twoDigits(day)}`)
}

/** The twelfths of a unit that its parts take in: from the first, and up to the second. */
const TWELFTHS: Readonly<Record<Part, readonly [number, number]>> = {
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

/** Neighbouring parts of a decade share a year (1963 is called early as well as mid), those of a month some days. */
const SHARING: Readonly<Partial<Record<number, Partial<typeof TWELFTHS>>>> = {
  10: { early: [0, 4], start: [0, 4], mid: [3, 7], late: [6, 10], end: [6, 10] },
  30: { early: [0, 12], start: [0, 12], mid: [7, 23], late: [17, 30], end: [17, 30] },
}

/** Of so many pieces those that a part takes in: from the first, and up to the second. */
function piecesOf(count: number, part: Part | undefined): readonly [number, number] {
  if (!part) return [0, count]
  const [first, end] = TWELFTHS[part]
  return SHARING[count]?.[part] ?? [Math.floor((first * count) / 12), Math.floor((end * count) / 12)]
}

function yearsOf(year: number, count: number, part: Part | undefined): Span | undefined {
  const [first, end] = piecesOf(count, part)
  return spanOfYears(year + first, year + end - 1)
}

function monthsOf(year: number, month: number, count: number, part: Part | undefined): Span | undefined {
  const [first, end] = piecesOf(count, part)
  return spanOfMonths(year, month + first, end - first)
}

function daysOf(month: string, part: Part | undefined): Span | undefined {
  const whole = spanOf(month)
  const [first, end] = piecesOf(30, part)
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
 * Gives each date what its neighbours say for it: "25–27 June 1950" is 25 June 1950 and 27 June 1950, and so are
 * "June 25–27, 1950". Only the last is placed. Undefined where the fields do not fit ("12 and the 1960s").
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
    const full = next ? completedBy(date, next) : date
    if (!full || !isPlaced(full)) return undefined
    complete.unshift(full)
  }
  return complete
}

function completedBy(date: DateFields, next: DateFields): DateFields | undefined {
  const { part, season, month, day } = date
  if (day !== undefined) {
    const itsMonth = month ?? (next.day === undefined ? undefined : next.month)
    return itsMonth === undefined || next.year === undefined
      ? undefined
      : { day, month: itsMonth, year: next.year }
  }
  if (month !== undefined || season !== undefined)
    return next.year === undefined ? undefined : { ...date, year: next.year }
  // "Mid to late 1960s".
  return part && next.part ? { ...next, part } : undefined
}
