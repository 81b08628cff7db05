/**
 * The documents that the publishers mark as popular: of the whole archive, or of a collection or name. Hidden if empty.
 */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { ArchiveDocument } from '../../corpus/document.ts'
import { formatDate } from '../../corpus/reduced-date.ts'
import { popularQuery } from '../queries.ts'

/** For the start page. A failed request is not reported, because this list is only an extra. */
export function PopularDocuments() {
  const { data } = useQuery(popularQuery())
  return <PopularAmong documents={data?.documents ?? []} />
}

interface PopularAmongProps {
  documents: readonly ArchiveDocument[]
  /** The number of all documents; if all are popular, this list is hidden as redundant. */
  of?: number
}

export function PopularAmong({ documents, of }: PopularAmongProps) {
  if (documents.length === 0 || documents.length === of) return null
  return (
    <section aria-labelledby="popular" className="mt-8">
      <h2 id="popular" className="mb-2 font-strong text-label">
        Popular documents
      </h2>
      <ul className="divide-y divide-rule border-rule border-y">
        {documents.map((document) => (
          <li key={document.id} className="gap-x-6 py-2.5 column:grid column:grid-cols-[9.5rem_1fr]">
            <p className="font-serif text-note text-soft leading-[1.4]">
              <span className="small-caps">{formatDate(document.date)}</span>
            </p>
            <Link
              to={`/documents/${document.id}`}
              className="title-link text-pretty font-serif text-note leading-snug"
            >
              {document.title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
