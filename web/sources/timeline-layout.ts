/**
 * Lays out a timeline: the axis with its ticks, the span of each date, and the marks above it. Marks of near dates form a
 * cluster, side by side; clusters that would overlap are stacked.
 */
import {
  type Day,
  earliestDay,
  formatDate,
  isReducedDate,
  latestDay,
  type ReducedDate,
} from '../../corpus/reduced-date.ts'

/** A mark with the span of its date, in percent of the line. */
export interface Dated<Item> {
  item: Item
  from: number
  to: number
}

/** Marks of near dates, arranged in rows. */
export interface Cluster<Item> {
  marks: readonly Dated<Item>[]
  /** Its centre, in percent of the line. */
  at: number
  /** Number of marks in its first row. */
  columns: number
  rows: number
  /** Number of mark rows between it and the line. */
  above: number
}

export interface TimelineLayout<Item> {
  ticks: readonly { at: number; label: string }[]
  clusters: readonly Cluster<Item>[]
  /** Total number of mark rows. */
  rows: number
}

/** A 24 px target (WCAG 2.5.8) and a 2 px gap. */
export const MARK = 26
/** The width of the line on a 320 px page, the narrowest supported. Marks that do not overlap here never overlap. */
export const NARROWEST = 280
/** Marks this near to a cluster's first mark join it: about half a mark's width. */
const NEAR = 5
export const LONGEST_ROW = 4
const DAY = 86_400_000

/** @param items at least one */
export function layOut<Item extends { date: ReducedDate }>(items: readonly Item[]): TimelineLayout<Item> {
  const { start, end, ticks } = axisOf(items.map(({ date }) => date))
  const percent = (time: number) => ((time - start) / (end - start)) * 100
  const marks = items.map((item) => ({
    item,
    from: percent(Date.parse(earliestDay(item.date))),
    to: percent(Date.parse(latestDay(item.date)) + DAY),
  }))
  const clusters = stacked(near(marks))
  return {
    ticks: ticks.map(({ time, label }) => ({ at: percent(time), label })),
    clusters,
    rows: Math.max(...clusters.map(({ above, rows }) => above + rows)),
  }
}

const middle = ({ from, to }: Dated<unknown>) => (from + to) / 2

function near<Item>(marks: readonly Dated<Item>[]): Dated<Item>[][] {
  const groups: Dated<Item>[][] = []
  for (const mark of [...marks].sort((a, b) => middle(a) - middle(b))) {
    const group = groups.at(-1)
    if (group?.[0] && middle(mark) - middle(group[0]) <= NEAR) group.push(mark)
    else groups.push([mark])
  }
  return groups
}

/** Places each cluster in the lowest free rows. */
function stacked<Item>(groups: readonly Dated<Item>[][]): Cluster<Item>[] {
  const taken: { right: number; bottom: number; top: number }[] = []
  return groups.map((marks) => {
    const columns = Math.min(marks.length, LONGEST_ROW)
    const rows = Math.ceil(marks.length / LONGEST_ROW)
    const at = marks.reduce((sum, mark) => sum + middle(mark), 0) / marks.length
    const left = leftOf(at, columns)
    const inTheWay = taken.filter(({ right }) => right > left)
    const fits = (bottom: number) =>
      inTheWay.every((other) => bottom >= other.top || bottom + rows <= other.bottom)
    const above =
      [0, ...inTheWay.map(({ top }) => top).sort((a, b) => a - b)].find(fits) ??
      Math.max(...inTheWay.map(({ top }) => top))
    taken.push({ right: left + columns * MARK, bottom: above, top: above + rows })
    return { marks, at, columns, rows, above }
  })
}

/** The left edge of a cluster (px): centred on its date, but within the line. SourceTimeline.tsx does the same in CSS. */
export function leftOf(at: number, columns: number, line = NARROWEST): number {
  const width = columns * MARK
  return Math.min(Math.max((at / 100) * line - width / 2, 0), line - width)
}

/** The axis: whole years, whole months, or the days of one month; the shortest range that contains all dates. */
interface Axis {
  /** First moment, and the moment after the last (ms since 1970, as in the ticks). */
  start: number
  end: number
  ticks: readonly { time: number; label: string }[]
}

/** More labels would touch each other on the narrowest line. */
const MOST_YEARS = 5
const MOST_MONTHS = 4
/** A longer axis shows years instead of months. */
const MOST_MONTHS_ON_LINE = 18

/** @param dates at least one */
function axisOf(dates: readonly ReducedDate[]): Axis {
  const first = dates.map(earliestDay).reduce((a, b) => (a < b ? a : b))
  const last = dates.map(latestDay).reduce((a, b) => (a > b ? a : b))
  const months = monthOf(last) - monthOf(first) + 1
  if (months === 1) return daysOf(monthOf(first))
  if (months <= MOST_MONTHS_ON_LINE) return monthsFrom(monthOf(first), months)
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
