/** A document's summary, with the sentences that matter marked as with a pencil. */
import type { Piece } from './mark-sentences.ts'

export function MarkedSummary({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map((piece, index) => {
    // The space after a sentence stays outside of the mark.
    const text = piece.text.trimEnd()
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a summary never change their order
      <span key={index}>
        {piece.marked ? <mark>{text}</mark> : text}
        {piece.text.slice(text.length)}
      </span>
    )
  })
}
