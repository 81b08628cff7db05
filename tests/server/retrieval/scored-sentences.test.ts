/** The sentences of a document by their closeness to a question, and those that are shown with a result. */
import { describe, expect, it } from 'vitest'
import type { Archive } from '../../../server/archive/archive.ts'
import {
  allSentencesFor,
  closestSentencesFor,
  type ScoredSentence,
  shownPassages,
} from '../../../server/retrieval/scored-sentences.ts'
import { record } from '../hand-made-archive.ts'

const documents = ['A', 'B', 'C'].map((title, number) => ({
  number,
  document: record(title, { summary: title === 'C' ? null : 'Something. And more.' }),
}))
const near = (...rows: [number: number, ordinal: number, similarity: number][]) => ({
  numbers: Int32Array.from(rows, ([number]) => number),
  ordinals: Int32Array.from(rows, ([, ordinal]) => ordinal),
  similarities: Float32Array.from(rows, ([, , similarity]) => similarity),
  text: (row: number) => `sentence ${row}`,
})
const evidence = { vector: new Float32Array(2), sentences: near([0, 1, 0.75], [9, 0, 0.5], [0, 0, 0.25]) }

/** An archive whose index finds these passages, and notes what it is asked. */
function finding(found: ReturnType<typeof near>) {
  const asked: { kind: string; limit: number; among: readonly number[] }[] = []
  const nearest = async (
    kind: string,
    _: Float32Array,
    options: { limit: number; among: readonly number[] },
  ) => {
    asked.push({ kind, ...options })
    return found
  }
  const archive: Archive = Object.assign(Object.create(null), { index: { nearest } })
  return { archive, asked }
}

describe('all sentences of documents', () => {
  it('are asked of the index, up to 24 of each document', async () => {
    const { archive, asked } = finding(near([1, 0, 1.5], [0, 0, 0.5], [1, 1, -0.5], [7, 0, 0.1]))
    const sentences = await allSentencesFor({ evidence }, documents.slice(0, 2), archive)
    expect(asked).toEqual([{ kind: 'sentence', limit: 48, among: [0, 1] }])
    expect([...sentences.keys()]).toEqual(['a', 'b'])
    expect(sentences.get('b')).toEqual([
      { document: 'b', ordinal: 0, text: 'sentence 0', score: 1 },
      { document: 'b', ordinal: 1, text: 'sentence 2', score: 0 },
    ])
    expect(sentences.get('a')?.map(({ score }) => score)).toEqual([0.5])
  })

  it('are none of no document, for which the index is not asked', async () => {
    const { archive, asked } = finding(near())
    expect((await allSentencesFor({ evidence }, [], archive)).size).toBe(0)
    expect(asked).toEqual([])
  })
})

describe('the closest sentences of documents', () => {
  it('are those that the search found already, and all of documents with a summary of which it found none', async () => {
    const { archive, asked } = finding(near([1, 0, 0.5]))
    const retrieval = { evidence: Object.assign(Object.create(null), evidence) }
    const sentences = await closestSentencesFor(retrieval, documents, archive)
    expect(asked).toEqual([{ kind: 'sentence', limit: 24, among: [1] }])
    expect(sentences.get('a')?.map(({ ordinal, score }) => [ordinal, score])).toEqual([
      [1, 0.75],
      [0, 0.25],
    ])
    expect(sentences.get('b')?.map(({ score }) => score)).toEqual([0.5])
    expect(sentences.get('c')).toEqual([])
  })
})

describe('the passages shown with a result', () => {
  const shown = (title: string, scores: number[], passageShown = 0.5, summary: string | null = 'Some.') => {
    const sentences = scores.map(
      (score, ordinal): ScoredSentence => ({ document: '', ordinal, text: `${score}`, score }),
    )
    const calibration = Object.assign(Object.create(null), { passageShown })
    return shownPassages(record(title, { summary }), sentences, { calibration }).map(({ text }) => text)
  }

  it('are its closest sentence and others that are nearly as close, three at most', () => {
    expect(shown('A', [0.8, 0.4, 0.39])).toEqual(['0.8', '0.4'])
    expect(shown('A', [0.8, 0.7, 0.6, 0.5])).toEqual(['0.8', '0.7', '0.6'])
    expect(shown('A', [0.1], 2)).toEqual(['0.1'])
  })

  it('are its title where it has no summary', () => {
    expect(shown('A', [], 0.5, null)).toEqual(['A'])
    expect(shown('A', [], 0.5)).toEqual([])
    expect(shown('A', [0.8], 0.5, null)).toEqual(['0.8'])
  })
})
