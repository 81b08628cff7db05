/** Which of the sentences that were read are quoted. */
import { beforeAll, describe, expect, it } from 'vitest'
import { chooseSentences, keyOf } from '../../server/answer/reading/choose.ts'
import { leans } from '../../server/answer/reading/leaning.ts'
import type { ValuedSentence } from '../../server/answer/reading/worth.ts'
import type { Archive } from '../../server/archive/archive.ts'
import { openTestArchive } from '../open-test-archive.ts'

let archive: Archive
beforeAll(async () => {
  archive = await openTestArchive()
})

const TEXTS = [
  'Stalin receives Kim Il Sung in Moscow.',
  'He tells him that the plan must wait.',
  'Beijing is to be asked for rice and coal.',
]

function sentences(worths: readonly number[], texts = TEXTS, at = 0): ValuedSentence[] {
  const document = archive.catalog.documents[at]
  if (!document) throw new Error('The catalog has too few documents.')
  return worths.map((worth, ordinal) => {
    const text = texts[ordinal] ?? ''
    return { document, ordinal, text, probability: worth, worth, rank: at, share: 1 }
  })
}

describe('sentences to quote', () => {
  const choose = (among: ValuedSentence[], more: object = {}) =>
    chooseSentences(among, { answering: archive.answering, ...more })

  it('are those that are worth it, the best first', () => {
    const chosen = choose(sentences([0.5, 0.01, 0.9]))
    expect(chosen.map(({ ordinal }) => ordinal)).toEqual([2, 0])
  })

  it('bring the one before them along where they lean on it', () => {
    const [first = '', second = ''] = TEXTS
    expect(leans(second, first, archive.answering, 1)).toBe(true)
    expect(leans('Beijing is to be asked for rice and coal.', second, archive.answering, 2)).toBe(false)
    const chosen = choose(sentences([0.05, 0.9, 0.01]))
    expect(chosen.map(({ ordinal }) => ordinal)).toEqual([0, 1])
  })

  it('are at least one, however little it is worth, and none where there is none', () => {
    expect(choose(sentences([0.01, 0.02, 0.03]))).toHaveLength(1)
    expect(choose([])).toEqual([])
  })

  it('are none that were quoted before', () => {
    const among = sentences([0.9, 0.01, 0.5])
    const quotedBefore = new Set(among.slice(0, 1).map(keyOf))
    expect(choose(among, { quotedBefore }).map(({ ordinal }) => ordinal)).toEqual([2])
    expect(choose(among, { quotedBefore: new Set(among.map(keyOf)) })).toEqual([])
  })

  it('come from eight documents at most', () => {
    const titles = archive.catalog.documents.slice(0, 40).map(({ summary, title }) => summary ?? title)
    const among = titles.flatMap((text, at) => sentences([0.9], [text], at))
    expect(new Set(choose(among).map(({ document }) => document.id)).size).toBe(8)
  })
})
