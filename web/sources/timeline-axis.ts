/** The line of a timeline: whole years, months or days of one month, as few and as round as its dates allow. */
import {
  type Day,
  earliestDay,
  formatDate,
  isReducedDate,
  latestDay,
  type ReducedDate,
} from '../../corpus/reduced-date.ts'

export interface Axis {
  /** First moment, and the moment after the last. Milliseconds of the epoch, as of a tick. */
  start: number
  end: number
  ticks: readonly { time: number; label: string }[]
}

/** More labels than this would touch on the narrowest line. */
const MOST_YEARS = 5
const MOST_MONTHS = 4
/** Up to so many months stand on the line as months. */
const IN_MONTHS = 18

/** @param dates one or more. */
export function axisOf(dates: readonly ReducedDate[]): Axis {
  const first = dates.map(earliestDay).reduce((a, b) => (a < b ? a : b))
  const last = dates.map(latestDay).reduce((a, b) => (a > b ? a : b))
  const months = monthOf(last) - monthOf(first) + 1
  if (months === 1) return daysOf(monthOf(first))
  if (months <= IN_MONTHS) return monthsFrom(monthOf(first), months)
  return yearsOf(Number(first.slice(0, 4)), Number(last.slice(0, 4)))
}

/** Months are counted from the year 0. */
const monthOf = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
const beginOf = (month: number, day = 1) => Date.UTC(Math.floor(month / 12), month % 12, day)

function daysOf(month: number): Axis {
  return {
    start: beginOf(month),
    end: beginOf(month + 1),
    ticks: [1, 11, 21].map((day) => ({
      time: beginOf(month, day),
      label: day === 1 ? `1 ${inWords(month)}` : String(day),
    })),
  }
}

function monthsFrom(first: number, count: number): Axis {
  const step = Math.ceil(count / MOST_MONTHS)
  const months = Array.from({ length: Math.ceil(count / step) }, (_, index) => first + index * step)
  return {
    start: beginOf(first),
    end: beginOf(first + count),
    ticks: months.map((month, index) => {
      const [name = '', year = ''] = inWords(month).split(' ')
      const before = months[index - 1]
      const newYear = before === undefined || Math.floor(before / 12) !== Math.floor(month / 12)
      return { time: beginOf(month), label: newYear ? `${name.slice(0, 3)} ${year}` : name.slice(0, 3) }
    }),
  }
}

function yearsOf(first: number, last: number): Axis {
  const step = [1, 2, 5, 10, 20, 50].find((step) => (last - first + 1) / step <= MOST_YEARS) ?? 100
  const begin = Math.ceil(first / step) * step
  const years = Array.from(
    { length: Math.floor((last - begin) / step) + 1 },
    (_, index) => begin + index * step,
  )
  return {
    start: beginOf(first * 12),
    end: beginOf((last + 1) * 12),
    ticks: years.map((year) => ({ time: beginOf(year * 12), label: String(year) })),
  }
}

function inWords(month: number): string {
  const date = new Date(beginOf(month)).toISOString().slice(0, 7)
  return isReducedDate(date) ? formatDate(date) : date
}
