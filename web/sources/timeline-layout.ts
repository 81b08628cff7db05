/**
 * Where things stand on a timeline: the span of each date on the line, and above it the marks, those of near dates
 * side by side and the others on top of each other, so that none covers another.
 */
import { earliestDay, latestDay, type ReducedDate } from '../../corpus/reduced-date.ts'
import { axisOf } from './timeline-axis.ts'

/** A mark and what its date can mean, in per cent of the line. */
export interface Dated<Item> {
  item: Item
  from: number
  to: number
}

/** Marks around one place of the line, in rows. */
export interface Cluster<Item> {
  marks: readonly Dated<Item>[]
  /** Per cent of the line. */
  at: number
  /** Marks in its first row. */
  columns: number
  rows: number
  /** Rows of marks that are under it. */
  above: number
}

export interface TimelineLayout<Item> {
  ticks: readonly { at: number; label: string }[]
  clusters: readonly Cluster<Item>[]
  /** Rows of marks in all, one above the other. */
  rows: number
}

/** The room of a mark (px): a target of 24 px (WCAG 2.5.8) and what parts it from the next. */
export const MARK = 26
/** The narrowest line that is drawn, on a page of 320 px (px). What does not touch here touches on no wider line. */
export const NARROWEST = 280
/** Marks as near as this share a cluster, in per cent of the line: about half a mark. */
const NEAR = 5
export const LONGEST_ROW = 4
const DAY = 86_400_000

/** @param items one or more. */
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

/** Each group as low as those before it leave room. */
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

/** Where a cluster begins (px): around its place, but never beyond the line. The page does the same in CSS. */
export function leftOf(at: number, columns: number, line = NARROWEST): number {
  const width = columns * MARK
  return Math.min(Math.max((at / 100) * line - width / 2, 0), line - width)
}
