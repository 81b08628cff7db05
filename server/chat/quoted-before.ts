/** The sentences of the archive that earlier answers of a conversation quoted, found in their text: it is all that is trusted. */
import { splitSentences } from '../../embeddings/sentences.ts'
import { keyOf } from '../answer/reading/choose.ts'
import type { Archive } from '../archive/archive.ts'

export interface QuotedSentence {
  document: string
  ordinal: number
  text: string
}

const MARK = /\[\d+\]/

/** Where each sentence of a catalog stands; made once for each. */
const known = new WeakMap<Archive['catalog'], ReadonlyMap<string, readonly QuotedSentence[]>>()

/** @param answers texts of earlier answers; each sentence ends with its mark, "… [2]" */
export function quotedIn(
  answers: readonly string[],
  { catalog }: Pick<Archive, 'catalog'>,
): QuotedSentence[] {
  const sentences = known.get(catalog) ?? sentencesOf(catalog)
  known.set(catalog, sentences)
  return answers.flatMap((answer) => answer.split(MARK).flatMap((segment) => sentenceIn(segment, sentences)))
}

/** Names the sentences as `chooseSentences` does. */
export function keysOf(quoted: readonly QuotedSentence[]): Set<string> {
  return new Set(quoted.map(({ document, ordinal }) => keyOf({ document: { id: document }, ordinal })))
}

/** The sentence that a stretch of text is, or ends with after a lead-in: "A telegram of 13 October 1950: Kim asks." */
function sentenceIn(segment: string, sentences: ReadonlyMap<string, readonly QuotedSentence[]>) {
  const text = plain(segment)
  const whole = sentences.get(text)
  if (whole) return whole
  for (let at = text.indexOf(': '); at >= 0; at = text.indexOf(': ', at + 1)) {
    const found = sentences.get(text.slice(at + 2))
    if (found) return found
    // A lead-in is short; without this bound a text of many colons would be copied once for each.
    if (at > MAX_LEAD_IN_CHARACTERS) break
  }
  return []
}

const MAX_LEAD_IN_CHARACTERS = 1000

function sentencesOf(catalog: Archive['catalog']): ReadonlyMap<string, readonly QuotedSentence[]> {
  const sentences = new Map<string, QuotedSentence[]>()
  for (const { id, summary } of catalog.documents)
    splitSentences(summary ?? '').forEach((text, ordinal) => {
      const key = plain(text)
      sentences.set(key, [...(sentences.get(key) ?? []), { document: id, ordinal, text }])
    })
  return sentences
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
