/** The ways in which a question of a conversation can be meant. */
import { beforeAll, describe, expect, it } from 'vitest'
import { asksForRecap } from '../../../server/chat/recap.ts'
import { asksWhatCameNext, interpretationsOf } from '../../../server/understanding/interpretations.ts'
import type { Understanding } from '../../../server/understanding/understanding.ts'
import { knownFromCatalog } from './known-from-catalog.ts'

let readings: (question: string, ...before: string[]) => Understanding[]
beforeAll(async () => {
  const known = await knownFromCatalog()
  readings = (question, ...before) => interpretationsOf(question, before, known)
})

describe('a question', () => {
  it('is read as it stands where nothing was asked before', () => {
    expect(readings('Who was Lee Hu-rak?').map(({ question }) => question)).toEqual(['Who was Lee Hu-rak?'])
  })

  it('keeps the person that its pronoun stands for though it names another', () => {
    for (const { question, names } of readings('What did Kim Il Sung tell him?', 'Who was Lee Hu-rak?')) {
      expect(question).toMatch(/^Lee Hu-rak.*: What did Kim Il Sung tell him\?$/)
      expect(names.map(({ entities }) => entities[0]?.name)).toEqual(['Lee Hu-rak', 'Kim Il Sung'])
    }
  })

  it('is first read as it stands where it leans on nothing', () => {
    const [first] = readings(
      'What did Kim Il Sung think of the martial law in Poland?',
      'Who was Lee Hu-rak?',
    )
    expect(first?.question).toBe('What did Kim Il Sung think of the martial law in Poland?')
    expect(first?.follows).toBeUndefined()
  })

  it('marks what it takes along as standing nowhere in it', () => {
    const [first] = readings('Did he agree?', 'Who was Lee Hu-rak?')
    expect(first?.names[0]).toMatchObject({ start: -1, end: -1 })
    expect(first?.follows).toBe('Who was Lee Hu-rak?')
  })

  it('asks for the time after somebody’s death, whose it says only by “he”', () => {
    const [first] = readings('And after he died?', 'What did Stalin want in 1952?')
    expect(first?.periods).toMatchObject([{ from: '1953-03-05' }])
  })
})

it.each([
  ['And then?', true],
  ['later?', true],
  ['What happened next?', true],
  ['What happened then in Moscow?', false],
])('“%s” asks for what came after: %s', (question, expected) => {
  expect(asksWhatCameNext(question)).toBe(expected)
})

it.each([
  ['Summarize that in three sentences.', true],
  ['Please sum up', true],
  ['summarise your last answer in two sentences', true],
  ['Summarize the Pueblo crisis', false],
])('“%s” asks for the last answer in short: %s', (question, expected) => {
  expect(asksForRecap(question)).toBe(expected)
})
