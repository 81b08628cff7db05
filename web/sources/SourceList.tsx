/** The sources of an answer by date, a line each. */
import { Link } from 'react-router'
import { formatDate } from '../../corpus/reduced-date.ts'
import type { Source } from '../../server/contract/chat-message.ts'
import { provenance } from './provenance.ts'

interface SourceListProps {
  /** In the order of their dates. */
  sources: readonly Source[]
  near: boolean
  toCard: (n: number) => void
}

export function SourceList({ sources, near, toCard }: SourceListProps) {
  return (
    <ol className="divide-y divide-rule border-rule border-t">
      {sources.map(({ n, document }) => (
        <li key={document.id} className="flex gap-2 px-4 py-2.5 column:px-6">
          {near ? null : (
            <button
              type="button"
              className="tabular -ml-1.5 flex size-7 shrink-0 items-center justify-center rounded-chip font-strong text-accent text-label hover:bg-wash"
              onClick={() => toCard(n)}
            >
              <span className="sr-only">Card of source </span>
              {n}
            </button>
          )}
          <div className="min-w-0">
            <p className="font-serif text-note leading-snug">
              <span className="small-caps text-soft">{formatDate(document.date)}</span>{' '}
              <Link to={`/documents/${document.id}`} className="title-link">
                {document.title}
              </Link>
            </p>
            <p className="text-label text-soft leading-[1.4]">{provenance(document)}</p>
          </div>
        </li>
      ))}
    </ol>
  )
}
