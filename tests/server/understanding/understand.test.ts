import { beforeAll, describe, expect, it } from 'vitest'
import { describePeriod, itemKey } from '../../../server/understanding/describe-understanding.ts'
import { understand } from '../../../server/understanding/understand.ts'
import type { Understanding } from '../../../server/understanding/understanding.ts'
import { knownFromCatalog } from './known-from-catalog.ts'

let ask: (question: string, ...before: string[]) => Understanding
beforeAll(async () => {
  const known = await knownFromCatalog()
  ask = (question, ...before) => understand(question, before, known)
})

const idsIn = ({ names }: Understanding) => names.flatMap(({ entities }) => entities.map(({ id }) => id))
const periodIn = (question: string) => {
  const [period] = ask(question).periods
  return period && [period.from, period.to, period.hard ? 'hard' : 'soft']
}

describe('periods', () => {
  it.each([
    ['in 1984', ['1984-01-01', '1984-12-31', 'hard']],
    ['in August 1976', ['1976-08-01', '1976-08-31', 'hard']],
    ['on 25 June 1950', ['1950-06-25', '1950-06-25', 'soft']],
    ['June 25, 1950', ['1950-06-25', '1950-06-25', 'soft']],
    ['in the early 1970s', ['1970-01-01', '1973-12-31', 'hard']],
    ['in the sixties', ['1960-01-01', '1969-12-31', 'hard']],
    ['between 1966 and 1968', ['1966-01-01', '1968-12-31', 'hard']],
    ['between May and July 1972', ['1972-05-01', '1972-07-31', 'hard']],
    ['1966–68', ['1966-01-01', '1968-12-31', 'soft']],
    ['before 1966', [undefined, '1965-12-31', 'hard']],
    ['after 1953', ['1954-01-01', undefined, 'hard']],
    ['since 1980', ['1980-01-01', undefined, 'hard']],
    ['the riots of 1956', ['1956-01-01', '1956-12-31', 'soft']],
    ['after the axe murder', ['1976-08-21', '1978-08-21', 'soft']],
    ['after the Korean War', ['1953-07-27', '1955-07-27', 'soft']],
    ['after the Korean War began', ['1950-06-25', '1955-07-27', 'soft']],
    ['after the Korean War but before 1960', ['1953-07-27', '1959-12-31', 'soft']],
    ['after the outbreak of the Korean War', ['1950-06-25', '1952-06-25', 'soft']],
    ['since the end of the Korean War', ['1953-07-27', undefined, 'soft']],
    ['before the 1988 Seoul Olympics', [undefined, '1988-09-16', 'soft']],
    ['until the Korean War', [undefined, '1950-06-25', 'soft']],
    ['from the armistice agreement to 1956', ['1953-07-27', '1956-12-31', 'soft']],
    ['on the eve of the Korean War', ['1949-06-25', '1950-06-24', 'soft']],
    ['during the Korean War', ['1950-06-25', '1953-07-27', 'soft']],
    ['under Carter', ['1977-01-20', '1981-01-20', 'soft']],
    ['the last years of Stalin', ['1950-03-05', '1953-03-05', 'soft']],
    ["in the month after Stalin's death", ['1953-03-05', '1953-05-05', 'soft']],
  ])('“%s”', (words, expected) => {
    expect(periodIn(`What happened ${words}?`)).toEqual(expected)
  })

  it.each([
    ['before 1953', undefined, '1952-12-31'],
    ['until 1953', undefined, '1953-12-31'],
    ['since 1953', '1953-01-01', undefined],
    ['after 1953', '1954-01-01', undefined],
    ['from 1953', '1953-01-01', undefined],
    ['by 1953', undefined, '1953-12-31'],
    ['not before 1953', '1953-01-01', undefined],
    ['not after 1953', undefined, '1953-12-31'],
    ['no later than 1953', undefined, '1953-12-31'],
    ['no earlier than 1953', '1953-01-01', undefined],
    ['later than 1953', '1954-01-01', undefined],
    ['earlier than 1953', undefined, '1952-12-31'],
    ['in 1953 or later', '1953-01-01', undefined],
    ['in 1953 or earlier', undefined, '1953-12-31'],
    ['in pre-1953 reports', undefined, '1952-12-31'],
    ['in post-1953 reports', '1954-01-01', undefined],
    ['from 1953 to 1956', '1953-01-01', '1956-12-31'],
    ['in reports from 1953', '1953-01-01', '1953-12-31'],
    ['in 1953 and 1956', '1953-01-01', '1953-12-31'],
  ])('with a date bind: “%s”', (words, ...borders) => {
    expect(periodIn(`What did Kim say ${words}?`)).toEqual([...borders, 'hard'])
  })

  it.each([
    'c. 1953',
    'around 1953',
    'the purges of 1953',
    'on 25 June 1953',
    'in the spring of 1953',
    'before the 1953 congress',
    '1953',
    '1953–56',
  ])('prefer the time, and do not bind: “%s”', (words) => {
    expect(periodIn(`What did Kim say ${words}?`)?.at(-1)).toBe('soft')
  })

  it('is none where the year is part of an event’s name, and one where it says which part of the event', () => {
    for (const name of ['the purge of 1956', 'the August 1956 incident', 'the 1988 Seoul Olympics'])
      expect(ask(`What did Kim say about ${name}?`)).toMatchObject({ names: [{}, {}], periods: [] })
    expect(periodIn('What came of the Six-Party Talks of 2005?')).toEqual([
      '2005-01-01',
      '2005-12-31',
      'soft',
    ])
    expect(periodIn('How did the Pueblo crisis begin in 1968?')).toEqual(['1968-01-01', '1968-12-31', 'hard'])
  })

  it.each([
    'not in 1953',
    'before and after 1953',
    'before and after the Korean War',
    'with pre- and post-1953 aid',
  ])('is none where the words leave no bound: “%s”', (words) => {
    expect(ask(`What happened ${words}?`).periods).toEqual([])
  })

  it.each([
    'the 38th parallel',
    'Resolution 1718',
    'Resolution 1985',
    'Telegram No. 1968',
    'file 1968',
    '1,950 prisoners',
    '2000 troops',
    'about 2000 North Korean troops',
    'the shelling at 1950 hours',
    'the shelling at 1950',
    '$1950',
    'DPRK-1968-12',
    '1968-12-DPRK',
    'A/1950/12',
    'MfAA C 1950/73',
    'room 1984a',
    '1950.5 tons',
    'version 1950.6',
    'how they may 1950 people feed',
    'the army that can march 1968 miles',
    'the Prague Spring',
    'a man in his sixties',
    '1950명',
    '30년간',
  ])('is none where a number or a month’s name is something else: “%s”', (words) => {
    expect(ask(`What about ${words}?`).periods).toEqual([])
  })

  it.each(['1984', 'documents of 1946', 'late 1949'])(
    'that are all that is asked for bound it: “%s”',
    (question) => {
      expect(ask(question).periods).toMatchObject([{ hard: true }])
    },
  )

  it.each(['on 30 February 1984', 'resolution 1718', 'article 13(d)', 'room 1984a'])(
    'finds none in “%s”',
    (words) => {
      expect(ask(`What about ${words}?`).periods.filter(({ text }) => /30|1718|13/.test(text))).toEqual([])
    },
  )
})

describe('a period is shown', () => {
  it.each([
    ['on 1 June 1984', '1 June 1984'],
    ['in June 1950', 'June 1950'],
    ['June and July 1950', 'June 1950 to July 1950'],
    ['in 1984', '1984'],
    ['1968-9', '1968 to 1969'],
    ['in the 1960s', '1960s'],
    ['the fifties and sixties', '1950s to 1960s'],
    ['in the early 1960s', '1960 to 1963'],
    ['in spring 1950', 'March 1950 to May 1950'],
    ['from 1 June to 15 June 1950', '1 June 1950 to 15 June 1950'],
    ['before 1953', 'before 1953'],
    ['until 1953', 'before 1954'],
    ['before June 1950', 'before June 1950'],
    ['before 25 June 1950', 'before 25 June 1950'],
    ['not before 1953', '1953 or later'],
    ['after 1953', '1954 or later'],
    ['since 25 June 1950', '25 June 1950 or later'],
  ])('“%s” as “%s”', (words, shown) => {
    expect(ask(`What did Kim say ${words}?`).periods.map(describePeriod)).toEqual([shown])
  })
})

describe('kinds and makers', () => {
  it('hears which documents are asked for', () => {
    const { types, makers } = ask('Which Hungarian embassy reports complain of the foreign ministry?')
    expect(types.map(({ value }) => value)).toEqual(['report'])
    expect(makers.map(({ value }) => value.of)).toEqual([['place:hungary']])
    expect(ask('FRUS telegrams on the Pueblo').publishers.map(({ value }) => value)).toEqual([
      'Foreign Relations of the United States',
    ])
    expect(ask('what did the East Germans say').makers.map(({ value }) => value.of)).toEqual([
      ['place:east-germany'],
    ])
  })

  it('does not take a verb for a kind', () => {
    expect(ask('What did the embassies report home?').types).toEqual([])
  })
})

describe('follow-ups', () => {
  it('“and the Soviets?” keeps the matter and takes the Soviets for the Chinese', () => {
    const understood = ask('and the Soviets?', 'How did the Chinese react to the Pueblo in 1968?')
    expect(idsIn(understood)).toEqual(expect.arrayContaining(['uss-pueblo-seizure', 'soviet-union']))
    expect(idsIn(understood)).not.toContain('china')
    expect(understood.periods.map(({ from }) => from)).toEqual(['1968-01-01'])
    expect(understood.question).toMatch(/Pueblo/)
  })

  it('“what about 1986” replaces the year', () => {
    const understood = ask('what about 1986', 'What did Honecker and Kim Il Sung talk about in 1984?')
    expect(understood.periods).toMatchObject([{ from: '1986-01-01', to: '1986-12-31', hard: true }])
    expect(idsIn(understood)).toContain('erich-honecker')
  })

  it('“who else was there” keeps everything, over several turns', () => {
    const understood = ask(
      'who else was there?',
      'What did Honecker tell Kim Il Sung in 1984?',
      'and about China?',
    )
    expect(idsIn(understood)).toEqual(expect.arrayContaining(['erich-honecker', 'china']))
    expect(understood.follows).toBe('What did Honecker tell Kim Il Sung in 1984?')
  })

  it.each([
    'Why did China enter the Korean War?',
    'What help did Pyongyang give Hanoi in the 1960s?',
    'UNCURK dissolution',
  ])('a new topic inherits nothing: “%s”', (question) => {
    expect(ask(question, 'What did Honecker tell Kim Il Sung in 1984?')).toEqual(ask(question))
  })
})

it('an item is taken back by a key that names it', () => {
  expect(itemKey({ kind: 'person', id: 'kim-il-sung', label: 'Kim Il Sung' })).toBe('person:kim-il-sung')
  expect(itemKey({ kind: 'period', label: '1984' })).toBe('period:1984')
})

it('a follow-up on another country no longer asks for the papers of the first', () => {
  const first = 'What did Hungarian embassy reports say about food?'
  expect(ask('and the Poles?', first).makers).toEqual([])
  const { makers } = ask('what about 1970?', first)
  expect(makers.map(({ value }) => value.of)).toEqual([['place:hungary']])
  expect(makers).toMatchObject([{ hard: true, start: -1 }])
})
