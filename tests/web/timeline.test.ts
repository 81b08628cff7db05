import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isReducedDate, type ReducedDate } from '../../corpus/reduced-date.ts'
import { timelineOf } from '../../web/sources/timeline.ts'

const date = (text: string): ReducedDate => {
  if (!isReducedDate(text)) throw new Error(text)
  return text
}
const line = (...dates: string[]) => timelineOf(dates.map(date), (each) => each, 0.09)

describe('a line of time', () => {
  it('shows whatever dates from left to right, none outside of it or upon another', () => {
    const two = (number: number) => String(number).padStart(2, '0')
    const dates = fc
      .tuple(
        fc.integer({ min: 1945, max: 2000 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.nat(2),
      )
      .map(([year, month, day, precision]) => [year, two(month), two(day)].slice(0, precision + 1).join('-'))
    fc.assert(
      fc.property(fc.array(dates, { minLength: 1, maxLength: 12 }), (some) => {
        const { marks, rows, ticks } = line(...some)
        expect(marks).toHaveLength(some.length)
        for (const { at, width, row } of marks) {
          expect(at - width / 2).toBeGreaterThanOrEqual(0)
          expect(at + width / 2).toBeLessThanOrEqual(1)
          expect(row).toBeLessThan(rows)
        }
        for (const a of marks)
          for (const b of marks)
            if (a !== b && a.row === b.row) expect(Math.abs(a.at - b.at)).toBeGreaterThanOrEqual(0.09)
        expect(ticks.length).toBeLessThanOrEqual(7)
        expect(ticks.every(({ at }) => at >= 0 && at <= 1)).toBe(true)
      }),
    )
  })

  it('gives a year the width of a year and a day none', () => {
    const [year, day] = line('1955', '1957-01-01').marks
    expect(year?.width).toBeGreaterThan(0.4)
    expect(day?.width).toBe(0)
  })

  it('counts in months where all is of one year, and in years where it spans decades', () => {
    expect(line('1968-01-23', '1968-12-23').ticks[0]?.label).toMatch(/^[A-Z][a-z]+ 1968$/)
    expect(line('1945', '1990-05').ticks.map(({ label }) => label)).toEqual(['1950', '1960', '1970', '1980'])
  })

  it('of one day has it in the middle', () => {
    expect(line('1968-01-23').marks[0]?.at).toBeCloseTo(0.5, 1)
  })
})
