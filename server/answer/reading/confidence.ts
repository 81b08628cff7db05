/**
 * How sure it is that the quotations answer the question: a logistic model. What the reader makes of the best sentences
 * does not suffice: near misses have the question's names and years. One record must state what is presupposed.
 */
import { stem, wordsOf } from '../../../corpus/lexicon.ts'
import { entityKey } from '../../../corpus/names/entity.ts'
import type { Answering, confidenceSigns } from '../../archive/answering.ts'
import { probabilityOf } from '../../archive/answering.ts'
import type { Archive } from '../../archive/archive.ts'
import type { Retrieval } from '../../retrieval/retrieve.ts'
import { isWithin } from '../../retrieval/signals.ts'
import { type AskedValue, askedForm } from '../../understanding/asked.ts'
import { contentOf } from '../../understanding/content-words.ts'
import { findFullDates } from '../../understanding/time/find-dates.ts'
import { findNumbers } from '../verification/numbers.ts'
import type { ReadSentence } from './read-sentences.ts'
import { logit } from './worth.ts'

export type ConfidenceSigns = Record<(typeof confidenceSigns)[number], number>

export function confidenceOf(signs: ConfidenceSigns, { confidence }: Pick<Answering, 'confidence'>): number {
  return probabilityOf(confidence, signs)
}

/** Sentences that count as the best. */
const BEST = 3

/** @param sentences those that were read, in any order */
export function confidenceSignsOf(
  retrieval: Retrieval,
  sentences: readonly ReadSentence[],
  archive: Archive,
): ConfidenceSigns {
  const { understanding, answerability } = retrieval
  const best = sentences.toSorted((a, b) => b.probability - a.probability).slice(0, BEST)
  const [first, second] = best
  const records = [...new Set(best.map(({ document }) => document))]
  const { value } = askedForm(understanding)
  return {
    best: logit(first?.probability ?? 0),
    second: logit(second?.probability ?? 0),
    names: Math.max(0, ...best.map((sentence) => namesStated(sentence, retrieval, archive))),
    period:
      understanding.periods.length === 0 || records.some((record) => isWithin(record, understanding.periods))
        ? 1
        : 0,
    kind: value === undefined || best.some(({ text }) => contains(text, value, archive)) ? 1 : 0,
    covered: Math.max(0, ...records.map((record) => shareCovered(retrieval, record.id, archive))),
    likelihood: logit(answerability.likelihood),
  }
}

/** The share of the names in the question, by their rarity, that the sentence's record states: 1 where there are none. */
function namesStated(
  { document, text }: ReadSentence,
  { understanding }: Retrieval,
  { facts, index, linker }: Archive,
) {
  const number = index.numberOf.get(document.id)
  const stated = new Set([
    ...((number === undefined ? undefined : index.documents[number]?.entities) ?? []),
    ...linker.link(text).flatMap(({ entities }) => entities.map(entityKey)),
  ])
  let [all, shared] = [0, 0]
  for (const { entities } of understanding.names) {
    const keys = entities.map(entityKey)
    const weight = Math.max(...keys.map(facts.rarity))
    all += weight
    if (keys.some((key) => stated.has(key))) shared += weight
  }
  return all === 0 ? 1 : shared / all
}

/** The share of the question's content words, by their rarity, that one record has. */
function shareCovered({ understanding }: Retrieval, id: string, { catalog, lexicon }: Archive): number {
  const document = catalog.byId.get(id)
  if (!document) return 0
  const stems = new Set([document.title, document.summary ?? ''].flatMap((text) => wordsOf(text).map(stem)))
  let [all, shared] = [0, 0]
  for (const word of contentOf(new Set(wordsOf(understanding.question).map(stem)))) {
    const rarity = lexicon.rarity(word)
    all += rarity
    if (stems.has(word)) shared += rarity
  }
  return all === 0 ? 1 : shared / all
}

function contains(text: string, value: AskedValue, { linker }: Archive): boolean {
  switch (value) {
    case 'number':
      return findNumbers(text, findFullDates(text)).length > 0
    case 'date':
      return findFullDates(text).length > 0 || /\b\d{1,2}(?:st|nd|rd|th)?\b|\b(?:19|20)\d\d\b/.test(text)
    case 'place':
      return linker.link(text).some(({ entities }) => entities.some(({ kind }) => kind === 'place'))
    case 'name':
      return /(?:^|\s)\p{Lu}\p{Ll}/u.test(text.slice(1))
  }
}
