/** What holds for every date, relation and text. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describePeriod } from '../../../../server/understanding/describe-understanding.ts'
import { findPeriods, type Period } from '../../../../server/understanding/period.ts'
import { Cursor } from '../../../../server/understanding/time/cursor.ts'
import { findBounds } from '../../../../server/understanding/time/find-bounds.ts'
import { dayAfter, dayBefore, spanOf } from '../../../../server/understanding/time/span.ts'
import { tokenize } from '../../../../server/understanding/time/tokens.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)
const ROMAN = 'I II III IV V VI VII VIII IX X XI XII'.split(' ')
const RUSSIAN = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ')

const anyDay = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

/** All ways to write a day, each with its year. */
function writings(day: string): string[] {
  const [year = '', month = '', date = ''] = day.split('-')
  const [m, d] = [Number(month), Number(date)]
  const [name, roman, russian] = [MONTHS[m - 1] ?? '', ROMAN[m - 1], RUSSIAN[m - 1]]
  const ending =
    d % 10 === 1 && d !== 11 ? 'st' : d % 10 === 2 && d !== 12 ? 'nd' : d % 10 === 3 && d !== 13 ? 'rd' : 'th'
  return [
    day,
    `${d} ${name} ${year}`,
    `${d} ${name.slice(0, 3)} ${year}`,
    `${d}${ending} of ${name} ${year}`,
    `${d}-${name.slice(0, 3)}-${year}`,
    `${name} ${d}, ${year}`,
    `${name} ${d}${ending}, ${year}`,
    `${name.slice(0, 3)}${name === 'May' ? '' : '.'} ${d}, ${year}`,
    `${name} ${d} ${year}`,
    `${name.toUpperCase()} ${d}, ${year}`,
    `${d}.${m}.${year}`,
    `${date}.${month}.${year}`,
    `${d}. ${m}. ${year}`,
    `${d}.${roman}.${year}`,
    `${d} ${roman} ${year}`,
    `${d}/${roman}/${year}`,
    `${m}/${d}/${year}`,
    `${year}.${month}.${date}`,
    `${year}. ${m}. ${d}`,
    `${year}/${m}/${d}`,
    `${year}年${m}月${d}日`,
    `${year}년 ${m}월 ${d}일`,
    `${d} ${russian} ${year} года`,
  ]
}
const COUNT = writings('1950-06-25').length
const writing = fc.nat({ max: COUNT - 1 })
const write = (day: string, form: number) => writings(day)[form] ?? day

/** A month, year, decade, season or part of one, as written, with its days. */
const anyUnit = fc
  .tuple(fc.integer({ min: 1930, max: 2019 }), fc.integer({ min: 1, max: 12 }))
  .chain(([year, month]) => {
    const name = MONTHS[month - 1]
    const decade = Math.floor(year / 10) * 10
    const padded = String(month).padStart(2, '0')
    return fc.constantFrom(
      { words: String(year), from: `${year}`, to: `${year}` },
      { words: `the year ${year}`, from: `${year}`, to: `${year}` },
      { words: `${name} ${year}`, from: `${year}-${padded}`, to: `${year}-${padded}` },
      { words: `${name} of ${year}`, from: `${year}-${padded}`, to: `${year}-${padded}` },
      { words: `${year}-${padded}`, from: `${year}-${padded}`, to: `${year}-${padded}` },
      { words: `the ${decade}s`, from: `${decade}`, to: `${decade + 9}` },
      { words: `the early ${decade}s`, from: `${decade}`, to: `${decade + 3}` },
      { words: `the mid-${decade}s`, from: `${decade + 3}`, to: `${decade + 6}` },
      { words: `late ${decade}s`, from: `${decade + 6}`, to: `${decade + 9}` },
      { words: `the spring of ${year}`, from: `${year}-03`, to: `${year}-05` },
      { words: `summer ${year}`, from: `${year}-06`, to: `${year}-08` },
      { words: `autumn ${year}`, from: `${year}-09`, to: `${year}-11` },
      { words: `the winter of ${year}`, from: `${year}-12`, to: `${year + 1}-02` },
      { words: `the first half of ${year}`, from: `${year}-01`, to: `${year}-06` },
    )
  })

const bordersOf = (question: string) => findPeriods(question, []).map(({ from, to }) => [from, to])
const where = fc.constantFrom(
  (words: string) => words,
  (words: string) => `What did Kim say on ${words}?`,
  (words: string) => `telegrams of ${words}, please`,
  (words: string) => `(${words})`,
  (words: string) => `Who wrote the report dated ${words} to Stalin?`,
)

describe('a date', () => {
  it('reads back in every form, wherever it stands', () => {
    fc.assert(
      fc.property(anyDay, writing, where, (day, form, sentence) => {
        expect(bordersOf(sentence(write(day, form)))).toEqual([[day, day]])
      }),
      { numRuns: 1000 },
    )
  })

  it('that the calendar lacks is none, and neither is the month that it names', () => {
    for (const form of [
      '30 February 1984',
      'February 30, 1984',
      '1984-02-30',
      '31.6.1950',
      '31.VI.1950',
      '1950-13-01',
    ])
      expect(bordersOf(`What happened on ${form}?`)).toEqual([])
  })

  it('in words reads back: months, years, decades, seasons and their parts', () => {
    fc.assert(
      fc.property(anyUnit, where, ({ words, from, to }, sentence) => {
        const span = spanOf(from, to)
        expect(bordersOf(sentence(words))).toEqual([[span?.from, span?.to]])
      }),
    )
  })
})

describe('a range', () => {
  const joined = fc.constantFrom<(first: string, last: string) => string>(
    (first, last) => `from ${first} to ${last}`,
    (first, last) => `between ${first} and ${last}`,
    (first, last) => `${first} – ${last}`,
    (first, last) => `${first} until ${last}`,
    (first, last) => `${first} through ${last}`,
  )

  it('contains both of its ends, each in any form', () => {
    fc.assert(
      fc.property(anyDay, anyDay, writing, writing, joined, (one, other, a, b, join) => {
        fc.pre(one !== other)
        const [first = '', last = ''] = [one, other].sort()
        expect(bordersOf(`What happened ${join(write(first, a), write(last, b))}?`)).toEqual([[first, last]])
      }),
      { numRuns: 500 },
    )
  })

  it('names month and year only once where both ends share them', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 28 }),
        fc.constantFrom('-', '–', ' to ', ' - '),
        (day, other, dash) => {
          const [year, month] = [day.slice(0, 4), MONTHS[Number(day.slice(5, 7)) - 1]]
          const [first = 0, last = 0] = [Number(day.slice(8)), other].sort((a, b) => a - b)
          fc.pre(first < last)
          const on = (date: number) => `${day.slice(0, 8)}${String(date).padStart(2, '0')}`
          expect(bordersOf(`cables of ${first}${dash}${last} ${month} ${year}`)).toEqual([
            [on(first), on(last)],
          ])
          expect(bordersOf(`cables of ${month} ${first}${dash}${last}, ${year}`)).toEqual([
            [on(first), on(last)],
          ])
          expect(bordersOf(`between ${first} and ${last} ${month} ${year}`)).toEqual([[on(first), on(last)]])
        },
      ),
    )
  })

  it('of years may shorten the last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1931, max: 1998 }), fc.integer({ min: 1, max: 60 }), (first, years) => {
        const last = first + years
        fc.pre(last < 2000 && last % 100 > 12)
        for (const words of [
          `${first}–${last}`,
          `${first}-${last % 100}`,
          `from ${first} to ${last % 100}`,
          `between ${first} and ’${last % 100}`,
        ])
          expect(bordersOf(words)).toEqual([[`${first}-01-01`, `${last}-12-31`]])
      }),
    )
  })
})

describe('a relation', () => {
  type Borders = (from: string, to: string) => [string | undefined, string | undefined]
  const relations: readonly [(words: string) => string, Borders][] = [
    ...['before', 'prior to', 'earlier than'].map((word): [(words: string) => string, Borders] => [
      (words) => `${word} ${words}`,
      (from) => [undefined, dayBefore(from)],
    ]),
    ...['after', 'later than', 'following'].map((word): [(words: string) => string, Borders] => [
      (words) => `${word} ${words}`,
      (_, to) => [dayAfter(to), undefined],
    ]),
    ...['since', 'not before', 'no earlier than', 'not earlier than', 'in or after', 'not until'].map(
      (word): [(words: string) => string, Borders] => [
        (words) => `${word} ${words}`,
        (from) => [from, undefined],
      ],
    ),
    ...[
      'until',
      'by',
      'not after',
      'no later than',
      'not later than',
      'in or before',
      'up to and including',
    ].map((word): [(words: string) => string, Borders] => [
      (words) => `${word} ${words}`,
      (_, to) => [undefined, to],
    ]),
    [(words) => `${words} or later`, (from) => [from, undefined]],
    [(words) => `${words} or earlier`, (_, to) => [undefined, to]],
    [(words) => `from ${words} onwards`, (from) => [from, undefined]],
    [(words) => `pre-${words.replace(/^the /, '')}`, (from) => [undefined, dayBefore(from)]],
    [(words) => `post-${words.replace(/^the /, '')}`, (_, to) => [dayAfter(to), undefined]],
  ]

  it('never turns round, and binds', () => {
    fc.assert(
      fc.property(anyUnit, fc.constantFrom(...relations), ({ words, from, to }, [phrase, borders]) => {
        const span = spanOf(from, to)
        const [period, ...others] = findPeriods(`What was agreed ${phrase(words)}?`, [])
        expect([period?.from, period?.to]).toEqual(borders(span?.from ?? '', span?.to ?? ''))
        expect(period?.hard).toBe(true)
        expect(others).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('that excludes a time is no period of that time', () => {
    for (const words of [
      'not in 1953',
      'except 1953',
      'excluding June 1953',
      'other than 1953',
      'before and after 1953',
    ])
      expect(bordersOf(`Which talks took place ${words}?`)).toEqual([])
  })
})

/** Pieces that rules begin with, read in part, or join. */
const pieces = fc.constantFrom(
  '1950',
  '12',
  '25',
  '1950s',
  '’68',
  '1,950',
  'June',
  'may',
  'Sept.',
  'spring',
  'winter',
  'mid-',
  'early',
  'late',
  'the',
  'year',
  'first half of',
  'end of',
  'before',
  'after',
  'not',
  'no later than',
  'until',
  'since',
  'from',
  'between',
  'by',
  'in or',
  'or later',
  'onwards',
  'and',
  'but',
  'or',
  ',',
  ', and',
  'to',
  '–',
  '-',
  '—',
  '/',
  '.',
  'c.',
  'pre-',
  'post-',
  'VI',
  'X.',
  'th',
  'twenty-',
  'century',
  '年',
  '月',
  '年代',
  '년부터',
  '까지',
  '-х',
  'году',
  'troops',
  'No.',
  'Pueblo',
  '?',
  '\u0000',
  '‮',
  '🕰',
)
const anyText = fc
  .array(fc.tuple(pieces, fc.constantFrom('', ' ', '  ', '\n')), { maxLength: 60 })
  .map((all) => all.flat().join(''))

describe('any text', () => {
  const isInOrder = ({ from, to }: Period) => from === undefined || to === undefined || from <= to

  it('yields periods in order, of days that there are, each with its words', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        const periods = findPeriods(text, [])
        let last = 0
        for (const { from, to, start, end, text: words } of periods) {
          for (const border of [from, to]) if (border !== undefined) expect(spanOf(border)).toBeDefined()
          expect(start).toBeGreaterThanOrEqual(last)
          expect(text.slice(start, end)).toBe(words)
          last = end
        }
        expect(periods.every(isInOrder)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('takes work in proportion to its length, whatever is repeated', () => {
    const stepsOf = (text: string) => {
      const cursor = new Cursor(tokenize(text))
      findBounds(cursor)
      return cursor.steps
    }
    const some = fc.array(pieces, { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(some, fc.constantFrom('', ' '), (words, space) => {
        const text = `${words.join(space)}${space}`
        // Four times the text takes four times the work; were it quadratic, sixteen times.
        expect(stepsOf(text.repeat(80))).toBeLessThan(6 * stepsOf(text.repeat(20)))
      }),
      {
        numRuns: 150,
        examples: ['1950-June,', '1950/the', '25, 26, late', 'until 1951 until 1950'].map((words) => [
          [words],
          ' ',
        ]),
      },
    )
  })
})

it('a period has words of its own: those of two are equal exactly when their days are', () => {
  const border = fc.option(
    fc.oneof(
      anyDay,
      anyDay.map((day) => `${day.slice(0, 4)}-01-01`),
      anyDay.map((day) => `${day.slice(0, 4)}-12-31`),
    ),
    { nil: undefined },
  )
  const period = fc
    .tuple(border, border)
    .map(([a, b]) => (a !== undefined && b !== undefined && b < a ? [b, a] : [a, b]))
    .map(([from, to]) => ({ ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }))
  fc.assert(
    fc.property(period, period, (a, b) => {
      expect(describePeriod(a) === describePeriod(b)).toBe(a.from === b.from && a.to === b.to)
    }),
  )
})
