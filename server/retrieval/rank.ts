/** Ranks documents: weighted sum of signals, pseudo-relevance feedback, then the periods that the question requires. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import type { ArchiveIndex } from '../../embeddings/index/archive-index.ts'
import type { DocumentNumber } from '../../embeddings/index/document-number.ts'
import type { Period } from '../understanding/period.ts'
import { isInAnyPeriod, normalizedScores, type Scores, type Signals, signalNames } from './signals.ts'

/** `feedback` is the weight of pseudo-relevance feedback. */
export type SignalWeights = Record<keyof Signals | 'feedback', number>

interface RankedNumber {
  number: DocumentNumber
  /** 0..1, falling with rank. */
  score: number
}

export interface Ranking {
  ranked: RankedNumber[]
  /** Whether no document found lies in the required period, so that the period was ignored. */
  widened: boolean
}

export interface RankInput {
  signals: Signals
  index: Pick<ArchiveIndex, 'recordVector' | 'recordSimilarities'>
  /** By document number; undefined for a document that the catalog no longer has. */
  documents: readonly (ArchiveDocument | undefined)[]
  periods: readonly Period[]
  /** Documents written long before the event asked about. */
  unlikely?: ReadonlySet<DocumentNumber>
  weights: SignalWeights
}

/** Multiplier for documents written before the event asked about: low enough that they are not quoted beside others. */
const UNLIKELY_SCORE_MULTIPLIER = 0.5

export function rank(input: RankInput): Ranking {
  const { signals, index, documents, periods, weights, unlikely } = input
  const first = weightedSum(signals, weights)
  const feedback = weights.feedback > 0 ? feedbackScores(first, index) : new Map()
  const totalWeight = signalNames.reduce(
    (sum, name) => sum + (signals[name].size > 0 ? weights[name] : 0),
    weights.feedback,
  )
  const ranked = [...first]
    .map(([number, score]) => ({
      number,
      score:
        ((score + weights.feedback * (feedback.get(number) ?? 0)) / (totalWeight || 1)) *
        (unlikely?.has(number) ? UNLIKELY_SCORE_MULTIPLIER : 1),
    }))
    .filter(({ number }) => documents[number])

  const bounds = periods.filter(({ hard }) => hard)
  const inside = ({ number }: RankedNumber) => {
    const document = documents[number]
    return document !== undefined && isInAnyPeriod(document, bounds)
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

/** Weighted sums of signals. Candidates are the documents found by BM25 or by vectors; other signals only add to them. */
function weightedSum(signals: Signals, weights: SignalWeights): Scores {
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

/** Pseudo-relevance feedback: the first 3 documents are taken as relevant, the first 250 are scored again. */
const FEEDBACK_DOCUMENTS = 3
const MAX_RERANKED_DOCUMENTS = 250

/** Rocchio feedback: normalized similarity to the score-weighted sum of the first documents' vectors. */
function feedbackScores(scores: Scores, index: RankInput['index']): Scores {
  const considered = [...scores].sort(([, a], [, b]) => b - a).slice(0, MAX_RERANKED_DOCUMENTS)
  const [first] = considered
  if (!first) return new Map()
  const centroid = new Float32Array(index.recordVector(first[0]).length)
  for (const [number, score] of considered.slice(0, FEEDBACK_DOCUMENTS))
    index.recordVector(number).forEach((value, position) => {
      centroid[position] = (centroid[position] ?? 0) + score * value
    })
  const numbers = considered.map(([number]) => number)
  return normalizedScores(index.recordSimilarities(centroid, numbers))
}
