/** Which of the sentences that were read are quoted. */
import { describe, expect, it } from 'vitest'
import {
  type ChooseOptions,
  chooseSentences,
  sentenceKey,
} from '../../../../server/answer/reading/choose-sentences.ts'
import { dependenceFeaturesOf } from '../../../../server/answer/reading/dependent-sentence.ts'
import type { RatedSentence } from '../../../../server/answer/reading/sentence-relevance.ts'
import { answering, record } from '../../hand-made-archive.ts'

/** Only a sentence with "he" among its first words leans on the one before it. */
const PLAIN = answering({
  quoted: { worth: 0.25, ofBest: 0.5 },
  leaning: {
    intercept: -1,
    weights: { ...dependenceFeaturesOf('', '', 0), nameless: 0, personSubject: 2 },
    threshold: 0.5,
  },
})

const documents = Array.from({ length: 20 }, (_, number) => record(`Document ${number}`))

/** A sentence of its own words. */
function sentence(
  worth: number,
  fields: { of?: number; ordinal?: number; text?: string } = {},
): RatedSentence {
  const { of = 0, ordinal = 0, text = `${of} says word${of}x${ordinal} and thing${of}x${ordinal}.` } = fields
  const document = documents[of]
  if (!document) throw new Error(`There is no document ${of}.`)
  return { document, ordinal, text, probability: worth, relevance: worth, rank: of, share: 1 }
}

const choose = (among: readonly RatedSentence[], more: Partial<ChooseOptions> = {}) =>
  chooseSentences(among, { readerCalibration: PLAIN, ...more }).map(
    ({ document, ordinal }) => `${documents.indexOf(document)}#${ordinal}`,
  )

describe('the sentences that are quoted', () => {
  it('are those from the threshold on, best first', () => {
    const among = [sentence(0.25, { of: 1 }), sentence(0.24, { of: 2 }), sentence(0.4, { of: 3 })]
    expect(choose(among)).toEqual(['3#0', '1#0'])
  })

  it('are those with half the worth of the best one, where that is more', () => {
    const among = [sentence(0.9, { of: 1 }), sentence(0.45, { of: 2 }), sentence(0.44, { of: 3 })]
    expect(choose(among)).toEqual(['1#0', '2#0'])
  })

  it('of a course of events are those with three fifths of that', () => {
    const among = [
      sentence(1, { of: 1 }),
      sentence(0.4, { of: 2 }),
      sentence(0.3, { of: 3 }),
      sentence(0.29, { of: 4 }),
    ]
    expect(choose(among, { chronological: true })).toEqual(['1#0', '2#0', '3#0'])
    expect(choose(among)).toEqual(['1#0'])
  })

  it('may be bound to another threshold', () => {
    const among = [sentence(0.2, { of: 1 }), sentence(0.15, { of: 2 }), sentence(0.14, { of: 3 })]
    expect(choose(among)).toEqual(['1#0'])
    expect(choose(among, { minRelevance: 0.15 })).toEqual(['1#0', '2#0'])
  })

  it('are at least one, however little it is worth, and none where there is none', () => {
    expect(choose([sentence(0.01, { of: 1 }), sentence(0.02, { of: 2 })])).toEqual(['2#0'])
    expect(choose([])).toEqual([])
  })

  it('are none of those that were quoted before, and the best of the others counts', () => {
    const among = [sentence(0.9, { of: 1 }), sentence(0.3, { of: 2 }), sentence(0.26, { of: 3 })]
    const quotedBefore = new Set(among.slice(0, 1).map(sentenceKey))
    expect(choose(among, { quotedBefore })).toEqual(['2#0', '3#0'])
    expect(choose(among, { quotedBefore: new Set(among.map(sentenceKey)) })).toEqual([])
  })

  it('need not be any besides those that are chosen already', () => {
    const already = [sentence(0.9, { of: 1 })]
    const among = [...already, sentence(0.1, { of: 2 }), sentence(0.5, { of: 3 })]
    expect(choose(among, { alreadyChosen: already })).toEqual(['3#0'])
    expect(choose(among.slice(0, 2), { alreadyChosen: already })).toEqual([])
  })

  it('come from eight documents at most', () => {
    const among = documents.map((_, of) => sentence(0.9 - of / 1000, { of }))
    expect(choose(among)).toEqual(['0#0', '1#0', '2#0', '3#0', '4#0', '5#0', '6#0', '7#0'])
    const more = [...among, sentence(0.6, { of: 7, ordinal: 3 })]
    expect(choose(more).at(-1)).toBe('7#3')
  })

  it('are twelve at most', () => {
    const among = Array.from({ length: 20 }, (_, ordinal) =>
      sentence(0.9 - ordinal / 1000, { ordinal: 2 * ordinal }),
    )
    expect(choose(among)).toHaveLength(12)
  })

  it('say nothing twice', () => {
    const text = 'Kim Il Sung asks the ambassador for oil and coal.'
    const among = [
      sentence(0.9, { of: 1, text }),
      sentence(0.8, { of: 2, text: text.replace('coal', 'rice') }),
      sentence(0.7, { of: 3 }),
    ]
    expect(choose(among)).toEqual(['1#0', '3#0'])
  })
})

describe('a sentence that leans on the one before it', () => {
  const he = (ordinal: number) => ({ ordinal, text: `He wants word${ordinal} and thing${ordinal}.` })

  it('comes with that, and with what that one leans on', () => {
    const among = [sentence(0.8), sentence(0.8, he(1)), sentence(0.9, he(2))]
    expect(choose(among)).toEqual(['0#0', '0#1', '0#2'])
    expect(choose([sentence(0.8), sentence(0.8, { ordinal: 1 }), sentence(0.9, he(2))])).toEqual([
      '0#1',
      '0#2',
      '0#0',
    ])
  })

  it('comes without that where it was quoted before, or is there already, or was not read', () => {
    const among = [sentence(0.1), sentence(0.9, he(1))]
    expect(choose(among, { quotedBefore: new Set(among.slice(0, 1).map(sentenceKey)) })).toEqual(['0#1'])
    expect(choose(among.slice(1))).toEqual(['0#1'])
    expect(choose([sentence(0.9), sentence(0.8, he(1))])).toEqual(['0#0', '0#1'])
  })

  it('is quoted besides others where both are worth seven tenths of the threshold in the mean', () => {
    const best = sentence(0.5, { of: 3 })
    // The threshold is 0.25, seven tenths of it 0.175.
    const two = (worth: number) => [best, sentence(worth), sentence(0.25, he(1))]
    expect(choose(two(0.1))).toEqual(['3#0', '0#0', '0#1'])
    expect(choose(two(0.09))).toEqual(['3#0'])
  })

  it('counts for two of the twelve', () => {
    const full = Array.from({ length: 11 }, (_, at) => sentence(0.9, { of: 1, ordinal: 2 * at }))
    const leaning = [sentence(0.8), sentence(0.85, he(1))]
    expect(choose([...full, ...leaning])).toHaveLength(12)
    expect(choose([...full, ...leaning])).not.toContain('0#1')
    expect(choose([...full.slice(1), ...leaning])).toContain('0#1')
  })
})
