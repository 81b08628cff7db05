/** What a follow-up takes along from the question before it, at the borders of its rules. */
import { describe, expect, it } from 'vitest'
import { describePeriod } from '../../../server/understanding/describe-understanding.ts'
import { understand } from '../../../server/understanding/understand.ts'
import type { Understanding } from '../../../server/understanding/understanding.ts'
import { dated, entity, handMadeArchive } from '../hand-made-archive.ts'

const archive = handMadeArchive({
  entities: [
    entity('person', 'Erich Honecker'),
    entity('person', 'Leonid Brezhnev'),
    entity('place', 'North Korea', { subject: true }),
    entity('place', 'Vietnam'),
    entity('place', 'Soviet Union', { aliases: ['the Soviets', 'Soviets'] }),
    entity('event', 'Pueblo seizure', {
      aliases: ['the Pueblo', 'Pueblo'],
      ...dated('1968-01-23', '1968-12-23'),
    }),
    entity('event', 'Korean War', dated('1950-06-25', '1953-07-27')),
    entity('event', 'Seoul Olympics', dated('1988-09-17', '1988-10-02')),
  ],
})

const ask = (question: string, ...before: string[]) => understand(question, before, archive)
const isFollowUp = (question: string, before = 'What did Honecker say about fishing?') =>
  ask(question, before).follows !== undefined
const namesIn = ({ names }: Understanding) => names.map(({ entities }) => entities[0]?.id)
const periodsIn = ({ periods }: Understanding) => periods.map(describePeriod)

const HONECKER = 'What did Honecker say about Vietnam in 1984?'
const PUEBLO = 'What did Brezhnev say of the Pueblo in 1968?'

describe('a follow-up', () => {
  it.each([
    'What about coal?',
    'How about the coal of Vietnam?',
    'Who else?',
    'Tell me more of the coal of Vietnam',
    'more',
    'Why?',
    'Why not?',
    'How so?',
    'Since when exactly?',
    '소련은?',
    '苏联呢？',
    'ソ連は？',
    'А СССР?',
    'и о добыче угля?',
    'And the coal of Vietnam?',
    'But coal?',
    'Also of coal?',
    'And what about the coal?',
    'Did he mine coal?',
    'Who negotiated?',
    'In 1986?',
    'before 1986',
  ])('goes on from the question before: “%s”', (question) => {
    expect(isFollowUp(question)).toBe(true)
  })

  it.each([
    'Who mined coal?',
    'Why did Vietnam mine coal?',
    'и о добыче угля у моря?',
    'Android coal?',
    'But why did Vietnam enter the Korean War?',
    '1986',
    'In 1986, coal?',
    'In 1986 or in 1987?',
  ])('is no question with a topic of its own: “%s”', (question) => {
    expect(isFollowUp(question)).toBe(false)
  })

  it('has fourteen words at most', () => {
    const question = (count: number) => `And ${Array.from({ length: count - 1 }, () => 'coal').join(' ')}?`
    expect(isFollowUp(question(14))).toBe(true)
    expect(isFollowUp(question(15))).toBe(false)
  })

  it('that names no event goes on, though it is a whole question', () => {
    expect(isFollowUp('But why did Vietnam mine coal?')).toBe(true)
  })

  it('goes on from nothing where it is the first question', () => {
    expect(ask('What about coal?').follows).toBeUndefined()
  })
})

describe('what a follow-up takes along', () => {
  it('stands nowhere in it', () => {
    const { names, periods } = ask('And about coal?', HONECKER)
    expect([...names, ...periods].map(({ start, end }) => [start, end])).toEqual([
      [-1, -1],
      [-1, -1],
      [-1, -1],
    ])
  })

  it('is searched for before its own words', () => {
    expect(ask('And about coal?', HONECKER).question).toBe('Honecker Vietnam in 1984: And about coal?')
    expect(ask('And about coal?', HONECKER)).toMatchObject({ follows: HONECKER })
    expect(ask('And about coal?', 'What was it?').question).toBe('And about coal?')
  })

  it('is what the question before took along, too, and which it went on from', () => {
    const third = ask('And about rice?', HONECKER, 'And about coal?')
    expect(third.follows).toBe(HONECKER)
    expect(namesIn(third)).toEqual(['erich-honecker', 'vietnam'])
    expect(periodsIn(third)).toEqual(['1984'])
  })

  it('are the latest eight words of its topic', () => {
    const words = ['alpha', 'bravo', 'carbon', 'delta', 'echo', 'foxtrot', 'golf', 'hotel', 'india']
    const { topicWords, question } = ask('And kilo?', words.join(' '))
    expect(topicWords).toEqual([...words.slice(2), 'kilo'])
    expect(question).toBe(`${words.slice(1).join(' ')}: And kilo?`)
  })

  it('is no word that it has itself', () => {
    expect(ask('And coal?', 'coal and rice').question).toBe('rice: And coal?')
  })

  it('are words that cannot be read', () => {
    expect(ask('а рыба?', 'рис Vietnam уголь').unreadableWords).toEqual(['уголь', 'рыба'])
  })

  it('are the kinds asked for, unless it asks for others', () => {
    const types = (question: string) => ask(question, 'telegrams on Vietnam').types.map(({ value }) => value)
    expect(types('And on coal?')).toEqual(['telegram'])
    expect(types('And letters on coal?')).toEqual(['letter'])
  })
})

describe('what a follow-up names', () => {
  it('takes the place of names of its kind, but for what the archive is about', () => {
    expect(namesIn(ask('And Brezhnev?', HONECKER))).toEqual(['vietnam', 'leonid-brezhnev'])
    expect(namesIn(ask('And the Soviets?', HONECKER))).toEqual(['erich-honecker', 'soviet-union'])
    expect(namesIn(ask('And the Soviets?', 'How did North Korea fare?'))).toEqual([
      'north-korea',
      'soviet-union',
    ])
    expect(namesIn(ask('And North Korea?', 'How did North Korea fare?'))).toEqual(['north-korea'])
  })

  it('takes the place of the period before, where it is a period', () => {
    expect(periodsIn(ask('And in 1986?', HONECKER))).toEqual(['1986'])
    expect(periodsIn(ask('And about coal?', HONECKER))).toEqual(['1984'])
  })

  it.each([
    ['And the Seoul Olympics?', HONECKER, []],
    ['And about the Seoul Olympics?', HONECKER, []],
    ['And the Korean War?', HONECKER, []],
    ['And about the Korean War?', HONECKER, ['1984']],
    ['What about the Korean War?', HONECKER, []],
    ['And the Pueblo?', PUEBLO, ['1968']],
    ['And the Pueblo?', 'What was said in December 1968?', ['December 1968']],
    ['And the Pueblo?', 'What was said on 23 January 1968?', ['23 January 1968']],
    ['And the Pueblo?', 'What was said on 23 December 1968?', ['23 December 1968']],
    ['And the Pueblo?', 'What was said on 22 January 1968?', []],
    ['And the Pueblo?', 'What was said on 24 December 1968?', []],
    ['And the Pueblo?', 'What was said since 1980?', []],
    ['And the Pueblo?', 'What was said before 1980?', ['before 1980']],
    ['And the Pueblo?', 'What was said before 1968?', []],
  ])('“%s” after “%s” keeps the periods %j', (question, before, periods) => {
    expect(periodsIn(ask(question, before))).toEqual(periods)
  })

  it('as a period drives out an event that came after it', () => {
    expect(namesIn(ask('And in 1967?', PUEBLO))).toEqual(['leonid-brezhnev'])
    expect(namesIn(ask('And on 22 January 1968?', PUEBLO))).toEqual(['leonid-brezhnev'])
    expect(namesIn(ask('And on 23 January 1968?', PUEBLO))).toEqual(['leonid-brezhnev', 'pueblo-seizure'])
    expect(namesIn(ask('And in 1980?', PUEBLO))).toEqual(['leonid-brezhnev', 'pueblo-seizure'])
    expect(namesIn(ask('And since 1960?', PUEBLO))).toEqual(['leonid-brezhnev', 'pueblo-seizure'])
  })
})
