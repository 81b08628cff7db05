/**
 * The probability that the quotations answer the question, by a logistic model. The reader's probabilities are not enough:
 * near misses contain the names and years of the question. One record must state what the question presupposes.
 */

import type { ArchiveDocument } from '../../../corpus/document.ts'
import { stem, foldedWords } from '../../../corpus/lexicon.ts'
import type { LinkedName } from '../../../corpus/names/name-linker.ts'
import type { ReaderCalibration, confidenceFeatures } from '../../archive/answering.ts'
import { logisticProbability } from '../../archive/answering.ts'
import type { Archive } from '../../archive/archive.ts'
import { coverageShare } from '../../retrieval/coverage.ts'
import type { Retrieval } from '../../retrieval/retrieve.ts'
import { isInAnyPeriod } from '../../retrieval/signals.ts'
import { type AskedValue, askedForm } from '../../understanding/expected-answer.ts'
import { sidesOf } from '../../understanding/comparison-sides.ts'
import { findFullDates } from '../../understanding/time/find-dates.ts'
import type { Understanding } from '../../understanding/understanding.ts'
import { findNumbers } from '../verification/numbers.ts'
import type { ReadSentence } from './read-sentences.ts'
import { logit } from './sentence-relevance.ts'

export type ConfidenceSigns = Record<(typeof confidenceFeatures)[number], number>

export function confidenceOf(signs: ConfidenceSigns, { confidence }: Pick<ReaderCalibration, 'confidence'>): number {
  return logisticProbability(confidence, signs)
}

/** The documents of this many best sentences are compared with the question. */
const BEST = 3
const ADDED = 8
/** More people presuppose more: a question about two people presupposes that they had to do with each other. */
const MAX_PEOPLE = 3

/** @param sentences all sentences that were read, in any order */
export function confidenceSignsOf(
  { understanding, answerability }: Pick<Retrieval, 'understanding' | 'answerability'>,
  sentences: readonly ReadSentence[],
  archive: Archive,
): ConfidenceSigns {
  const best = sentences.toSorted((a, b) => b.probability - a.probability).slice(0, BEST)
  const records = [...new Set(best.map(({ document }) => document))]
  const { names, periods } = understanding
  const { value } = askedForm(understanding)
  // The sides of a comparison need not occur together.
  const isComparison = sidesOf(understanding.question, understanding).length > 0
  // Names that a follow-up inherits presuppose nothing.
  const isAskedPerson = ({ entities, start }: LinkedName) =>
    start >= 0 && entities.some(({ kind }) => kind === 'person')
  return {
    // A sentence without a value of the expected type is no answer.
    evidence: Math.log(
      NONE +
        evidenceOf(
          value === undefined ? sentences : sentences.filter(({ text }) => contains(text, value, archive)),
        ),
    ),
    people: isComparison ? 1 : Math.min(MAX_PEOPLE, names.filter(isAskedPerson).length),
    period: Number(periods.length === 0 || records.some((record) => isInAnyPeriod(record, periods))),
    kind: Number(value === undefined || best.some(({ text }) => contains(text, value, archive))),
    likelihood: logit(answerability.likelihood),
    covered: Math.max(0, ...records.map((record) => coveredBy(record, understanding, archive))),
  }
}

/** Avoids log(0) where no sentence has any evidence. */
const NONE = 0.01

/** The sum of the reader's probabilities over the best sentences. */
export function evidenceOf(sentences: readonly ReadSentence[]): number {
  return sentences
    .map(({ probability }) => probability)
    .sort((a, b) => b - a)
    .slice(0, ADDED)
    .reduce((sum, probability) => sum + probability, 0)
}

/** Share of the question's content words in the record's title and summary; 1 for a question without content words. */
function coveredBy(
  { title, summary }: ArchiveDocument,
  { question }: Pick<Understanding, 'question'>,
  { lexicon }: Archive,
): number {
  const stems = new Set([title, summary ?? ''].flatMap((text) => foldedWords(text).map(stem)))
  return coverageShare(question, (word) => stems.has(word), lexicon) ?? 1
}

/** Also matches a date without its year. */
const DAY_OF_MONTH =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/

function contains(text: string, value: AskedValue, { linker }: Archive): boolean {
  switch (value) {
    case 'number':
      return findNumbers(text, findFullDates(text)).length > 0
    case 'date':
      return findFullDates(text).length > 0 || DAY_OF_MONTH.test(text)
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
