/** A document's summary, with the sentences that matter marked as with a pencil. */
import type { Piece } from './mark-sentences.ts'

interface MarkedSummaryProps {
  pieces: readonly Piece[]
  /** Marks them as what is near to the question, and not what an answer quotes. */
  faint?: boolean
}

export function MarkedSummary({ pieces, faint = false }: MarkedSummaryProps) {
  return pieces.map((piece, index) => {
    // The space after a sentence stays outside of the mark.
    const text = piece.text.trimEnd()
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a summary never change their order
      <span key={index}>
        {piece.marked ? <mark data-faint={faint || undefined}>{text}</mark> : text}
        {piece.text.slice(text.length)}
      </span>
    )
  })
}
