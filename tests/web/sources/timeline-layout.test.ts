import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reducedDateSchema } from '../../../corpus/document.ts'
import {
  type Cluster,
  clusterLeft,
  layOutTimeline,
  MARK_WIDTH_PX,
  MAX_MARKS_PER_ROW,
  MIN_LINE_WIDTH_PX,
} from '../../../web/sources/timeline-layout.ts'

const dated = (...dates: string[]) => dates.map((date) => ({ date: reducedDateSchema.parse(date) }))
const labels = (...dates: string[]) => layOutTimeline(dated(...dates)).ticks.map(({ label }) => label)

/** Where the marks stand on a line of this width (px). */
function squares(clusters: readonly Cluster<unknown>[], line: number) {
  return clusters.flatMap(({ marks, percent, columns, rows, rowsBelow }) =>
    marks.map((_, index) => ({
      x: clusterLeft(percent, columns, line) + (index % MAX_MARKS_PER_ROW) * MARK_WIDTH_PX,
      y: (rowsBelow + rows - 1 - Math.floor(index / MAX_MARKS_PER_ROW)) * MARK_WIDTH_PX,
    })),
  )
}

const anyDate = fc
  .tuple(
    fc.integer({ min: 1945, max: 1990 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .chain(([year, month, day]) => {
    const two = (number: number) => String(number).padStart(2, '0')
    return fc.constantFrom(`${year}`, `${year}-${two(month)}`, `${year}-${two(month)}-${two(day)}`)
  })

describe('a timeline of sources', () => {
  it('covers no mark with another and puts none outside, whatever the dates and the width', () => {
    fc.assert(
      fc.property(
        fc.array(anyDate, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: MIN_LINE_WIDTH_PX, max: 700 }),
        (dates, line) => {
          const { clusters, rows } = layOutTimeline(dated(...dates))
          const marks = squares(clusters, line)
          expect(marks.length).toBe(dates.length)
          for (const [index, { x, y }] of marks.entries()) {
            expect(x).toBeGreaterThanOrEqual(0)
            expect(x).toBeLessThanOrEqual(line - MARK_WIDTH_PX + 0.001)
            expect(y).toBeLessThan(rows * MARK_WIDTH_PX)
            for (const other of marks.slice(index + 1))
              expect(
                Math.abs(other.x - x) >= MARK_WIDTH_PX - 0.001 || Math.abs(other.y - y) >= MARK_WIDTH_PX,
              ).toBe(true)
          }
        },
      ),
    )
  })

  it('shows a date as long as it is uncertain', () => {
    const { clusters } = layOutTimeline(dated('1950', '1955-06', '1959-12-31'))
    const spans = clusters.flatMap(({ marks }) => marks.map(({ from, to }) => Math.round(to - from)))
    expect(spans).toEqual([10, 1, 0])
    expect(clusters[0]?.marks[0]?.from).toBe(0)
    expect(clusters.at(-1)?.marks.at(-1)?.to).toBe(100)
  })

  it('is marked in years, months or days, as few as fit', () => {
    expect(labels('1945', '1990')).toEqual(['1950', '1960', '1970', '1980', '1990'])
    expect(labels('1984-05', '1986-01')).toEqual(['1984', '1985', '1986'])
    expect(labels('1984-11-03', '1985-02')).toEqual(['Nov 1984', 'Dec', 'Jan 1985', 'Feb'])
    expect(labels('1976')).toEqual(['Jan 1976', 'Apr', 'Jul', 'Oct'])
    expect(labels('1984-05-30', '1984-05-30')).toEqual(['1 May 1984', '11', '21'])
  })

  it('puts twelve sources of one day into three rows', () => {
    const { clusters, rows } = layOutTimeline(dated(...Array.from({ length: 12 }, () => '1984-05-30')))
    expect(clusters.length).toBe(1)
    expect(rows).toBe(3)
  })
})
