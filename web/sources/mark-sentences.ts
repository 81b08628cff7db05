/** A summary in pieces: those that an answer quotes or a question met are marked, as with a pencil. */
import type { Passage } from '../../server/contract/search.ts'

export interface Piece {
  text: string
  marked: boolean
}

/** A piece shorter than this is part of a sentence, cut after an abbreviation ("Gen. ", "No. "). In characters. */
const SHORTEST_SENTENCE = 24
/** Passages that cover more of a summary than this point at nothing in particular. */
const LARGEST_SHARE = 0.8

/**
 * Marks the sentences of the summary that stand word for word in one of the claims; without any, the passage that
 * met the question best.
 */
export function markSentences(
  summary: string,
  claims: readonly string[],
  passages: readonly Passage[],
): Piece[] {
  const sentences = sentencesOf(summary)
  const quoted = sentences.map((sentence) => claims.some((claim) => claim.includes(sentence.trim())))
  if (quoted.includes(true)) return joined(sentences, quoted)

  const [best] = passages
    .filter(({ text }) => text.length < summary.length * LARGEST_SHARE && summary.includes(text.trim()))
    .sort((a, b) => b.score - a.score)
  return joined(
    sentences,
    sentences.map((sentence) => best?.text.includes(sentence.trim()) ?? false),
  )
}

/** The marked text alone. */
export function markedText(pieces: readonly Piece[]): string {
  return pieces
    .filter((piece) => piece.marked)
    .map((piece) => piece.text.trim())
    .join(' … ')
}

function sentencesOf(text: string): string[] {
  const sentences: string[] = []
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)) {
    const last = sentences.at(-1)
    if (last !== undefined && last.trim().length < SHORTEST_SENTENCE)
      sentences[sentences.length - 1] = last + segment
    else sentences.push(segment)
  }
  return sentences
}

function joined(sentences: readonly string[], marks: readonly boolean[]): Piece[] {
  const pieces: Piece[] = []
  sentences.forEach((text, index) => {
    const marked = marks[index] ?? false
    const last = pieces.at(-1)
    if (last && last.marked === marked) last.text += text
    else pieces.push({ text, marked })
  })
  return pieces
}
