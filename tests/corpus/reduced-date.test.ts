import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareDates,
  earliestDay,
  formatDate,
  isReducedDate,
  latestDay,
  overlapsPeriod,
  precisionOf,
  type ReducedDate,
  yearOf,
} from '../../corpus/reduced-date.ts'

const DAY = 24 * 60 * 60 * 1000

function date(text: string): ReducedDate {
  if (!isReducedDate(text)) throw new Error(`${text} is no date`)
  return text
}

const day = fc
  .date({ min: new Date('1800-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10))
/** A date as archives give them: a day, a month or a year. */
const anyDate = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([text, length]) => date(text.slice(0, length)))

describe('a date of reduced precision', () => {
  it.each([
    '1984-02-30',
    '1983-02-29',
    '1900-02-29',
    '1984-13',
    '1984-00',
    '1984-04-31',
    '1984-05-00',
    '1984-05-32',
  ])('is not %s, which the calendar lacks', (text) => expect(isReducedDate(text)).toBe(false))

  it.each([
    '',
    '84',
    '1984-5',
    '1984-05-3',
    '1984/05/30',
    '30 May 1984',
    ' 1984',
    '1984\n',
    '1984-05-30T00:00',
    '١٩٨٤',
  ])('is not %j, which is written otherwise', (text) => expect(isReducedDate(text)).toBe(false))

  it('is 29 February in a leap year', () => {
    expect(['1984-02-29', '2000-02-29'].every(isReducedDate)).toBe(true)
  })

  it('is every day that the calendar has, and its month, and its year', () => {
    fc.assert(fc.property(anyDate, (some) => isReducedDate(some)))
  })

  it('spans the days that it can mean', () => {
    expect([earliestDay(date('1976-10')), latestDay(date('1976-10'))]).toEqual(['1976-10-01', '1976-10-31'])
    expect([earliestDay(date('1955')), latestDay(date('1955'))]).toEqual(['1955-01-01', '1955-12-31'])
    expect(latestDay(date('1984-02'))).toBe('1984-02-29')
    expect(latestDay(date('1983-02'))).toBe('1983-02-28')
  })

  it('begins no later than it ends, on days of the calendar, and just before the next begins', () => {
    fc.assert(
      fc.property(anyDate, (some) => {
        const [first, last] = [earliestDay(some), latestDay(some)]
        expect(first <= last).toBe(true)
        expect([first, last].map((bound) => precisionOf(date(bound)))).toEqual(['day', 'day'])
        expect([first, last].every((bound) => bound.startsWith(some))).toBe(true)
        const before = new Date(Date.parse(first) - DAY).toISOString()
        const after = new Date(Date.parse(last) + DAY).toISOString()
        expect([before, after].some((neighbour) => neighbour.startsWith(some))).toBe(false)
      }),
    )
  })

  it('reads as precisely as the archive knows it', () => {
    expect(['1984-05-30', '1976-10', '1955', '1950-06-05'].map((text) => formatDate(date(text)))).toEqual([
      '30 May 1984',
      'October 1976',
      '1955',
      '5 June 1950',
    ])
  })

  it('keeps all of itself in words', () => {
    const months = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' })
    fc.assert(
      fc.property(anyDate, (some) => {
        const words = formatDate(some).split(' ')
        const moment = new Date(earliestDay(some))
        const expected = [String(moment.getUTCDate()), months.format(moment), String(yearOf(some))]
        expect(words).toEqual(expected.slice(3 - words.length))
        expect(['year', 'month', 'day'].indexOf(precisionOf(some))).toBe(words.length - 1)
      }),
    )
  })
})

describe('dates in order', () => {
  it('run from old to new; within a year unknown months come last, within a month unknown days', () => {
    const sorted = ['1955', '1956-01-01', '1955-12', '1955-02-04', '1954', '1955-12-26', '1955-02']
      .map(date)
      .sort(compareDates)
    expect(sorted).toEqual(['1954', '1955-02-04', '1955-02', '1955-12-26', '1955-12', '1955', '1956-01-01'])
  })

  it('are ordered totally: no two differ and yet stand level, and no three go round', () => {
    fc.assert(
      fc.property(anyDate, anyDate, anyDate, (a, b, c) => {
        expect(Math.sign(compareDates(a, b))).toBe(Math.sign(-compareDates(b, a)) + 0)
        expect(compareDates(a, b) === 0).toBe(a === b)
        if (compareDates(a, b) <= 0 && compareDates(b, c) <= 0)
          expect(compareDates(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('put a date before another that begins only after it has ended', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        fc.pre(latestDay(a) < earliestDay(b))
        expect(compareDates(a, b)).toBeLessThan(0)
      }),
    )
  })
})

describe('a period', () => {
  it('holds a document dated to the year or month where the two overlap', () => {
    expect(overlapsPeriod(date('1976'), '1976-08-18', '1976-08-18')).toBe(true)
    expect(overlapsPeriod(date('1976-10'), '1976-10-31', undefined)).toBe(true)
    expect(overlapsPeriod(date('1976-10'), '1976-11-01', undefined)).toBe(false)
    expect(overlapsPeriod(date('1976-10'), undefined, '1976-09-30')).toBe(false)
    expect(overlapsPeriod(date('1976-10'), undefined, undefined)).toBe(true)
  })

  it('holds a date exactly when they share a day', () => {
    fc.assert(
      fc.property(anyDate, day, day, (some, one, other) => {
        const [from, to] = [one, other].sort()
        const shared = [earliestDay(some), from ?? ''].sort().at(-1)
        const inBoth = shared !== undefined && shared <= latestDay(some) && shared <= (to ?? '')
        expect(overlapsPeriod(some, from, to)).toBe(inBoth)
      }),
    )
  })
})
