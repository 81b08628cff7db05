/**
 * How sure it is that the quotations answer the question: a logistic model. What the reader makes of the best sentences
 * does not suffice: near misses have the question's names and years. One record must state what is presupposed.
 */

import type { ArchiveDocument } from '../../../corpus/document.ts'
import { stem, wordsOf } from '../../../corpus/lexicon.ts'
import type { LinkedName } from '../../../corpus/names/name-linker.ts'
import type { Answering, confidenceSigns } from '../../archive/answering.ts'
import { probabilityOf } from '../../archive/answering.ts'
import type { Archive } from '../../archive/archive.ts'
import { shareCovered } from '../../retrieval/coverage.ts'
import type { Retrieval } from '../../retrieval/retrieve.ts'
import { isWithin } from '../../retrieval/signals.ts'
import { type AskedValue, askedForm } from '../../understanding/asked.ts'
import { sidesOf } from '../../understanding/sides.ts'
import { findFullDates } from '../../understanding/time/find-dates.ts'
import type { Understanding } from '../../understanding/understanding.ts'
import { findNumbers } from '../verification/numbers.ts'
import type { ReadSentence } from './read-sentences.ts'
import { logit } from './worth.ts'

export type ConfidenceSigns = Record<(typeof confidenceSigns)[number], number>

export function confidenceOf(signs: ConfidenceSigns, { confidence }: Pick<Answering, 'confidence'>): number {
  return probabilityOf(confidence, signs)
}

/** Sentences that count as the best, and those whose probabilities are added up. */
const BEST = 3
const ADDED = 8
/** People whose number counts: a question about what two did to each other presupposes more than one about one. */
const MAX_PEOPLE = 3

/** @param sentences those that were read, in any order */
export function confidenceSignsOf(
  { understanding, answerability }: Pick<Retrieval, 'understanding' | 'answerability'>,
  sentences: readonly ReadSentence[],
  archive: Archive,
): ConfidenceSigns {
  const best = sentences.toSorted((a, b) => b.probability - a.probability).slice(0, BEST)
  const records = [...new Set(best.map(({ document }) => document))]
  const { names, periods } = understanding
  const { value } = askedForm(understanding)
  // What is compared need not have met.
  const isComparison = sidesOf(understanding.question, understanding).length > 0
  // What a follow-up takes along presupposes nothing.
  const isAskedPerson = ({ entities, start }: LinkedName) =>
    start >= 0 && entities.some(({ kind }) => kind === 'person')
  return {
    // What lacks a value of the kind asked for is no answer.
    evidence: Math.log(
      NONE +
        evidenceOf(
          value === undefined ? sentences : sentences.filter(({ text }) => contains(text, value, archive)),
        ),
    ),
    people: isComparison ? 1 : Math.min(MAX_PEOPLE, names.filter(isAskedPerson).length),
    period: Number(periods.length === 0 || records.some((record) => isWithin(record, periods))),
    kind: Number(value === undefined || best.some(({ text }) => contains(text, value, archive))),
    likelihood: logit(answerability.likelihood),
    covered: Math.max(0, ...records.map((record) => coveredBy(record, understanding, archive))),
  }
}

/** Added to the sum, which is 0 where no sentence answers at all. */
const NONE = 0.01

/** The sum of the best sentences' probabilities. */
export function evidenceOf(sentences: readonly ReadSentence[]): number {
  return sentences
    .map(({ probability }) => probability)
    .sort((a, b) => b - a)
    .slice(0, ADDED)
    .reduce((sum, probability) => sum + probability, 0)
}

/** The share of the question's content words that one record has in its title and its summary; 1 where there are none. */
function coveredBy(
  { title, summary }: ArchiveDocument,
  { question }: Pick<Understanding, 'question'>,
  { lexicon }: Archive,
): number {
  const stems = new Set([title, summary ?? ''].flatMap((text) => wordsOf(text).map(stem)))
  return shareCovered(question, (word) => stems.has(word), lexicon) ?? 1
}

/** A day without its year, or a month. */
const DAY_OF_MONTH =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/

function contains(text: string, value: AskedValue, { linker }: Archive): boolean {
  switch (value) {
    case 'number':
      return findNumbers(text, findFullDates(text)).length > 0
    case 'date':
      return findFullDates(text).length > 0 || DAY_OF_MONTH.test(text)
    case 'place':
      // The authority file knows states and few cities.
      return (
        /\b(?:in|at|near|from|to|outside) \p{Lu}\p{Ll}/u.test(text) ||
        linker.link(text).some(({ entities }) => entities.some(({ kind }) => kind === 'place'))
      )
    case 'name':
      return /(?:^|\s)\p{Lu}\p{Ll}/u.test(text.slice(1))
  }
}
