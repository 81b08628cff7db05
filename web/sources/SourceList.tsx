/** The sources of one answer in the order of their dates, a few lines each. */
import { Link } from 'react-router'
import { formatDate } from '../../corpus/reduced-date.ts'
import type { Source } from '../../server/chat/message.ts'
import { provenance } from './provenance.ts'

interface SourceListProps {
  /** In the order of their dates. */
  sources: readonly Source[]
  near: boolean
  selected: number | undefined
  elementId: (n: number) => string
}

export function SourceList({ sources, near, selected, elementId }: SourceListProps) {
  return (
    <ol className="border-rule border-t py-1.5">
      {sources.map(({ n, document }) => (
        <li
          key={document.id}
          id={elementId(n)}
          tabIndex={-1}
          data-selected={selected === n || undefined}
          className="flex scroll-mt-4 gap-3 px-4 py-2 transition-colors duration-150 data-selected:bg-wash column:px-6"
        >
          {near ? null : (
            <span className="tabular w-5 shrink-0 pt-px font-strong text-accent text-label">
              <span className="sr-only">Source </span>
              {n}
            </span>
          )}
          <div className="min-w-0 max-w-[38rem] flex-1">
            <p className="font-serif text-note text-soft leading-[1.35]">
              <span className="small-caps">{formatDate(document.date)}</span>
            </p>
            <p className="text-pretty font-serif text-note leading-[1.32]">
              <Link to={`/documents/${document.id}`} className="title-link">
                {document.title}
              </Link>
            </p>
            <p className="mt-0.5 text-label text-soft leading-[1.4]">{provenance(document)}</p>
          </div>
        </li>
      ))}
    </ol>
  )
}
