/** What is said of why a document was found. */
import { describe, expect, it } from 'vitest'
import type { Archive } from '../../../server/archive/archive.ts'
import { resultReason } from '../../../server/retrieval/result-reason.ts'
import type { Retrieval } from '../../../server/retrieval/retrieve.ts'
import { signalNames } from '../../../server/retrieval/signals.ts'
import type { Understanding } from '../../../server/understanding/understanding.ts'
import { entity, handMadeArchive, record, understood } from '../hand-made-archive.ts'

const made = handMadeArchive({
  documents: [
    record('Kim Il Sung, Mao Zedong and Tito in Romania', {
      type: 'telegram',
      subjects: ['Trade', 'Fish', 'Oil'],
    }),
    record('Kim Il Sung', { subjects: ['Trade'] }),
    record('Kim Il Sung and Mao Zedong'),
  ],
  entities: ['Kim Il Sung', 'Mao Zedong', 'Tito', 'Stalin'].map((name) => entity('person', name)),
})
const archive: Archive = Object.assign(Object.create(made), {
  calibration: Object.assign(Object.create(null), { resultClose: 0.5 }),
})

interface Given {
  number?: number
  scores?: Partial<Record<(typeof signalNames)[number], number>>
  subjects?: [string, number][]
  changes?: Partial<Understanding>
}

function reason(
  question: string,
  { number = 0, scores = {}, subjects = [], changes = {} }: Given = {},
): string {
  const document = made.catalog.documents[number]
  if (!document) throw new Error(`There is no document ${number}.`)
  const retrieval: Retrieval = Object.assign(Object.create(null), {
    understanding: understood(question, archive, changes),
    evidence: {
      subjects: [{ text: '', targets: new Map(subjects) }],
      signals: Object.fromEntries(signalNames.map((name) => [name, new Map([[number, scores[name] ?? 0]])])),
    },
  })
  return resultReason({ document, number }, retrieval, archive)
}

describe('a document was found', () => {
  it('for the two rarest names that it shares', () => {
    expect(reason('Kim Il Sung')).toBe('names Kim Il Sung')
    expect(reason('Kim Il Sung, Mao Zedong, Tito and Stalin')).toBe('names Tito, Mao Zedong')
  })

  it('for the subject that fits best, the rarer one of two that fit alike', () => {
    const subjects: [string, number][] = [
      ['Trade', 1],
      ['Fish', 1],
      ['Oil', 0.5],
    ]
    expect(reason('?', { subjects })).toBe('on Fish')
    expect(
      reason('?', {
        subjects: [
          ['Trade', 0.6],
          ['Oil', 0.5],
        ],
      }),
    ).toBe('on Trade')
    expect(reason('?', { subjects: [['Fish', 0]] })).toBe('somewhat close in meaning')
    expect(reason('?', { number: 1, subjects: [['Fish', 1]] })).toBe('somewhat close in meaning')
  })

  it('for its year where it is of a period asked for', () => {
    expect(reason('What was in 1968?')).toBe('1968')
    expect(reason('What was in 1969?')).toBe('somewhat close in meaning')
  })

  it('for its kind where that is asked for', () => {
    expect(reason('telegrams')).toBe('telegram')
    expect(reason('telegrams', { number: 1 })).toBe('somewhat close in meaning')
  })

  it.each(['record', 'sentence', 'query'] as const)('for its meaning, by the closeness of its %s', (name) => {
    expect(reason('?', { scores: { [name]: 0.5 } })).toBe('close in meaning')
    expect(reason('?', { scores: { [name]: 0.49 } })).toBe('somewhat close in meaning')
  })

  it('for its words where nothing better can be said', () => {
    expect(reason('?', { scores: { bm25: 0.4 } })).toBe('shares words')
    expect(reason('?', { scores: { bm25: 0.39 } })).toBe('somewhat close in meaning')
    expect(reason('?', { scores: { bm25: 1, record: 0.5 } })).toBe('close in meaning')
  })

  it('for several reasons, which are told in one order', () => {
    expect(reason('telegrams on Tito in 1968', { scores: { record: 0.9 }, subjects: [['Oil', 1]] })).toBe(
      'names Tito · on Oil · 1968 · telegram · close in meaning',
    )
  })
})
