/** Reads the document that a question is about. Such questions are shorter than those to the archive ("And about industry?"). */
import type { Archive } from '../../archive/archive.ts'
import { understandAlone } from '../../understanding/understand.ts'
import { type FoundDocument, type ReadOptions, type ReadSentence, readSentences } from './read-sentences.ts'

/** A document that a question is about. */
export interface DocumentAskedAbout extends FoundDocument {
  /** Probability that it is relevant to the question, by retrieval features only, 0..1. */
  likelihood: number
}

/**
 * The document is relevant if its best sentence reaches `probability` or the document reaches `likelihood`. Measured on 77
 * documents with questions that the index did not contain: 0.96 pass for their own question (0.82 by the probability
 * alone), 0.14 for the question of another document.
 */
const RELEVANCE_THRESHOLDS = { probability: 0.01, likelihood: 0.2 }

export function isRelevant({ likelihood }: DocumentAskedAbout, sentences: readonly ReadSentence[]): boolean {
  const best = Math.max(0, ...sentences.map(({ probability }) => probability))
  return best >= RELEVANCE_THRESHOLDS.probability || likelihood >= RELEVANCE_THRESHOLDS.likelihood
}

/**
 * Reads its sentences twice, with the question as typed and with its content words and names only ("China" for "What did
 * they say about China?"); the higher probability counts.
 */
export async function readDocumentAskedAbout(
  question: string,
  document: DocumentAskedAbout,
  archive: Archive,
  options: ReadOptions,
): Promise<{ sentences: ReadSentence[]; sentencesRead: number }> {
  const asPut = await readSentences(question, [document], archive, options)
  const matter = contentAndNames(question, archive)
  if (matter === '') return { sentences: asPut, sentencesRead: asPut.length }
  const asWords = await readSentences(matter, [document], archive, options)
  const sentences = asPut.map((sentence, index) => ({
    ...sentence,
    probability: Math.max(sentence.probability, asWords[index]?.probability ?? 0),
  }))
  return { sentences, sentencesRead: asPut.length + asWords.length }
}

function contentAndNames(question: string, archive: Archive): string {
  const { topicWords, names } = understandAlone(question, archive)
  return [
    ...topicWords,
    ...names.flatMap(({ entities }) => entities.slice(0, 1)).map(({ name }) => name),
  ].join(' ')
}
