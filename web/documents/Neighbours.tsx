/** What stands before and after a document in its collections; of one in no collection, in its publisher's chronology. */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { ArchiveDocument } from '../../corpus/document.ts'
import { formatDate } from '../../corpus/reduced-date.ts'
import type { Series } from '../../server/contract/records.ts'
import { RequestFailed } from '../page/ErrorNotice.tsx'
import { Skeleton } from '../page/Skeleton.tsx'
import { neighboursQuery } from '../queries.ts'

export function Neighbours({ document }: { document: ArchiveDocument }) {
  const { data, error, refetch } = useQuery(neighboursQuery(document.id))
  if (error)
    return (
      <RequestFailed title="The documents around it could not be fetched" error={error} retry={refetch} />
    )
  if (!data) return <Skeleton lines={4} label="The documents around it are being looked up" />
  return (
    <div className="space-y-6">
      {data.series.map((series) => (
        <SeriesList key={series.title} series={series} document={document} />
      ))}
    </div>
  )
}

function SeriesList({ series, document }: { series: Series; document: ArchiveDocument }) {
  const { title, collection, place, count, earlier, later } = series
  const address = collection
    ? `/collections/${collection}`
    : `/documents?${new URLSearchParams({ publisher: title })}`
  return (
    <div>
      <p className="mb-2.5 text-label text-soft">
        <Link to={address} className="link">
          {title}
        </Link>
        <span className="tabular">
          {collection ? '' : ', all documents'}, {place} of {count} by date
        </span>
      </p>
      <ol className="space-y-2" start={place - earlier.length}>
        {[...earlier, document, ...later].map((member) => (
          <li
            key={member.id}
            aria-current={member === document || undefined}
            className="gap-x-4 font-serif text-note leading-snug column:grid column:grid-cols-[9.5rem_1fr]"
          >
            <span className="small-caps block text-soft leading-[1.7]">{formatDate(member.date)}</span>
            {member === document ? (
              <span className="text-soft italic">This document</span>
            ) : (
              <Link to={`/documents/${member.id}`} className="title-link">
                {member.title}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}
