/** What each way of searching says of a document, at the borders of its numbers. */
import { describe, expect, it } from 'vitest'
import {
  closestPassageScores,
  isInAnyPeriod,
  makerScores,
  meanOfThreeClosestScores,
  nameScores,
  normalizedScores,
  periodScores,
  subjectScores,
  textMatchScores,
} from '../../../server/retrieval/signals.ts'
import type { Period } from '../../../server/understanding/period.ts'
import { entity, handMadeArchive, record, understood } from '../hand-made-archive.ts'

/** Scores falling from `count` to 1 for the documents 0, 1, 2 … */
const falling = (count: number) =>
  new Map(Array.from({ length: count }, (_, number) => [number, count - number]))

describe('scores on a scale of 0 to 1', () => {
  it('are shares between the lowest and the highest found', () => {
    expect([
      ...normalizedScores(
        new Map([
          [4, 2],
          [5, 6],
          [6, 3],
        ]),
      ),
    ]).toEqual([
      [5, 1],
      [6, 0.25],
      [4, 0],
    ])
  })

  it('start at the floor where fewer than 200 documents have one', () => {
    expect([
      ...normalizedScores(
        new Map([
          [4, 2],
          [5, 8],
        ]),
        0,
      ),
    ]).toEqual([
      [5, 1],
      [4, 0.25],
    ])
    expect(normalizedScores(falling(199), 0).get(198)).toBeCloseTo(1 / 199)
    expect(normalizedScores(falling(200), 0).get(199)).toBe(0)
  })

  it('are those of the first 200 documents; what comes after has none', () => {
    const scores = normalizedScores(falling(201), 0)
    expect(scores.size).toBe(200)
    expect(scores.has(200)).toBe(false)
    expect(scores.get(199)).toBe(0)
    expect(scores.get(0)).toBe(1)
  })

  it('are 1 for all where all are equal, and none where there is none', () => {
    expect([
      ...normalizedScores(
        new Map([
          [4, 3],
          [5, 3],
        ]),
      ),
    ]).toEqual([
      [4, 1],
      [5, 1],
    ])
    expect([...normalizedScores(new Map())]).toEqual([])
  })
})

describe('the passages near a question', () => {
  const passages = (numbers: number[], similarities: number[]) => ({
    numbers: Int32Array.from(numbers),
    ordinals: new Int32Array(numbers.length),
    similarities: Float32Array.from(similarities),
    text: () => '',
  })

  it('give a document the score of its closest one', () => {
    expect([...closestPassageScores(passages([7, 3, 7, 3], [0.75, 0.5, 0.25, 0.125]))]).toEqual([
      [7, 0.75],
      [3, 0.5],
    ])
  })

  it('give it the mean of its three closest ones', () => {
    expect(meanOfThreeClosestScores(passages([7, 7, 7, 7], [1, 0.75, 0.5, 0.25])).get(7)).toBe(0.75)
  })

  it('count as the farthest found where a document has fewer than three', () => {
    const scores = meanOfThreeClosestScores(passages([7, 7, 3, 3, 3], [1, 0.75, 0.5, 0.5, 0.25]))
    expect(scores.get(7)).toBeCloseTo((1 + 0.75 + 0.25) / 3)
    expect(scores.get(3)).toBeCloseTo((0.5 + 0.5 + 0.25) / 3)
    expect(meanOfThreeClosestScores(passages([], [])).size).toBe(0)
  })
})

it('documents that match words keep their scores', () => {
  const matches = { numbers: Int32Array.of(5, 2), scores: Float32Array.of(8, 4) }
  expect([...textMatchScores(matches)]).toEqual([
    [5, 8],
    [2, 4],
  ])
})

describe('the names that a document shares with the question', () => {
  const archive = handMadeArchive({
    entities: [
      entity('person', 'Leonid Brezhnev'),
      entity('place', 'Soviet Union', { metonyms: ['the Kremlin'] }),
      entity('place', 'Romania'),
    ],
    documents: [
      record('Leonid Brezhnev on the Soviet Union'),
      record('On the Soviet Union'),
      record('On Romania'),
      record('On nothing'),
    ],
  })
  const { rarity } = archive.facts
  const scores = (question: string) => nameScores(understood(question, archive), archive.facts)

  it('count by how rare each is', () => {
    // ln(1 + 4 documents / (1 + those that name it))
    expect(rarity('person:leonid-brezhnev')).toBeCloseTo(Math.log(3))
    expect(rarity('place:soviet-union')).toBeCloseTo(Math.log(1 + 4 / 3))
    const all = Math.log(3) + Math.log(1 + 4 / 3)
    const found = scores('What did Leonid Brezhnev say of the Soviet Union?')
    expect(found.get(0)).toBeCloseTo(1)
    expect(found.get(1)).toBeCloseTo(Math.log(1 + 4 / 3) / all)
    expect(found.has(2)).toBe(false)
    expect(found.has(3)).toBe(false)
  })

  it('count for 0.7 where a word merely stands for somebody', () => {
    const [state, person] = [0.7 * Math.log(1 + 4 / 3), Math.log(3)]
    const found = scores('What did the Kremlin and Leonid Brezhnev say?')
    expect(found.get(1)).toBeCloseTo(state / (state + person))
  })

  it('count once, and in full where one is named both ways', () => {
    const [state, person] = [Math.log(1 + 4 / 3), Math.log(3)]
    const found = scores('Did the Kremlin, the Soviet Union or Leonid Brezhnev say so?')
    expect(found.get(1)).toBeCloseTo(state / (state + person))
  })

  it('are none where the question names nobody', () => {
    expect(scores('What was said?').size).toBe(0)
  })
})

describe('the subjects asked for', () => {
  const archive = handMadeArchive({
    documents: [
      record('One', { subjects: ['Trade', 'Fisheries'] }),
      record('Two', { subjects: ['Trade'] }),
      record('Three', { subjects: ['Timber'] }),
    ],
  })
  const asked = (...targets: [string, number][]) => ({ text: '', targets: new Map(targets) })

  it('count by how rare each is, and by how well it fits', () => {
    const scores = subjectScores(
      [asked(['Trade', 1], ['Timber', 0.5]), asked(['Fisheries', 1])],
      archive.facts,
    )
    const [trade, fish] = [Math.log(1 + 3 / 4), Math.log(1 + 3 / 2)]
    expect(scores.get(0)).toBeCloseTo(1)
    expect(scores.get(1)).toBeCloseTo(trade / (trade + fish))
    expect(scores.get(2)).toBeCloseTo((0.5 * trade) / (trade + fish))
  })

  it('give a document the best of those that one word means', () => {
    const scores = subjectScores([asked(['Trade', 1], ['Fisheries', 0.5])], archive.facts)
    expect(scores.get(0)).toBeCloseTo(1)
    expect(subjectScores([asked(['Fisheries', 0.5], ['Trade', 1])], archive.facts).get(0)).toBeCloseTo(1)
  })

  it('are none where none is asked for', () => {
    expect(subjectScores([], archive.facts).size).toBe(0)
  })
})

describe('a period', () => {
  const period = (from?: string, to?: string): Period => ({
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    text: '',
    start: 0,
    end: 0,
    hard: true,
  })
  const of = (date: string) => record('A document', { date })
  /** The score of a document of this date for the periods. */
  const score = (date: string, ...periods: Period[]) => periodScores(periods, [of(date)]).get(0)
  const year = period('1968-01-01', '1968-12-31')

  it.each(['1968', '1968-01-01', '1968-12-31', '1968-06'])('gives 1 to a document of %s in it', (date) => {
    expect(score(date, year)).toBe(1)
  })

  it.each([
    ['1967-12-31', 1],
    ['1967-12-02', 30],
    ['1969-01-01', 1],
    ['1969-01-30', 30],
    ['1969-02', 32],
    ['1967-11', 32],
    ['1969', 1],
    ['1967', 1],
  ])('gives one of %s less by its distance of %i days', (date, days) => {
    expect(score(date, year)).toBeCloseTo(Math.exp(-days / 30))
  })

  it('gives nothing from 139 days on', () => {
    expect(score('1969-05-18', year)).toBeCloseTo(Math.exp(-138 / 30))
    expect(score('1969-05-19', year)).toBeUndefined()
    expect(score('1980-01-01', year)).toBeUndefined()
    expect(score('1950-01-01', year)).toBeUndefined()
  })

  it('may be open at either end', () => {
    expect(score('1990-01-01', period('1968-01-01'))).toBe(1)
    expect(score('1967-12-31', period('1968-01-01'))).toBeCloseTo(Math.exp(-1 / 30))
    expect(score('1945-01-01', period(undefined, '1968-12-31'))).toBe(1)
    expect(score('1969-01-01', period(undefined, '1968-12-31'))).toBeCloseTo(Math.exp(-1 / 30))
    expect(score('1945-01-01', period())).toBe(1)
  })

  it('that is nearest of several decides', () => {
    const both = [period('1950-01-01', '1950-12-31'), year]
    expect(score('1969-01-01', ...both)).toBeCloseTo(Math.exp(-1 / 30))
    expect(score('1951-01-01', ...both)).toBeCloseTo(Math.exp(-1 / 30))
  })

  it('that is not asked for says nothing of any document, nor does one of a document that is gone', () => {
    expect(periodScores([], [of('1968')]).size).toBe(0)
    expect([...periodScores([year], [undefined, of('1968')]).keys()]).toEqual([1])
  })

  it('contains a document that can lie in any one of several', () => {
    const both = [period('1950-01-01', '1950-12-31'), year]
    expect(isInAnyPeriod(of('1968-12-31'), both)).toBe(true)
    expect(isInAnyPeriod(of('1950'), both)).toBe(true)
    expect(isInAnyPeriod(of('1960'), both)).toBe(false)
    expect(isInAnyPeriod(of('1960'), [])).toBe(false)
  })
})

describe('whose papers are asked for, and of which kind', () => {
  const archive = handMadeArchive({
    documents: [
      record('Telegram to Bucharest', { type: 'telegram', publisher: 'FRUS' }),
      record('Another telegram', { type: 'telegram' }),
      record('Report', { publisher: 'FRUS' }),
      record('Minutes', { type: 'minutes' }),
    ],
  })
  const asked = { text: '', start: 0, end: 0, hard: true }
  const scores = (changes: object) =>
    makerScores(understood('', archive, { types: [], ...changes }), {
      documents: [...archive.facts.documents, undefined],
      makers: Object.assign(Object.create(null), {
        canBeBy: (_: unknown, number: number) => number === 0 || number === 3,
      }),
    })

  it('count in equal shares', () => {
    const all = scores({
      types: [{ ...asked, value: 'telegram' }],
      publishers: [{ ...asked, value: 'FRUS' }],
      makers: [{ ...asked, name: 'Romania', value: { people: [] } }],
    })
    expect([...all]).toEqual([
      [0, 1],
      [1, 1 / 3],
      [2, 1 / 3],
      [3, 1 / 3],
    ])
  })

  it('count each by itself', () => {
    expect([...scores({ types: [{ ...asked, value: 'telegram' }] })]).toEqual([
      [0, 1],
      [1, 1],
    ])
    expect([...scores({ publishers: [{ ...asked, value: 'FRUS' }] })]).toEqual([
      [0, 1],
      [2, 1],
    ])
    expect([...scores({ makers: [{ ...asked, name: 'Romania', value: { people: [] } }] })]).toEqual([
      [0, 1],
      [3, 1],
    ])
  })

  it('are met by any one of several', () => {
    const types = [
      { ...asked, value: 'telegram' },
      { ...asked, value: 'minutes' },
    ]
    expect([...scores({ types })]).toEqual([
      [0, 1],
      [1, 1],
      [3, 1],
    ])
  })

  it('say nothing where none is asked for', () => {
    expect(scores({}).size).toBe(0)
  })
})
