/** Where documents stand on a line of time, from its left end (0) to its right end (1). */
import { compareDates, earliestDay, latestDay, type ReducedDate } from '../../corpus/reduced-date.ts'

export interface Mark<Item> {
  item: Item
  /** The middle of the days that the date can mean, and their width: 0 for a day. */
  at: number
  width: number
  /** The row that it stands in, from 0: those too close to another stand below it. */
  row: number
}

export interface Timeline<Item> {
  /** Oldest first. */
  marks: Mark<Item>[]
  rows: number
  ticks: { at: number; label: string }[]
}

const DAY = 24 * 60 * 60 * 1000
/** A line shows a month at the least, so that one day is not a line without length (ms). */
const SHORTEST = 31 * DAY
/** Room on both sides of what it shows, as a share of it. */
const MARGIN = 0.06
const MOST_TICKS = 6
/** Their labels need room on both sides. */
const [FIRST_TICK, LAST_TICK] = [0.08, 0.92]

/** @param closest marks nearer than this share of the line get rows of their own. */
export function timelineOf<Item>(
  items: readonly Item[],
  dateOf: (item: Item) => ReducedDate,
  closest: number,
): Timeline<Item> {
  const sorted = [...items].sort((a, b) => compareDates(dateOf(a), dateOf(b)))
  const spans = sorted.map((item) => {
    const date = dateOf(item)
    return { item, from: Date.parse(earliestDay(date)), to: Date.parse(latestDay(date)) }
  })
  const first = Math.min(...spans.map(({ from }) => from))
  const last = Math.max(...spans.map(({ to }) => to))
  const lacking = Math.max(0, SHORTEST - (last - first))
  const margin = Math.max(last - first, SHORTEST) * MARGIN
  const [start, end] = [first - lacking / 2 - margin, last + lacking / 2 + margin]
  const place = (time: number) => (time - start) / (end - start)

  const ends: number[] = []
  const marks = spans.map(({ item, from, to }) => {
    const at = (place(from) + place(to)) / 2
    const free = ends.findIndex((taken) => at - taken >= closest)
    const row = free === -1 ? ends.length : free
    ends[row] = at
    return { item, at, width: to > from ? place(to) - place(from) : 0, row }
  })
  return { marks, rows: ends.length, ticks: ticksBetween(start, end, place) }
}

/** Beginnings of years, or of months where the line is short, at most six of them. */
function ticksBetween(
  start: number,
  end: number,
  place: (time: number) => number,
): Timeline<unknown>['ticks'] {
  const years = (end - start) / (365.25 * DAY)
  const monthly = years < 2
  const steps = monthly ? [1, 2, 3, 6] : [1, 2, 5, 10, 20]
  const span = monthly ? years * 12 : years
  const step = steps.find((candidate) => span / candidate <= MOST_TICKS) ?? steps.at(-1) ?? 1
  const begin = new Date(start)
  const ticks: Timeline<unknown>['ticks'] = []
  for (let count = 0; count < 1000; count += step) {
    const date = monthly
      ? new Date(Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + 1 + count))
      : new Date(Date.UTC(Math.ceil((begin.getUTCFullYear() + 1) / step) * step + count, 0))
    if (place(date.getTime()) > LAST_TICK) break
    const label = monthly
      ? date.toLocaleDateString('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' })
      : String(date.getUTCFullYear())
    if (place(date.getTime()) >= FIRST_TICK) ticks.push({ at: place(date.getTime()), label })
  }
  return ticks
}
