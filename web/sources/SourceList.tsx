/** The sources of an answer as a list by date. */
import { Link } from 'react-router'
import { formatDate } from '../../corpus/reduced-date.ts'
import type { Source } from '../../server/contract/chat-message.ts'
import { provenance } from './provenance.ts'
import { ReadingLabel } from './ReadingLabel.tsx'
import { numberClasses } from './SourceCard.tsx'

interface SourceListProps {
  /** Sorted by date. */
  sources: readonly Source[]
  /** The cited sources, by number. */
  claims: ReadonlyMap<number, unknown>
  /** True if there is no answer and the sources are only near: they get no numbers. */
  nothingFound: boolean
  goToCard: (n: number) => void
  readingInWordsOf: (source: Source) => string | undefined
}

export function SourceList({ sources, claims, nothingFound, goToCard, readingInWordsOf }: SourceListProps) {
  const readings = sources.map(readingInWordsOf)
  return (
    <ol className="divide-y divide-rule border-rule border-t">
      {sources.map(({ n, document, reading }, index) => (
        <li key={document.id} className="flex gap-2 px-4 py-2.5 column:px-6">
          {nothingFound ? null : (
            <button
              type="button"
              className={`tabular -ml-1.5 flex size-7 shrink-0 items-center justify-center rounded-chip text-label hover:bg-wash ${numberClasses(claims.has(n))}`}
              onClick={() => goToCard(n)}
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
            {readings[index] ? (
              <ReadingLabel reading={nothingFound ? undefined : reading} words={readings[index]} />
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  )
}
