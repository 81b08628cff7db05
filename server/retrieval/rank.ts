/** Ranks documents by their signals: a weighted sum, pseudo-relevance feedback, and the question's own bounds. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import type { ArchiveIndex } from '../../embeddings/index/archive-index.ts'
import type { DocumentNumber } from '../../embeddings/index/document-number.ts'
import type { Period } from '../understanding/period.ts'
import { isWithin, normalized, type Scores, type Signals, signalNames } from './signals.ts'

/** `feedback` weighs the second look. */
export type Weights = Record<keyof Signals | 'feedback', number>

interface Ranked {
  number: DocumentNumber
  /** 0..1, falling with rank. */
  score: number
}

export interface Ranking {
  ranked: Ranked[]
  /** Whether the question bounds itself to a period of which nothing was found. */
  widened: boolean
}

export interface RankInput {
  signals: Signals
  index: Pick<ArchiveIndex, 'recordVector' | 'recordSimilarities'>
  /** By number; undefined for a document that the catalog no longer has. */
  documents: readonly (ArchiveDocument | undefined)[]
  periods: readonly Period[]
  /** Documents that can hardly be meant. */
  unlikely?: ReadonlySet<DocumentNumber>
  weights: Weights
}

/** What is left of the score of a document that can hardly be meant: too little to be quoted beside one that is. */
const UNLIKELY = 0.5

export function rank(input: RankInput): Ranking {
  const { signals, index, documents, periods, weights, unlikely } = input
  const first = weightedSum(signals, weights)
  const feedback = weights.feedback > 0 ? feedbackScores(first, index) : new Map()
  const most = signalNames.reduce(
    (sum, name) => sum + (signals[name].size > 0 ? weights[name] : 0),
    weights.feedback,
  )
  const ranked = [...first]
    .map(([number, score]) => ({
      number,
      score:
        ((score + weights.feedback * (feedback.get(number) ?? 0)) / (most || 1)) *
        (unlikely?.has(number) ? UNLIKELY : 1),
    }))
    .filter(({ number }) => documents[number])

  const bounds = periods.filter(({ hard }) => hard)
  const inside = ({ number }: Ranked) => {
    const document = documents[number]
    return document !== undefined && isWithin(document, bounds)
  }
  const bounded = bounds.length > 0
  const widened = bounded && !ranked.some(inside)
  const scored =
    bounded && !widened
      ? ranked.map((each) => ({ ...each, score: (each.score + Number(inside(each))) / 2 }))
      : ranked
  return {
    ranked: scored
      .map(({ number, score }) => ({ number, score: Math.min(1, Math.max(0, score)) }))
      .sort((a, b) => b.score - a.score || a.number - b.number),
    widened,
  }
}

/** The candidates, which are found by words or by meaning, with the weighted sum of their signals. */
function weightedSum(signals: Signals, weights: Weights): Scores {
  const sums: Scores = new Map()
  for (const name of ['bm25', 'record', 'sentence', 'query', 'queries'] as const)
    for (const [number, score] of signals[name])
      sums.set(number, (sums.get(number) ?? 0) + weights[name] * score)
  for (const name of ['names', 'period', 'maker', 'subject'] as const)
    for (const [number, score] of signals[name]) {
      const sum = sums.get(number)
      if (sum !== undefined) sums.set(number, sum + weights[name] * score)
    }
  return sums
}

/** Documents that are taken to be relevant for the second look, and documents that are looked at again. */
const TRUSTED = 3
const RECONSIDERED = 250

/** Rocchio feedback: closeness to the mean of the first documents' vectors, weighted by their scores, normalized. */
function feedbackScores(scores: Scores, index: RankInput['index']): Scores {
  const considered = [...scores].sort(([, a], [, b]) => b - a).slice(0, RECONSIDERED)
  const [first] = considered
  if (!first) return new Map()
  const centroid = new Float32Array(index.recordVector(first[0]).length)
  for (const [number, score] of considered.slice(0, TRUSTED))
    index.recordVector(number).forEach((value, position) => {
      centroid[position] = (centroid[position] ?? 0) + score * value
    })
  const numbers = considered.map(([number]) => number)
  return normalized(index.recordSimilarities(centroid, numbers))
}
