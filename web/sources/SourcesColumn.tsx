/** The column beside the conversation with the sources of the answer in view; it scrolls separately. */
import { type ReactNode, useEffect, useRef } from 'react'
import { Sources, type SourcesProps, sourcesHeading } from './Sources.tsx'

interface SourcesColumnProps {
  shown: SourcesProps | undefined
  /** The question of the exchange in view. */
  questionId: string | undefined
  /** Rendered between the heading and the cards: the understanding chips. */
  children?: ReactNode
}

export function SourcesColumn({ shown, questionId, children }: SourcesColumnProps) {
  const heading = shown?.sources.length ? sourcesHeading(shown.sources.length, shown.outcome) : 'Sources'
  const column = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls to the top for another question
  useEffect(() => {
    column.current?.scrollTo(0, 0)
  }, [questionId])
  return (
    <aside
      ref={column}
      aria-label={heading}
      data-sources
      data-scrolls
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className="sticky top-(--head) h-[calc(100dvh-var(--head))] w-[clamp(24rem,30vw,28rem)] shrink-0 overflow-y-auto overscroll-contain border-rule border-l"
    >
      <h2 className="px-4 pt-8 pb-3 font-strong text-label column:px-6">{heading}</h2>
      {children}
      {shown && shown.sources.length > 0 ? (
        <Sources {...shown} />
      ) : (
        <p className="px-4 text-label text-soft column:px-6">{noSourcesText(shown)}</p>
      )}
    </aside>
  )
}

function noSourcesText(shown: SourcesProps | undefined): string {
  if (!shown?.complete) return 'The sources of the answer will stand here.'
  return shown.outcome === 'about-the-archive'
    ? 'This reply is about the archive itself, and cites no document.'
    : 'No document here is near to this question.'
}
