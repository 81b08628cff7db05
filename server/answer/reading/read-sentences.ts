/** Reads the most promising sentences of the found documents with the answer reader, within a sentence budget. */
import type { ArchiveDocument } from '../../../corpus/document.ts'
import type { Archive } from '../../archive/archive.ts'
import type { RankedDocument } from '../../retrieval/retrieve.ts'
import type { ScoredSentence } from '../../retrieval/scored-sentences.ts'

/** A document with all sentences of its summary. */
export interface FoundDocument extends Pick<RankedDocument, 'document' | 'number'> {
  sentences: readonly ScoredSentence[]
  /** Rank in its search, from 0; `share` is its score divided by the score of the first document. */
  rank: number
  share: number
  /** Order of reading, highest first: its `share`, or more where it represents a part of the answer. */
  priority: number
}

/** A sentence with the answer reader's probability. */
export interface ReadSentence {
  document: ArchiveDocument
  /** Position in the summary, from 0. */
  ordinal: number
  text: string
  /** Probability that it answers, by the answer reader alone, 0..1. */
  probability: number
  /** Rank and score share of its document. */
  rank: number
  share: number
}

export interface ReadOptions {
  maxSentences: number
  signal?: AbortSignal | undefined
}

/**
 * Weight of a sentence's own retrieval score against its document's priority. With both, the first 24 sentences contain
 * 0.88 of the sentences that answer, by the documents' order alone 0.86 (of at most eight; labelled answers).
 */
const SENTENCE_SCORE_WEIGHT = 0.5

/** Reads the `maxSentences` most promising sentences. */
export async function readSentences(
  question: string,
  documents: readonly FoundDocument[],
  archive: Pick<Archive, 'reader'>,
  { maxSentences, signal }: ReadOptions,
): Promise<ReadSentence[]> {
  const sentences = documents
    .flatMap(({ document, rank, share, priority, sentences }) =>
      sentences.map(({ ordinal, text, score }) => ({
        prospect: priority + SENTENCE_SCORE_WEIGHT * score,
        sentence: { document, ordinal, text, rank, share },
      })),
    )
    .sort((a, b) => b.prospect - a.prospect)
    .slice(0, maxSentences)
    .map(({ sentence }) => sentence)
  const probabilities = await answerProbabilities(question, sentences, archive, signal)
  return sentences.map((sentence, index) => ({ ...sentence, probability: probabilities[index] ?? 0 }))
}

/** For each sentence the answer reader's probability that it answers the question, 0..1. */
export function answerProbabilities(
  question: string,
  sentences: readonly Pick<ReadSentence, 'document' | 'text'>[],
  { reader }: Pick<Archive, 'reader'>,
  signal?: AbortSignal,
): Promise<number[]> {
  return reader.read(
    question,
    sentences.map(({ document: { title, date }, text }) => ({ title, date, sentence: text })),
    signal,
  )
}
