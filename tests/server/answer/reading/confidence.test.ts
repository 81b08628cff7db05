/** What tells how sure it is that the quotations answer the question. */
import { describe, expect, it } from 'vitest'
import { stem } from '../../../../corpus/lexicon.ts'
import {
  type ConfidenceFeatures,
  confidenceFeaturesOf,
  confidenceOf,
  summedEvidence,
} from '../../../../server/answer/reading/confidence.ts'
import type { ReadSentence } from '../../../../server/answer/reading/read-sentences.ts'
import type { Understanding } from '../../../../server/understanding/understanding.ts'
import { entity, handMadeArchive, record, understood } from '../../hand-made-archive.ts'

const documents = [
  record('The harvest of rice', { date: '1956' }),
  record('The harvest of barley', { date: '1960' }),
  record('A visit', { date: '1961', summary: 'Squid is caught.' }),
  record('A meeting', { date: '1968' }),
]
const archive = handMadeArchive({
  documents,
  entities: [
    entity('person', 'Kim Il Sung'),
    entity('person', 'Mao Zedong'),
    entity('person', 'Leonid Brezhnev'),
    entity('person', 'Erich Honecker'),
    entity('place', 'Pyongyang', { aliases: ['pyongyang'] }),
  ],
})

function read(of: number, probability: number, text = 'something is said'): ReadSentence {
  const document = documents[of]
  if (!document) throw new Error(`There is no document ${of}.`)
  return { document, ordinal: 0, text, probability, rank: of, share: 1 }
}

function signs(
  question: string,
  sentences: readonly ReadSentence[],
  changes: Partial<Understanding> = {},
  likelihood = 0.5,
): ConfidenceFeatures {
  const understanding = understood(question, archive, changes)
  const answerability = { answerable: true, likelihood, matchesAllCriteria: false }
  return confidenceFeaturesOf({ understanding, answerability }, sentences, archive)
}

const WHY = 'Why did the harvest fail?'

describe('the evidence', () => {
  it('is the sum of the eight highest probabilities', () => {
    const sentences = [0.0625, ...Array.from({ length: 8 }, () => 0.125)].map((each) => read(0, each))
    expect(summedEvidence(sentences)).toBe(1)
    expect(summedEvidence(sentences.slice(0, 8))).toBe(0.9375)
    expect(summedEvidence([])).toBe(0)
    expect(signs(WHY, sentences).evidence).toBeCloseTo(Math.log(1.01))
  })

  it('is little, and yet some, where no sentence answers', () => {
    expect(signs(WHY, []).evidence).toBeCloseTo(Math.log(0.01))
  })

  it('is that of sentences with a value of the kind asked for', () => {
    const sentences = [read(0, 0.5, 'the harvest failed'), read(0, 0.25, 'it failed on 23 January 1968')]
    expect(signs('When did the harvest fail?', sentences).evidence).toBeCloseTo(Math.log(0.26))
    expect(signs(WHY, sentences).evidence).toBeCloseTo(Math.log(0.76))
  })
})

describe('a value of the kind asked for', () => {
  it.each([
    ['How many tanks came?', 'then 40 tanks came', 'then tanks came'],
    ['How many tanks came?', 'then forty tanks came', 'then on 23 January 1968 tanks came'],
    ['When did tanks come?', 'tanks came on 23 January 1968', 'tanks came in the end'],
    ['When did tanks come?', 'tanks came in May', 'tanks may come'],
    ['Where did tanks come?', 'tanks came near Inchon', 'tanks came near it'],
    ['Where did tanks come?', 'tanks reached pyongyang', 'tanks reached Kim Il Sung'],
    ['Who saw tanks?', 'the soldier Ahn saw them', 'Ahn saw them'],
  ])('“%s” is in “%s” and not in “%s”', (question, holds, lacks) => {
    expect(signs(question, [read(0, 0.5, holds)]).kind).toBe(1)
    expect(signs(question, [read(0, 0.5, lacks)]).kind).toBe(0)
  })

  it('is looked for in the three best sentences', () => {
    const best = [read(0, 0.9), read(0, 0.8)]
    const dated = read(0, 0.5, 'on 23 January 1968')
    expect(signs('When?', [dated, ...best]).kind).toBe(1)
    expect(signs('When?', [dated, ...best, read(0, 0.6)]).kind).toBe(0)
  })

  it('is missing nowhere where none is asked for', () => {
    expect(signs(WHY, [read(0, 0.5)]).kind).toBe(1)
  })
})

describe('the people whom a question names', () => {
  it.each([
    ['Why did the harvest fail?', 0],
    ['What did Kim Il Sung say?', 1],
    ['What did Kim Il Sung say to Mao Zedong in Pyongyang?', 2],
    ['What did Kim Il Sung and Mao Zedong say to Leonid Brezhnev?', 3],
    ['What did Kim Il Sung, Mao Zedong and Leonid Brezhnev say to Erich Honecker?', 3],
  ])('“%s”: %i count', (question, people) => {
    expect(signs(question, []).people).toBe(people)
  })

  it('count for one where they are compared: they need not have met', () => {
    expect(signs('How did Kim Il Sung and Mao Zedong differ?', []).people).toBe(1)
  })

  it('count only where the question itself names them', () => {
    const names = archive.linker.link('Kim Il Sung')
    expect(signs('What did he say?', [], { names }).people).toBe(1)
    const inherited = names.map((name) => ({ ...name, start: -1, end: -1 }))
    expect(signs('What did he say?', [], { names: inherited }).people).toBe(0)
  })
})

describe('the period of a question', () => {
  it('must have one of the documents of the three best sentences', () => {
    const question = 'Why did the harvest fail in 1968?'
    const [first, second, third] = [read(0, 0.9), read(1, 0.8), read(2, 0.7)]
    expect(signs(question, [first, second, read(3, 0.6)]).period).toBe(1)
    expect(signs(question, [first, second, third, read(3, 0.6)]).period).toBe(0)
    expect(signs(question, []).period).toBe(0)
  })

  it('lacks nothing where there is none', () => {
    expect(signs(WHY, []).period).toBe(1)
  })
})

describe('the content words of a question', () => {
  const rarity = (word: string) => archive.lexicon.rarity(stem(word))

  it('must stand in one record, in its title or its summary', () => {
    expect(signs('harvest rice', [read(0, 0.9)]).covered).toBe(1)
    expect(signs('squid', [read(2, 0.9)]).covered).toBe(1)
    const share = rarity('harvest') / (rarity('harvest') + rarity('rice'))
    expect(signs('harvest rice', [read(1, 0.9)]).covered).toBeCloseTo(share)
    expect(signs('harvest rice', [read(1, 0.9), read(2, 0.8)]).covered).toBeCloseTo(share)
    expect(signs('harvest rice', []).covered).toBe(0)
  })

  it('are looked for in the records of the three best sentences', () => {
    const best = [read(1, 0.9), read(2, 0.8)]
    expect(signs('rice', [...best, read(0, 0.5)]).covered).toBe(1)
    expect(signs('rice', [...best, read(3, 0.7), read(0, 0.5)]).covered).toBe(0)
  })

  it('lack nothing where there are none', () => {
    expect(signs('What was it?', [read(3, 0.9)]).covered).toBe(1)
  })
})

it('the likelihood by wording and meaning counts in log odds', () => {
  expect(signs(WHY, [], {}, 0.5).likelihood).toBe(0)
  expect(signs(WHY, [], {}, 0.9).likelihood).toBeCloseTo(Math.log(9))
})

it('the confidence is a probability by the weights of the signs', () => {
  const none = { evidence: 0, people: 0, period: 0, kind: 0, covered: 0, likelihood: 0 }
  const confidence = { intercept: -1, weights: { ...none, evidence: 2, people: -1 }, answered: 0.5 }
  expect(confidenceOf({ ...none, evidence: 2, people: 1, kind: 1 }, { confidence })).toBeCloseTo(
    1 / (1 + Math.exp(-2)),
  )
})
