/**
 * Splits a summary into marked and unmarked pieces: marked are sentences that the answer quotes or the question
 * matches.
 */
import type { Passage } from '../../server/contract/search.ts'

export interface SummaryPiece {
  text: string
  marked: boolean
}

/** A shorter segment is not a sentence but was split after an abbreviation ("Gen. ", "No. "). */
const MIN_SENTENCE_CHARACTERS = 24
/** A passage that covers a larger share of the summary is not marked: it would highlight nearly everything. */
const MAX_PASSAGE_SHARE = 0.8

/**
 * Marks the sentences of the summary that occur verbatim in one of the claims; if there are none, the passage that
 * matched the question best.
 */
export function markSentences(
  summary: string,
  claims: readonly string[],
  passages: readonly Passage[],
): SummaryPiece[] {
  const sentences = splitSentences(summary)
  const quoted = sentences.map((sentence) => claims.some((claim) => claim.includes(sentence.trim())))
  if (quoted.includes(true)) return joinSentences(sentences, quoted)

  const [best] = passages
    .filter(({ text }) => text.length < summary.length * MAX_PASSAGE_SHARE && summary.includes(text.trim()))
    .sort((a, b) => b.score - a.score)
  return joinSentences(
    sentences,
    sentences.map((sentence) => best?.text.includes(sentence.trim()) ?? false),
  )
}

/** The marked text alone. */
export function markedText(pieces: readonly SummaryPiece[]): string {
  return pieces
    .filter((piece) => piece.marked)
    .map((piece) => piece.text.trim())
    .join(' … ')
}

function splitSentences(text: string): string[] {
  const sentences: string[] = []
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)) {
    const last = sentences.at(-1)
    if (last !== undefined && last.trim().length < MIN_SENTENCE_CHARACTERS)
      sentences[sentences.length - 1] = last + segment
    else sentences.push(segment)
  }
  return sentences
}

function joinSentences(sentences: readonly string[], marks: readonly boolean[]): SummaryPiece[] {
  const pieces: SummaryPiece[] = []
  sentences.forEach((text, index) => {
    const marked = marks[index] ?? false
    const last = pieces.at(-1)
    if (last && last.marked === marked) last.text += text
    else pieces.push({ text, marked })
  })
  return pieces
}
