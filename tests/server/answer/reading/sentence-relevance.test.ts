/** What tells how likely a sentence answers outright. */
import { describe, expect, it } from 'vitest'
import type { ReadSentence } from '../../../../server/answer/reading/read-sentences.ts'
import {
  logit,
  rateSentences,
  relevanceFeaturesOf,
} from '../../../../server/answer/reading/sentence-relevance.ts'
import { record } from '../../hand-made-archive.ts'

const document = record('A meeting')

function read(changes: Partial<ReadSentence>): ReadSentence {
  return { document, ordinal: 1, text: 'Kim asks for oil.', probability: 0.5, rank: 0, share: 1, ...changes }
}

describe('log odds', () => {
  it('are 0 for a half, and as far above as below it', () => {
    expect(logit(0.5)).toBe(0)
    expect(logit(0.9)).toBeCloseTo(Math.log(9))
    expect(logit(0.1)).toBeCloseTo(-Math.log(9))
  })

  it('go no further than those of 0.0001 and 0.9999', () => {
    expect(logit(0)).toBeCloseTo(Math.log(1e-4 / 0.9999))
    expect(logit(1)).toBeCloseTo(Math.log(0.9999 / 1e-4))
    expect(logit(0.0002)).toBeCloseTo(Math.log(0.0002 / 0.9998))
    expect(logit(0.9998)).toBeCloseTo(Math.log(0.9998 / 0.0002))
  })
})

describe('the signs of a sentence', () => {
  it('are what the reader makes of it, and how far that is behind the best one', () => {
    const [best, other] = relevanceFeaturesOf([read({ probability: 0.9 }), read({ probability: 0.5 })])
    expect(best).toMatchObject({ probability: Math.log(0.9 / (1 - 0.9)), behindBest: 0 })
    expect(other).toMatchObject({ probability: 0, behindBest: Math.log(0.9 / (1 - 0.9)) })
  })

  it('are where its document was found', () => {
    expect(relevanceFeaturesOf([read({ rank: 0, share: 1 })])[0]).toMatchObject({ rank: 1, share: 1 })
    expect(relevanceFeaturesOf([read({ rank: 3, share: 0.25 })])[0]).toMatchObject({
      rank: 0.25,
      share: 0.25,
    })
  })

  it('are whether it opens the summary', () => {
    expect(
      relevanceFeaturesOf([read({ ordinal: 0 }), read({ ordinal: 1 })]).map(({ opens }) => opens),
    ).toEqual([1, 0])
  })

  it('are how many words it has', () => {
    const [one, four] = relevanceFeaturesOf([read({ text: ' Oil. ' }), read({ text: 'Kim  asks for\noil.' })])
    expect(one?.words).toBeCloseTo(Math.log(2))
    expect(four?.words).toBeCloseTo(Math.log(5))
  })
})

describe('the worth of sentences', () => {
  const none = { probability: 0, behindBest: 0, share: 0, rank: 0, opens: 0, words: 0 }

  it('is a probability by the weights of the signs', () => {
    const worth = { intercept: -1, weights: { ...none, share: 3, opens: 2 } }
    const all = rateSentences([read({ share: 1 }), read({ share: 0, ordinal: 0 })], { worth })
    expect(all.map((each) => each.relevance)).toEqual([1 / (1 + Math.exp(-2)), 1 / (1 + Math.exp(-1))])
    expect(all[0]).toMatchObject({ text: 'Kim asks for oil.', probability: 0.5 })
  })

  it('is that of no sentence where none was read', () => {
    expect(rateSentences([], { worth: { intercept: 0, weights: none } })).toEqual([])
  })
})
