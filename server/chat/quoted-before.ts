/**
 * Finds the archive's sentences that earlier answers quoted, in the text of those answers. The client sends that text, so
 * only sentences that occur in the catalog are trusted.
 */
import { splitSentences } from '../../embeddings/split-sentences.ts'
import { sentenceKey } from '../answer/reading/choose-sentences.ts'
import type { Archive } from '../archive/archive.ts'

export interface QuotedSentence {
  document: string
  ordinal: number
  text: string
}

const CITATION_NUMBER = /\[\d+\]/

/** Index of a catalog's sentences by their text, built once for each catalog. */
const sentencesByCatalog = new WeakMap<Archive['catalog'], ReadonlyMap<string, readonly QuotedSentence[]>>()

/** @param answers texts of earlier answers; each sentence ends with its citation number, "… [2]" */
export function findQuotedSentences(
  answers: readonly string[],
  { catalog }: Pick<Archive, 'catalog'>,
): QuotedSentence[] {
  const sentences = sentencesByCatalog.get(catalog) ?? indexSentencesByText(catalog)
  sentencesByCatalog.set(catalog, sentences)
  return answers.flatMap((answer) =>
    answer.split(CITATION_NUMBER).flatMap((segment) => findSentence(segment, sentences)),
  )
}

/** The keys of the sentences, as `chooseSentences` uses them. */
export function sentenceKeys(quoted: readonly QuotedSentence[]): Set<string> {
  return new Set(quoted.map(({ document, ordinal }) => sentenceKey({ document: { id: document }, ordinal })))
}

/** The sentence that the segment consists of, or ends with after a lead-in: "A telegram of 13 October 1950: Kim asks." */
function findSentence(segment: string, sentences: ReadonlyMap<string, readonly QuotedSentence[]>) {
  const text = normalizeWhitespace(segment)
  const whole = sentences.get(text)
  if (whole) return whole
  for (let at = text.indexOf(': '); at >= 0; at = text.indexOf(': ', at + 1)) {
    const found = sentences.get(text.slice(at + 2))
    if (found) return found
    // Lead-ins are short. Without this bound a text of many colons would be copied once for each colon.
    if (at > MAX_LEAD_IN_CHARACTERS) break
  }
  return []
}

const MAX_LEAD_IN_CHARACTERS = 1000

function indexSentencesByText(catalog: Archive['catalog']): ReadonlyMap<string, readonly QuotedSentence[]> {
  const sentences = new Map<string, QuotedSentence[]>()
  for (const { id, summary } of catalog.documents)
    splitSentences(summary ?? '').forEach((text, ordinal) => {
      const key = normalizeWhitespace(text)
      sentences.set(key, [...(sentences.get(key) ?? []), { document: id, ordinal, text }])
    })
  return sentences
}

function normalizeWhitespace(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
