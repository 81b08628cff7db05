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
export interface DatedMark<Item> {
  item: Item
  from: number
  to: number
}

/** Marks of near dates, arranged in rows. */
export interface Cluster<Item> {
  marks: readonly DatedMark<Item>[]
  /** Its centre, in percent of the line. */
  percent: number
  /** Number of marks in its first row. */
  columns: number
  rows: number
  /** Number of mark rows between it and the line. */
  rowsBelow: number
}

export interface TimelineLayout<Item> {
  ticks: readonly { percent: number; label: string }[]
  clusters: readonly Cluster<Item>[]
  /** Total number of mark rows. */
  rows: number
}

/** A 24 px target (WCAG 2.5.8) and a 2 px gap. */
export const MARK_WIDTH_PX = 26
/** The width of the line on a 320 px page, the narrowest supported. Marks that do not overlap here never overlap. */
export const MIN_LINE_WIDTH_PX = 280
/** Marks this near to a cluster's first mark join it: about half a mark's width. */
const CLUSTER_DISTANCE_PERCENT = 5
export const MAX_MARKS_PER_ROW = 4
const DAY_MS = 86_400_000

/** @param items at least one */
export function layOutTimeline<Item extends { date: ReducedDate }>(
  items: readonly Item[],
): TimelineLayout<Item> {
  const { start, end, ticks } = axisOf(items.map(({ date }) => date))
  const percentOf = (time: number) => ((time - start) / (end - start)) * 100
  const marks = items.map((item) => ({
    item,
    from: percentOf(Date.parse(earliestDay(item.date))),
    to: percentOf(Date.parse(latestDay(item.date)) + DAY_MS),
  }))
  const clusters = stackClusters(groupNearbyMarks(marks))
  return {
    ticks: ticks.map(({ time, label }) => ({ percent: percentOf(time), label })),
    clusters,
    rows: Math.max(...clusters.map(({ rowsBelow, rows }) => rowsBelow + rows)),
  }
}

const middle = ({ from, to }: DatedMark<unknown>) => (from + to) / 2

function groupNearbyMarks<Item>(marks: readonly DatedMark<Item>[]): DatedMark<Item>[][] {
  const groups: DatedMark<Item>[][] = []
  for (const mark of [...marks].sort((a, b) => middle(a) - middle(b))) {
    const group = groups.at(-1)
    if (group?.[0] && middle(mark) - middle(group[0]) <= CLUSTER_DISTANCE_PERCENT) group.push(mark)
    else groups.push([mark])
  }
  return groups
}

/** Places each cluster in the lowest free rows. */
function stackClusters<Item>(groups: readonly DatedMark<Item>[][]): Cluster<Item>[] {
  const occupied: { right: number; bottom: number; top: number }[] = []
  return groups.map((marks) => {
    const columns = Math.min(marks.length, MAX_MARKS_PER_ROW)
    const rows = Math.ceil(marks.length / MAX_MARKS_PER_ROW)
    const percent = marks.reduce((sum, mark) => sum + middle(mark), 0) / marks.length
    const left = clusterLeft(percent, columns)
    const overlapping = occupied.filter(({ right }) => right > left)
    const fits = (bottom: number) =>
      overlapping.every((other) => bottom >= other.top || bottom + rows <= other.bottom)
    const rowsBelow =
      [0, ...overlapping.map(({ top }) => top).sort((a, b) => a - b)].find(fits) ??
      Math.max(...overlapping.map(({ top }) => top))
    occupied.push({ right: left + columns * MARK_WIDTH_PX, bottom: rowsBelow, top: rowsBelow + rows })
    return { marks, percent, columns, rows, rowsBelow }
  })
}

/**
 * The left edge of a cluster (px): centred on its date, but within the line. SourceTimeline.tsx does the same in CSS.
 */
export function clusterLeft(percent: number, columns: number, line = MIN_LINE_WIDTH_PX): number {
  const width = columns * MARK_WIDTH_PX
  return Math.min(Math.max((percent / 100) * line - width / 2, 0), line - width)
}

/** The axis: whole years, whole months, or the days of one month; the shortest range that contains all dates. */
interface Axis {
  /** First moment, and the moment after the last (ms since 1970, as in the ticks). */
  start: number
  end: number
  ticks: readonly { time: number; label: string }[]
}

/** More labels would touch each other on the narrowest line. */
const MAX_YEAR_LABELS = 5
const MAX_MONTH_LABELS = 4
/** A longer axis shows years instead of months. */
const MAX_MONTHS_ON_LINE = 18

/** @param dates at least one */
function axisOf(dates: readonly ReducedDate[]): Axis {
  const first = dates.map(earliestDay).reduce((a, b) => (a < b ? a : b))
  const last = dates.map(latestDay).reduce((a, b) => (a > b ? a : b))
  const months = monthOf(last) - monthOf(first) + 1
  if (months === 1) return dayAxis(monthOf(first))
  if (months <= MAX_MONTHS_ON_LINE) return monthAxis(monthOf(first), months)
  return yearAxis(Number(first.slice(0, 4)), Number(last.slice(0, 4)))
}

/** Months are counted from the year 0. */
const monthOf = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
const startOf = (month: number, day = 1) => Date.UTC(Math.floor(month / 12), month % 12, day)

function dayAxis(month: number): Axis {
  return {
    start: startOf(month),
    end: startOf(month + 1),
    ticks: [1, 11, 21].map((day) => ({
      time: startOf(month, day),
      label: day === 1 ? `1 ${monthLabel(month)}` : String(day),
    })),
  }
}

function monthAxis(first: number, count: number): Axis {
  const step = Math.ceil(count / MAX_MONTH_LABELS)
  const months = Array.from({ length: Math.ceil(count / step) }, (_, index) => first + index * step)
  return {
    start: startOf(first),
    end: startOf(first + count),
    ticks: months.map((month, index) => {
      const [name = '', year = ''] = monthLabel(month).split(' ')
      const before = months[index - 1]
      const newYear = before === undefined || Math.floor(before / 12) !== Math.floor(month / 12)
      return { time: startOf(month), label: newYear ? `${name.slice(0, 3)} ${year}` : name.slice(0, 3) }
    }),
  }
}

function yearAxis(first: number, last: number): Axis {
  const step = [1, 2, 5, 10, 20, 50].find((step) => (last - first + 1) / step <= MAX_YEAR_LABELS) ?? 100
  const begin = Math.ceil(first / step) * step
  const years = Array.from(
    { length: Math.floor((last - begin) / step) + 1 },
    (_, index) => begin + index * step,
  )
  return {
    start: startOf(first * 12),
    end: startOf((last + 1) * 12),
    ticks: years.map((year) => ({ time: startOf(year * 12), label: String(year) })),
  }
}

function monthLabel(month: number): string {
  const date = new Date(startOf(month)).toISOString().slice(0, 7)
  return isReducedDate(date) ? formatDate(date) : date
}
