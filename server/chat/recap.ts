/** Answers "Summarize that" with the best sentences of the last answer, as many as the user asks for. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import { groupQuotes } from '../answer/reading/group-quotes.ts'
import { type FoundDocument, readSentences } from '../answer/reading/read-sentences.ts'
import { rateSentences } from '../answer/reading/sentence-relevance.ts'
import type { SelectedQuotes } from '../answer/select-quotes.ts'
import { findNumbers } from '../answer/verification/numbers.ts'
import type { Archive } from '../archive/archive.ts'
import { findQuotedSentences, type QuotedSentence } from './quoted-before.ts'

const RECAP_REQUEST =
  /^\W*(?:please |can you |could you |now )*(?:summari[sz]e|sum up|recap|condense)\b(?:\W+(?:that|this|it|them|all|of|the|above|your|last|answer|for|me|in|to|a|an|few|short|brief|please|points?|sentences?|words?|one|two|three|four|five|\d+))*\W*$/i

const DEFAULT_RECAP_SENTENCES = 3
const MAX_RECAP_SENTENCES = 8

/** Whether a question asks for a summary of the last answer. */
export function asksForRecap(question: string): boolean {
  return RECAP_REQUEST.test(question)
}

export function quotedInLastAnswer(answers: readonly string[], archive: Archive): readonly QuotedSentence[] {
  return findQuotedSentences(answers.slice(-1), archive)
}

/** The quoted documents, each with its quoted sentences only. */
export function documentsWithQuotedSentences(
  quoted: readonly QuotedSentence[],
  archive: Archive,
): FoundDocument[] {
  const ids = [...new Set(quoted.map(({ document }) => document))]
  return ids.flatMap((id, rank) => {
    const [document, number]: [ArchiveDocument | undefined, number | undefined] = [
      archive.catalog.byId.get(id),
      archive.index.numberOf.get(id),
    ]
    if (!document || number === undefined) return []
    const sentences = quoted
      .filter((sentence) => sentence.document === id)
      .map(({ ordinal, text }) => ({ document: id, ordinal, text, score: 0 }))
    return [{ document, number, rank, share: 1, priority: 1, sentences }]
  })
}

/** @param topic the question of the last answer */
export async function recap(
  { question, topic, documents }: { question: string; topic: string; documents: readonly FoundDocument[] },
  archive: Archive,
  signal: AbortSignal,
): Promise<SelectedQuotes> {
  const { readerCalibration } = archive
  const maxSentences = readerCalibration.sentences.ofCourse
  const read = rateSentences(
    await readSentences(topic, documents, archive, { maxSentences, signal }),
    readerCalibration,
  )
  const asked = findNumbers(question).at(0)?.value
  const count = Math.min(
    MAX_RECAP_SENTENCES,
    typeof asked === 'number' && asked >= 1 ? asked : DEFAULT_RECAP_SENTENCES,
  )
  const chosen = read.toSorted((a, b) => b.relevance - a.relevance).slice(0, count)
  return {
    outcome: chosen.length > 0 ? 'answered' : 'nothing-found',
    groups: groupQuotes(chosen, { chronological: true }),
    nothingNew: false,
    confidence: 1,
    read,
  }
}
