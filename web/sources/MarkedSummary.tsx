/** A document's summary with its quoted or matching sentences marked. */
import type { SummaryPiece } from './mark-sentences.ts'

interface MarkedSummaryProps {
  pieces: readonly SummaryPiece[]
  /** A fainter mark: the sentences match the question, but the answer does not quote them. */
  faint?: boolean
}

export function MarkedSummary({ pieces, faint = false }: MarkedSummaryProps) {
  return pieces.map((piece, index) => {
    // The space after a sentence stays outside the mark.
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
