/** Rates how relevant a sentence is: a logistic model over the answer reader's probability and the sentence's rank. */

import type { ReaderCalibration, relevanceFeatures } from '../../archive/answering.ts'
import { logisticProbability } from '../../archive/answering.ts'
import type { ReadSentence } from './read-sentences.ts'

export type WorthSigns = Record<(typeof relevanceFeatures)[number], number>

/** A sentence that was read, with its relevance. */
export interface ValuedSentence extends ReadSentence {
  /** Probability that it answers outright, 0..1. */
  worth: number
}

export function valued(
  sentences: readonly ReadSentence[],
  { worth }: Pick<ReaderCalibration, 'worth'>,
): ValuedSentence[] {
  const signs = worthSignsOf(sentences)
  return sentences.map((sentence, index) => ({
    ...sentence,
    worth: signs[index] ? logisticProbability(worth, signs[index]) : 0,
  }))
}

/** The features of all sentences that were read for one answer, in the same order. */
export function worthSignsOf(sentences: readonly ReadSentence[]): WorthSigns[] {
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
