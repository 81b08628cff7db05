/** Which days a question means by a period, and whether it binds: the numbers of the grammar at their borders. */
import { describe, expect, it } from 'vitest'
import { findPeriods } from '../../../server/understanding/period.ts'
import { dated, entity, handMadeArchive } from '../hand-made-archive.ts'

const { linker } = handMadeArchive({
  entities: [
    entity('event', 'Pueblo seizure', dated('1968-01-23', '1968-12-23')),
    entity('person', 'Stalin', dated('1924-01-21', '1953-03-05')),
  ],
})

/** Each period as its first and last day and, where it only prefers documents of that time, "preferred". */
const periods = (question: string) =>
  findPeriods(question, linker.link(question)).map(({ from = '', to = '', hard }) =>
    [`${from}…${to}`, hard ? [] : ['preferred']].flat().join(' '),
  )

describe('a part of a time', () => {
  it.each([
    ['the early 1960s', '1960-01-01…1963-12-31'],
    ['the mid-1960s', '1963-01-01…1966-12-31'],
    ['the late 1960s', '1966-01-01…1969-12-31'],
    ['the beginning of the 1960s', '1960-01-01…1963-12-31'],
    ['the middle of the 1960s', '1963-01-01…1966-12-31'],
    ['the end of the 1960s', '1966-01-01…1969-12-31'],
    ['the first half of the 1960s', '1960-01-01…1964-12-31'],
    ['the second half of the 1960s', '1965-01-01…1969-12-31'],
    ['early 1968', '1968-01-01…1968-04-30'],
    ['mid-1968', '1968-05-01…1968-08-31'],
    ['late 1968', '1968-09-01…1968-12-31'],
    ['the first half of 1968', '1968-01-01…1968-06-30'],
    ['the second half of 1968', '1968-07-01…1968-12-31'],
    ['the first quarter of 1968', '1968-01-01…1968-03-31'],
    ['the second quarter of 1968', '1968-04-01…1968-06-30'],
    ['the third quarter of 1968', '1968-07-01…1968-09-30'],
    ['the last quarter of 1968', '1968-10-01…1968-12-31'],
    ['early June 1950', '1950-06-01…1950-06-12'],
    ['mid-June 1950', '1950-06-08…1950-06-23'],
    ['late June 1950', '1950-06-18…1950-06-30'],
    ['late July 1950', '1950-07-18…1950-07-31'],
    ['the first half of June 1950', '1950-06-01…1950-06-15'],
    ['the second half of June 1950', '1950-06-16…1950-06-30'],
    ['the 20th century', '1901-01-01…2000-12-31'],
    ['the early 20th century', '1901-01-01…1933-12-31'],
  ])('is so long: %s', (words, days) => {
    expect(periods(`What was said in ${words}?`)).toEqual([days])
  })

  it.each([
    ['the spring of 1968', '1968-03-01…1968-05-31'],
    ['the summer of 1968', '1968-06-01…1968-08-31'],
    ['the autumn of 1968', '1968-09-01…1968-11-30'],
    ['the winter of 1968', '1968-12-01…1969-02-28'],
  ])('is preferred where it is a season: %s', (words, days) => {
    expect(periods(`What was said in ${words}?`)).toEqual([`${days} preferred`])
  })
})

describe('a relation', () => {
  it.each([
    ['in 1953', '1953-01-01…1953-12-31'],
    ['during 1953', '1953-01-01…1953-12-31'],
    ['over the course of 1953', '1953-01-01…1953-12-31'],
    ['before 1953', '…1952-12-31'],
    ['until 1953', '…1953-12-31'],
    ['after 1953', '1954-01-01…'],
    ['since 1953', '1953-01-01…'],
    ['from 1953', '1953-01-01…'],
    ['from 1953 on', '1953-01-01…'],
    ['1953 or later', '1953-01-01…'],
    ['1953 or earlier', '…1953-12-31'],
    ['pre-1953', '…1952-12-31'],
    ['post-1953', '1954-01-01…'],
    ['between 1953 and 1956', '1953-01-01…1956-12-31'],
    ['before the end of 1953', '…1953-12-31'],
    ['before late 1953', '…1953-08-31'],
    ['after the beginning of 1953', '1953-01-01…'],
    ['after early 1953', '1953-05-01…'],
    ['after 1953 but before 1960', '1954-01-01…1959-12-31'],
    ['after 25 June 1950', '1950-06-26…'],
    ['before 25 June 1950', '…1950-06-24'],
  ])('binds: %s', (words, days) => {
    expect(periods(`What was said ${words}?`)).toEqual([days])
  })

  it.each([
    ['around 1953', '1952-01-01…1954-12-31 preferred'],
    ['around June 1953', '1952-06-01…1954-06-30 preferred'],
    ['of 1953', '1953-01-01…1953-12-31 preferred'],
    ['at the 1953 congress', '1953-01-01…1953-12-31 preferred'],
    ['before the 1953 congress', '…1953-12-31 preferred'],
    ['after the 1953 congress', '1953-01-01… preferred'],
    ['before the 1950–53 war', '…1950-01-01 preferred'],
    ['after the 1950–53 war', '1953-12-31… preferred'],
  ])('merely prefers: %s', (words, days) => {
    expect(periods(`What was said ${words}?`)).toEqual([days])
  })

  it.each(['not in 1953', 'except 1953', 'pre- and post-1953'])('says nothing: %s', (words) => {
    expect(periods(`What was said ${words}?`)).toEqual([])
  })

  it('binds to each of several times', () => {
    expect(periods('What was said in 1950 and 1956?')).toEqual([
      '1950-01-01…1950-12-31',
      '1956-01-01…1956-12-31',
    ])
    expect(periods('What was said before 1950 and after 1953?')).toEqual(['…1949-12-31', '1954-01-01…'])
  })
})

describe('a number', () => {
  it.each([
    ['1900', ['1900-01-01…1900-12-31']],
    ['1899', []],
    ['2029', ['2029-01-01…2029-12-31']],
    ['2030', []],
    ['19685', []],
  ])('is a year from 1900 to 2029: %s', (number, expected) => {
    expect(periods(`What was said in ${number}?`)).toEqual(expected)
  })

  it('is none where it counts something, also behind two names', () => {
    expect(periods('Did 1950 troops cross?')).toEqual([])
    expect(periods('Did 1950 North Korean troops cross?')).toEqual([])
    expect(periods('Did 1950 North Korean Army troops cross?')).toEqual(['1950-01-01…1950-12-31 preferred'])
    expect(periods('In 1950 troops crossed')).toEqual(['1950-01-01…1950-12-31'])
  })

  it('is none where it is the number of something', () => {
    expect(periods('Resolution 1985')).toEqual([])
    expect(periods('telegram no. 1968')).toEqual([])
    expect(periods('papers 1968')).toEqual(['1968-01-01…1968-12-31 preferred'])
  })
})

describe('“from” a year', () => {
  it('is in it where papers are asked for up to eleven words before', () => {
    const question = (words: number) => `reports ${'so '.repeat(words)}from 1953`
    expect(periods(question(0))).toEqual(['1953-01-01…1953-12-31'])
    expect(periods(question(10))).toEqual(['1953-01-01…1953-12-31'])
    expect(periods(question(11))).toEqual(['1953-01-01…'])
    expect(periods('Reports? Some from 1953')).toEqual(['1953-01-01…'])
  })
})

describe('an event that is dated lends its days, which are preferred:', () => {
  it.each([
    ['during the Pueblo seizure', '1968-01-23…1968-12-23'],
    ['before the Pueblo seizure', '…1968-01-22'],
    ['before the Pueblo seizure ended', '…1968-12-23'],
    ['until the Pueblo seizure', '…1968-01-23'],
    ['since the Pueblo seizure', '1968-01-23…'],
    ['after the Pueblo seizure', '1968-12-23…1970-12-23'],
    ['after the Pueblo seizure began', '1968-01-23…1970-12-23'],
    ['in the weeks after the Pueblo seizure', '1968-12-23…1969-02-23'],
    ['in the years after the Pueblo seizure', '1968-12-23…1969-12-23'],
    ['on the eve of the Pueblo seizure', '1967-01-23…1968-01-22'],
    ['under Stalin', '1924-01-21…1953-03-05'],
    ['in the last years of Stalin', '1950-03-05…1953-03-05'],
    ['between the Pueblo seizure and 1970', '1968-12-23…1970-12-31'],
    ['from the Pueblo seizure to 1970', '1968-01-23…1970-12-31'],
    ['between 1965 and the Pueblo seizure', '1965-01-01…1968-01-23'],
  ])('%s', (words, days) => {
    expect(periods(`What was said ${words}?`)).toEqual([`${days} preferred`])
  })

  it('none where both sides of it are asked for', () => {
    expect(periods('What was said before and after the Pueblo seizure?')).not.toContain(
      '1968-12-23…1970-12-23 preferred',
    )
  })
})

it('a period has the words that say so, where they stand', () => {
  const [period] = findPeriods('What was said in early 1968 there?', [])
  expect(period).toEqual({
    from: '1968-01-01',
    to: '1968-04-30',
    text: 'in early 1968',
    start: 14,
    end: 27,
    hard: true,
  })
})
