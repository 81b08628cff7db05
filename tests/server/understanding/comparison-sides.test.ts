/** The sides of a comparison, and where there are none. */
import { describe, expect, it } from 'vitest'
import type { Entity, EntityKind } from '../../../corpus/names/entity.ts'
import { comparisonSides } from '../../../server/understanding/comparison-sides.ts'
import { entity, handMadeArchive, understood } from '../hand-made-archive.ts'

const named = (kind: EntityKind, ...names: string[]): Entity[] => names.map((name) => entity(kind, name))
const archive = handMadeArchive({
  entities: [
    ...named('person', 'Mao', 'Stalin', 'Khrushchev', 'Kim Il Sung', 'Tito'),
    entity('place', 'Soviet Union', { aliases: ['the Soviets', 'Soviets'] }),
    entity('place', 'United States', { aliases: ['the Americans', 'Americans'] }),
    entity('place', 'North Korea', { subject: true }),
    ...named('place', 'China', 'Poland', 'Hungary'),
    ...named('event', 'EC-121 shootdown', 'Pueblo seizure'),
  ],
})

const sides = (question: string) =>
  comparisonSides(question, understood(question, archive)).map(({ label }) => label)

describe('names that are joined', () => {
  it.each([
    ['How did the Soviets and the Americans each judge it?', ['Soviet Union', 'United States']],
    ['How do China, Poland and Hungary differ?', ['China', 'Poland', 'Hungary']],
    ['Compare China with Poland', ['China', 'Poland']],
    ['China vs. Poland', ['China', 'Poland']],
    ['China versus Poland', ['China', 'Poland']],
    ['Did Mao’s and then Stalin’s view differ?', ['Mao', 'Stalin']],
    ['Did Mao and\n  Stalin both come?', ['Mao', 'Stalin']],
    ['Mao saw China. Were Stalin and Tito of the same mind?', ['Stalin', 'Tito']],
  ])('are sides where the question compares: “%s”', (question, expected) => {
    expect(sides(question)).toEqual(expected)
  })

  it('are sides of a choice, whether or not it compares', () => {
    expect(sides('Was Kim Il Sung closer to Mao or to Khrushchev?')).toEqual(['Mao', 'Khrushchev'])
    expect(sides('Was Kim Il Sung with Mao and Khrushchev in China or Poland?')).toEqual([])
  })

  it.each([
    'What did Mao and Stalin agree on?',
    'What did Mao and Stalin say to each other?',
    'Why did Poland close its embassy?',
    'Did Mao or another compare notes?',
    'Did Mao or mao differ?',
  ])('are none here: “%s”', (question) => {
    expect(sides(question)).toEqual([])
  })

  it('may have two small words between them, and no more', () => {
    expect(sides('Compare China and also with Poland')).toEqual(['China', 'Poland'])
    expect(sides('Compare Mao and also then with China')).toEqual([])
  })

  it('are four at most', () => {
    expect(sides('Compare China, Poland, Hungary, the Soviets and the Americans')).toEqual([
      'China',
      'Poland',
      'Hungary',
      'Soviet Union',
    ])
  })

  it('count once, by their entity', () => {
    expect(sides('Compare China, China and Poland')).toEqual(['China', 'Poland'])
  })
})

describe('names that stand apart', () => {
  it('are sides where the question compares and they are of one kind', () => {
    expect(sides('How did the EC-121 shootdown differ from the Pueblo seizure?')).toEqual([
      'EC-121 shootdown',
      'Pueblo seizure',
    ])
    expect(sides('How does what Mao wrote in China differ from what Stalin wrote?')).toEqual([
      'Mao',
      'Stalin',
    ])
    expect(sides('How does what Mao wrote differ from the papers of China?')).toEqual([])
  })

  it('are of the kind that most of them have, the first one where two have as many', () => {
    const question = 'How does what Mao wrote of China differ from what Stalin wrote of Poland'
    expect(sides(`${question}?`)).toEqual(['Mao', 'Stalin'])
    expect(sides(`${question} when Hungary rose?`)).toEqual(['China', 'Poland', 'Hungary'])
  })

  it('are not what the whole archive is about', () => {
    expect(sides('How does trade of North Korea differ from that of China?')).toEqual([])
  })
})

describe('periods', () => {
  it('are sides where the question compares and names no two of a kind', () => {
    expect(sides('Compare the harvest of 1949 with that of 1956')).toEqual(['1949', '1956'])
    expect(sides('Compare the harvest of China in 1949 with that of 1956')).toEqual(['1949', '1956'])
    expect(sides('Compare the harvest of 1949')).toEqual([])
    expect(sides('What was the harvest of 1949 and what that of 1956?')).toEqual([])
  })

  it('are four at most', () => {
    const question = 'Compare the harvest of 1949 with that of 1951, 1953, 1955 and 1957'
    expect(sides(question)).toEqual(['1949', '1951', '1953', '1955'])
  })

  it('and names that a follow-up takes along are no sides', () => {
    const question = 'How do they differ?'
    const { names } = understood('Mao and Stalin', archive)
    const taken = names.map((name) => ({ ...name, start: -1, end: -1 }))
    const periods = understood('in 1949 or 1951', archive).periods.map((each) => ({
      ...each,
      start: -1,
      end: -1,
    }))
    expect(comparisonSides(question, { names: taken, periods })).toEqual([])
  })
})
