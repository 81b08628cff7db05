/**
 * The probability that the quotations answer the question, by a logistic model. The reader's probabilities are not enough:
 * near misses contain the names and years of the question. One record must state what the question presupposes.
 */

import type { ArchiveDocument } from '../../../corpus/document.ts'
import { foldedWords, stem } from '../../../corpus/lexicon.ts'
import type { LinkedName } from '../../../corpus/names/name-linker.ts'
import type { Archive } from '../../archive/archive.ts'
import type { confidenceFeatures, ReaderCalibration } from '../../archive/reader-calibration.ts'
import { logisticProbability } from '../../archive/reader-calibration.ts'
import { coverageShare } from '../../retrieval/coverage.ts'
import type { Retrieval } from '../../retrieval/retrieve.ts'
import { isInAnyPeriod } from '../../retrieval/signals.ts'
import { comparisonSides } from '../../understanding/comparison-sides.ts'
import { expectedAnswer, type ValueType } from '../../understanding/expected-answer.ts'
import { findFullDates } from '../../understanding/time/find-dates.ts'
import type { Understanding } from '../../understanding/understanding.ts'
import { findNumbers } from '../verification/numbers.ts'
import type { ReadSentence } from './read-sentences.ts'
import { logit } from './sentence-relevance.ts'

export type ConfidenceFeatures = Record<(typeof confidenceFeatures)[number], number>

export function confidenceOf(
  features: ConfidenceFeatures,
  { confidence }: Pick<ReaderCalibration, 'confidence'>,
): number {
  return logisticProbability(confidence, features)
}

/** The documents of this many best sentences are compared with the question. */
const CONTEXT_SENTENCES = 3
const SUMMED_SENTENCES = 8
/** More people presuppose more: a question about two people presupposes that they had to do with each other. */
const MAX_COUNTED_PEOPLE = 3

/** @param sentences all sentences that were read, in any order */
export function confidenceFeaturesOf(
  { understanding, answerability }: Pick<Retrieval, 'understanding' | 'answerability'>,
  sentences: readonly ReadSentence[],
  archive: Archive,
): ConfidenceFeatures {
  const best = sentences.toSorted((a, b) => b.probability - a.probability).slice(0, CONTEXT_SENTENCES)
  const records = [...new Set(best.map(({ document }) => document))]
  const { names, periods } = understanding
  const { valueType } = expectedAnswer(understanding)
  // The sides of a comparison need not occur together.
  const isComparison = comparisonSides(understanding.question, understanding).length > 0
  // Names that a follow-up inherits presuppose nothing.
  const isAskedPerson = ({ entities, start }: LinkedName) =>
    start >= 0 && entities.some(({ kind }) => kind === 'person')
  return {
    // A sentence without a value of the expected type is no answer.
    evidence: Math.log(
      ZERO_EVIDENCE_OFFSET +
        summedEvidence(
          valueType === undefined
            ? sentences
            : sentences.filter(({ text }) => containsValue(text, valueType, archive)),
        ),
    ),
    people: isComparison ? 1 : Math.min(MAX_COUNTED_PEOPLE, names.filter(isAskedPerson).length),
    period: Number(periods.length === 0 || records.some((record) => isInAnyPeriod(record, periods))),
    kind: Number(valueType === undefined || best.some(({ text }) => containsValue(text, valueType, archive))),
    likelihood: logit(answerability.likelihood),
    covered: Math.max(0, ...records.map((record) => contentCoverage(record, understanding, archive))),
  }
}

/** Avoids log(0) where no sentence has any evidence. */
const ZERO_EVIDENCE_OFFSET = 0.01

/** The sum of the reader's probabilities over the best sentences. */
export function summedEvidence(sentences: readonly ReadSentence[]): number {
  return sentences
    .map(({ probability }) => probability)
    .sort((a, b) => b - a)
    .slice(0, SUMMED_SENTENCES)
    .reduce((sum, probability) => sum + probability, 0)
}

/** Share of the question's content words in the record's title and summary; 1 for a question without content words. */
function contentCoverage(
  { title, summary }: ArchiveDocument,
  { question }: Pick<Understanding, 'question'>,
  { lexicon }: Archive,
): number {
  const stems = new Set([title, summary ?? ''].flatMap((text) => foldedWords(text).map(stem)))
  return coverageShare(question, (word) => stems.has(word), lexicon) ?? 1
}

/** Also matches a date without its year. */
const MONTH_NAME =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/

function containsValue(text: string, value: ValueType, { linker }: Archive): boolean {
  switch (value) {
    case 'number':
      return findNumbers(text, findFullDates(text)).length > 0
    case 'date':
      return findFullDates(text).length > 0 || MONTH_NAME.test(text)
    case 'place':
      // The authority file has all states, but few cities.
      return (
        /\b(?:in|at|near|from|to|outside) \p{Lu}\p{Ll}/u.test(text) ||
        linker.link(text).some(({ entities }) => entities.some(({ kind }) => kind === 'place'))
      )
    case 'name':
      return /(?:^|\s)\p{Lu}\p{Ll}/u.test(text.slice(1))
  }
}
