/** Rates how relevant a sentence is: a logistic model over the answer reader's probability and the sentence's rank. */

import type { ReaderCalibration, relevanceFeatures } from '../../archive/reader-calibration.ts'
import { logisticProbability } from '../../archive/reader-calibration.ts'
import type { ReadSentence } from './read-sentences.ts'

export type RelevanceFeatures = Record<(typeof relevanceFeatures)[number], number>

/** A sentence that was read, with its relevance. */
export interface RatedSentence extends ReadSentence {
  /** Probability that it answers outright, 0..1. */
  relevance: number
}

export function rateSentences(
  sentences: readonly ReadSentence[],
  { worth }: Pick<ReaderCalibration, 'worth'>,
): RatedSentence[] {
  const features = relevanceFeaturesOf(sentences)
  return sentences.map((sentence, index) => ({
    ...sentence,
    relevance: features[index] ? logisticProbability(worth, features[index]) : 0,
  }))
}

/** The features of all sentences that were read for one answer, in the same order. */
export function relevanceFeaturesOf(sentences: readonly ReadSentence[]): RelevanceFeatures[] {
  const best = Math.max(...sentences.map(({ probability }) => logit(probability)))
  return sentences.map(({ probability, share, rank, ordinal, text }) => ({
    probability: logit(probability),
    behindBest: best - logit(probability),
    share,
    rank: 1 / (1 + rank),
    opens: Number(ordinal === 0),
    words: Math.log(1 + wordCount(text)),
  }))
}

/** Log odds, bounded like those of the answer reader. */
export function logit(probability: number): number {
  const bounded = Math.min(1 - 1e-4, Math.max(1e-4, probability))
  return Math.log(bounded / (1 - bounded))
}

function wordCount(text: string): number {
  return text.trim().split(/\s+/).length
}
