/** Reads the document that a question is about: it is asked in fewer words than the archive is ("And about industry?"). */
import type { Archive } from '../../archive/archive.ts'
import { understandAlone } from '../../understanding/understand.ts'
import { type FoundDocument, type ReadOptions, type ReadSentence, readSentences } from './read-sentences.ts'

/** A document that a question is about. */
export interface AskedDocument extends FoundDocument {
  /** Probability that it speaks to the question, by wording and meaning alone, 0..1. */
  likelihood: number
}

/**
 * The probability of its best sentence, and its likelihood, from which it speaks to the question. Of 77 documents 0.96 reach
 * either one for the question made for them (0.82 the first alone; the index knew none of these questions), 0.14 for that
 * made for another document.
 */
const SPEAKS = { probability: 0.01, likelihood: 0.2 }

export function speaks({ likelihood }: AskedDocument, sentences: readonly ReadSentence[]): boolean {
  const best = Math.max(0, ...sentences.map(({ probability }) => probability))
  return best >= SPEAKS.probability || likelihood >= SPEAKS.likelihood
}

/**
 * Its sentences, read with the question as it was put and with its content words and names alone, "China" for "What did they
 * say about China?"; the higher probability counts. `spent`: how many readings that took.
 */
export async function readAsked(
  question: string,
  document: AskedDocument,
  archive: Archive,
  options: ReadOptions,
): Promise<{ sentences: ReadSentence[]; spent: number }> {
  const asPut = await readSentences(question, [document], archive, options)
  const matter = matterOf(question, archive)
  if (matter === '') return { sentences: asPut, spent: asPut.length }
  const asWords = await readSentences(matter, [document], archive, options)
  const sentences = asPut.map((sentence, index) => ({
    ...sentence,
    probability: Math.max(sentence.probability, asWords[index]?.probability ?? 0),
  }))
  return { sentences, spent: asPut.length + asWords.length }
}

function matterOf(question: string, archive: Archive): string {
  const { topic, names } = understandAlone(question, archive)
  return [...topic, ...names.flatMap(({ entities }) => entities.slice(0, 1)).map(({ name }) => name)].join(
    ' ',
  )
}
