/** On a source card: how the source relates to the question, with a full, half or empty disk. */
import { useId } from 'react'
import type { SourceRelevance } from '../../server/contract/chat-enums.ts'

interface ReadingLabelProps {
  /** No disk if `undefined`. */
  reading: SourceRelevance | undefined
  words: string
}

export function ReadingLabel({ reading, words }: ReadingLabelProps) {
  return (
    <span className="inline-flex items-center gap-1.5 font-sans text-label text-soft leading-[1.4]">
      {reading ? <Disk reading={reading} /> : null}
      <span className="sr-only">To the question: </span>
      {words}
    </span>
  )
}

const FILLED_WIDTH: Readonly<Record<SourceRelevance, number>> = { answers: 10, touches: 5, near: 0 }

function Disk({ reading }: { reading: SourceRelevance }) {
  const clip = useId()
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" className="shrink-0 text-ink">
      <clipPath id={clip}>
        <rect width={FILLED_WIDTH[reading]} height="10" />
      </clipPath>
      <circle cx="5" cy="5" r="4.5" fill="currentColor" clipPath={`url(#${clip})`} />
      <circle cx="5" cy="5" r="4.25" fill="none" stroke="currentColor" strokeWidth="1" />
    </svg>
  )
}
