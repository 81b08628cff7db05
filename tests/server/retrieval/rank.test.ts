/** How the signals of relevance become one order of the documents. */
import { describe, expect, it } from 'vitest'
import { type RankInput, rank, type SignalWeights } from '../../../server/retrieval/rank.ts'
import type { Signals } from '../../../server/retrieval/signals.ts'
import type { Period } from '../../../server/understanding/period.ts'
import { record } from '../hand-made-archive.ts'

type GivenSignals = Partial<Record<keyof Signals, Record<number, number>>>

const documents = Array.from({ length: 300 }, (_, number) =>
  record(`Document ${number}`, { date: String(1950 + (number % 40)) }),
)

const NO_WEIGHTS: SignalWeights = {
  bm25: 0,
  record: 0,
  sentence: 0,
  query: 0,
  queries: 0,
  names: 0,
  period: 0,
  maker: 0,
  subject: 0,
  feedback: 0,
}

function signals(given: GivenSignals): Signals {
  const scores = (name: keyof Signals) =>
    new Map(Object.entries(given[name] ?? {}).map(([number, score]) => [Number(number), score]))
  return {
    bm25: scores('bm25'),
    record: scores('record'),
    sentence: scores('sentence'),
    query: scores('query'),
    queries: scores('queries'),
    names: scores('names'),
    period: scores('period'),
    maker: scores('maker'),
    subject: scores('subject'),
  }
}

/** An index whose vectors must not be looked at. */
const untouched: RankInput['index'] = {
  recordVector: () => expect.unreachable('no vector is needed'),
  recordSimilarities: () => expect.unreachable('no vector is needed'),
}

function ranking(given: GivenSignals, weighted: Partial<SignalWeights>, more: Partial<RankInput> = {}) {
  const input = {
    signals: signals(given),
    weights: { ...NO_WEIGHTS, ...weighted },
    index: untouched,
    documents,
  }
  const { ranked, widened } = rank({ ...input, periods: [], ...more })
  return { order: ranked.map(({ number }) => number), scores: ranked.map(({ score }) => score), widened }
}

function period(from: string | undefined, to: string | undefined, hard: boolean): Period {
  return { ...(from ? { from } : {}), ...(to ? { to } : {}), text: '', start: 0, end: 0, hard }
}

describe('a document’s score', () => {
  it('is the weighted mean of its signals', () => {
    const { order, scores } = ranking({ bm25: { 7: 1, 3: 0.5 }, record: { 3: 1 } }, { bm25: 1, record: 3 })
    expect(order).toEqual([3, 7])
    expect(scores).toEqual([0.875, 0.25])
  })

  it('does not fall by the weight of a signal that found nothing at all', () => {
    expect(ranking({ bm25: { 7: 0.8 } }, { bm25: 1, record: 3 }).scores).toEqual([0.8])
  })

  it.each(['bm25', 'record', 'sentence', 'query', 'queries'] as const)('may come from %s alone', (name) => {
    expect(ranking({ [name]: { 7: 1 } }, { [name]: 2 })).toMatchObject({ order: [7], scores: [1] })
  })

  it.each(['names', 'period', 'maker', 'subject'] as const)(
    'is raised by %s, which finds no document by itself',
    (name) => {
      const { order, scores } = ranking(
        { bm25: { 7: 1, 3: 1 }, [name]: { 3: 1, 9: 1 } },
        { bm25: 1, [name]: 3 },
      )
      expect(order).toEqual([3, 7])
      expect(scores).toEqual([1, 0.25])
    },
  )

  it('stays between 0 and 1 whatever the weights are', () => {
    const given = { bm25: { 1: 1 }, record: { 2: 1 } }
    expect(ranking(given, { bm25: 2, record: -1 }).scores).toEqual([1, 0])
    expect(ranking(given, {}).scores).toEqual([0, 0])
  })

  it('is halved where the document can hardly be meant', () => {
    const given = { bm25: { 1: 1, 2: 0.6 } }
    expect(ranking(given, { bm25: 1 }, { unlikely: new Set([1]) })).toMatchObject({
      order: [2, 1],
      scores: [0.6, 0.5],
    })
  })

  it('decides the order, and where it is equal the document’s number does', () => {
    expect(ranking({ bm25: { 9: 0.5, 4: 0.5, 6: 1, 2: 0.1 } }, { bm25: 1 }).order).toEqual([6, 4, 9, 2])
  })
})

it('a document that the catalog no longer has is not listed', () => {
  const { order } = ranking({ bm25: { 0: 1, 1: 0.5 } }, { bm25: 1 }, { documents: [undefined, documents[1]] })
  expect(order).toEqual([1])
})

it('nothing found is no document', () => {
  expect(ranking({}, { bm25: 1 })).toEqual({ order: [], scores: [], widened: false })
})

describe('the period that a question bounds itself to', () => {
  // Numbers 0 and 40 are of 1950, 1 is of 1951.
  const given = { bm25: { 1: 1, 0: 0.5, 40: 0 } }

  it('puts its documents before all others', () => {
    expect(ranking(given, { bm25: 1 }, { periods: [period('1950-01-01', '1950-12-31', true)] })).toEqual({
      order: [0, 1, 40],
      scores: [0.75, 0.5, 0.5],
      widened: false,
    })
  })

  it('is given up where it has none of the documents found, and that is said', () => {
    expect(ranking(given, { bm25: 1 }, { periods: [period('1970-01-01', undefined, true)] })).toEqual({
      order: [1, 0, 40],
      scores: [1, 0.5, 0],
      widened: true,
    })
  })

  it('is one of several that it names', () => {
    const periods = [period('1970-01-01', undefined, true), period(undefined, '1950-12-31', true)]
    expect(ranking(given, { bm25: 1 }, { periods }).scores).toEqual([0.75, 0.5, 0.5])
  })

  it('bounds nothing where it is merely preferred', () => {
    const periods = [period('1950-01-01', '1950-12-31', false), period('1970-01-01', undefined, false)]
    expect(ranking(given, { bm25: 1 }, { periods })).toEqual({
      order: [1, 0, 40],
      scores: [1, 0.5, 0],
      widened: false,
    })
  })
})

describe('the second look', () => {
  /** Each document's vector points its own way, so that a similarity is the document's share of the centroid. */
  function ownWays() {
    const reconsidered: number[][] = []
    const index: RankInput['index'] = {
      recordVector: (number) => Float32Array.from(documents, (_, other) => Number(other === number)),
      recordSimilarities: (vector, numbers) => {
        reconsidered.push([...numbers])
        return new Map([...numbers].map((number) => [number, vector[number] ?? 0]))
      },
    }
    return { index, reconsidered }
  }

  it('takes the first three documents for relevant, each by its score', () => {
    const given = { bm25: { 0: 1, 1: 0.75, 2: 0.5, 3: 0.25, 4: 0 } }
    const { order, scores } = ranking(given, { bm25: 1, feedback: 1 }, ownWays())
    expect(order).toEqual([0, 1, 2, 3, 4])
    expect(scores).toEqual([1, 0.75, 0.5, 0.125, 0])
  })

  it('looks again at the first 250 documents', () => {
    const { index, reconsidered } = ownWays()
    const bm25 = Object.fromEntries(documents.slice(0, 260).map((_, number) => [number, 1 - number / 1000]))
    ranking({ bm25 }, { bm25: 1, feedback: 1 }, { index })
    expect(reconsidered).toHaveLength(1)
    expect(reconsidered[0]).toEqual(Array.from({ length: 250 }, (_, number) => number))
  })

  it('raises what is near the first documents, though words say little of it', () => {
    const near: RankInput['index'] = {
      recordVector: () => new Float32Array([1, 0]),
      recordSimilarities: () =>
        new Map([
          [0, 0.4],
          [1, 0.9],
          [2, 0.4],
        ]),
    }
    const { order, scores } = ranking(
      { bm25: { 0: 1, 1: 0.5, 2: 0.7 } },
      { bm25: 1, feedback: 1 },
      { index: near },
    )
    expect(order).toEqual([1, 0, 2])
    expect(scores).toEqual([0.75, 0.5, 0.35])
  })

  it('is not taken without its weight, nor where nothing was found', () => {
    expect(ranking({ bm25: { 0: 1 } }, { bm25: 1, feedback: 0 }).scores).toEqual([1])
    expect(ranking({}, { bm25: 1, feedback: 1 }).order).toEqual([])
  })
})
