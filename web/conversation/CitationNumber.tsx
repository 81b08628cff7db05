/**
 * A citation number in the text, like a footnote: previews its source on hover or focus; a click goes to the source's
 * card.
 */
import { HoverCard } from 'radix-ui'
import { useRef, useState } from 'react'
import { formatDate } from '../../corpus/reduced-date.ts'
import type { Source } from '../../server/contract/chat-message.ts'
import { markedText, markSentences } from '../sources/mark-sentences.ts'

interface CitationNumberProps {
  source: Source
  elementId: string
  /** The text before the number, and the sentences of the source nearest to it. */
  claims: readonly string[]
  followCitation: () => void
}

/** Long enough not to flicker when the pointer only passes (ms). */
const OPEN_DELAY_MS = 180
/** A click closes the preview. A hover timer that is still running must not open it again within this time (ms). */
const REOPEN_BLOCK_MS = 400

const CAN_HOVER = window.matchMedia('(any-hover: hover)').matches

export function Citation({ source, elementId, claims, followCitation }: CitationNumberProps) {
  const { n, document: record } = source
  const [open, setOpen] = useState(false)
  const followedAt = useRef(Number.NEGATIVE_INFINITY)
  const quoted = markedText(markSentences(record.summary ?? '', claims, source.passages))

  const number = (
    <button
      type="button"
      id={elementId}
      data-cite={n}
      aria-label={`Source ${n}: ${formatDate(record.date)}, ${record.title}`}
      className="tabular group relative top-[-0.32em] inline-flex h-6 min-w-6 items-center justify-center rounded-chip font-sans font-strong text-[0.6875em] text-accent leading-none"
      onClick={() => {
        followedAt.current = performance.now()
        setOpen(false)
        followCitation()
      }}
    >
      <span className="rounded-[3px] px-1 py-0.5 group-hover:bg-wash group-data-[state=open]:bg-wash">
        {n}
      </span>
    </button>
  )
  // On a touch screen there is no hover: a tap goes directly to the card.
  if (!CAN_HOVER) return number
  return (
    <HoverCard.Root
      open={open}
      onOpenChange={(wanted) => setOpen(wanted && performance.now() - followedAt.current > REOPEN_BLOCK_MS)}
      openDelay={OPEN_DELAY_MS}
      closeDelay={100}
    >
      <HoverCard.Trigger asChild>{number}</HoverCard.Trigger>
      {/* Rendered outside the paragraph, but inside the main landmark. */}
      <HoverCard.Portal container={document.getElementById('main')}>
        <HoverCard.Content
          side="top"
          sideOffset={4}
          collisionPadding={12}
          className="z-30 w-[min(24rem,calc(100vw-1.5rem))] rounded-leaf border border-rule bg-leaf px-4 py-3 shadow-leaf"
          data-screen-only
        >
          <p className="font-serif text-note text-soft leading-snug">
            <span className="small-caps">{formatDate(record.date)}</span>
          </p>
          <p className="mt-0.5 line-clamp-3 text-pretty font-serif font-strong text-note leading-snug">
            {record.title}
          </p>
          {quoted ? (
            <p className="mt-2 line-clamp-6 font-serif text-note leading-[1.45]">“{quoted}”</p>
          ) : null}
        </HoverCard.Content>
      </HoverCard.Portal>
    </HoverCard.Root>
  )
}
