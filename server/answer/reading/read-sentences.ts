/** Reads the most promising sentences of what was found, together with the question. */
import type { ArchiveDocument } from '../../../corpus/document.ts'
import type { Archive } from '../../archive/archive.ts'
import type { RankedDocument } from '../../retrieval/retrieve.ts'
import type { ScoredSentence } from '../../retrieval/sentences.ts'

/**
 * Sentences read for one answer, all its searches together: each costs some 10 ms of one core. Of the labelled answers 12
 * sentences find …, 24 find …, 40 find … (`npm run eval -- answers`).
 */
export const MAX_READ_SENTENCES = 24

/** A document with all sentences of its summary. */
export interface FoundDocument extends Pick<RankedDocument, 'document' | 'number' | 'score'> {
  sentences: readonly ScoredSentence[]
}

/** A sentence that was read. */
export interface ReadSentence {
  document: ArchiveDocument
  /** Position in the summary, from 0. */
  ordinal: number
  text: string
  /** Probability that it answers, by the reader alone, 0..1. */
  probability: number
  /** The rank of its document, from 0, and its score as a share of the first one's. */
  rank: number
  share: number
}

export interface ReadOptions {
  /** Sentences to read at most. */
  most?: number
  signal?: AbortSignal | undefined
}

/** Reads the documents' sentences in the order of rank, each summary from its beginning, until `most` are read. */
export async function readSentences(
  question: string,
  documents: readonly FoundDocument[],
  { reader }: Pick<Archive, 'reader'>,
  { most = MAX_READ_SENTENCES, signal }: ReadOptions = {},
): Promise<ReadSentence[]> {
  const best = documents[0]?.score || 1
  const sentences = documents
    .flatMap(({ document, score, sentences }, rank) =>
      [...sentences]
        .sort((a, b) => a.ordinal - b.ordinal)
        .map(({ ordinal, text }) => ({ document, ordinal, text, rank, share: score / best })),
    )
    .slice(0, most)
  const probabilities = await reader.read(
    question,
    sentences.map(({ document: { title, date }, text }) => ({ title, date, sentence: text })),
    signal,
  )
  return sentences.map((sentence, index) => ({ ...sentence, probability: probabilities[index] ?? 0 }))
}
