/** A short list of documents related to one, each with the reason; fetched when first shown. */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { formatDate } from '../../corpus/reduced-date.ts'
import { RequestFailed } from '../page/ErrorNotice.tsx'
import { Skeleton } from '../page/Skeleton.tsx'
import { relatedQuery } from '../queries.ts'
import { capitalized } from './provenance.ts'

export function RelatedDocuments({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(relatedQuery(id))
  if (error)
    return <RequestFailed title="No related documents could be fetched" error={error} retry={refetch} />
  if (!data) return <Skeleton lines={3} label="Related documents are being looked up" />
  if (data.results.length === 0)
    return <p className="text-note text-soft">Nothing else in the archive is close to this document.</p>
  return (
    <ul className="space-y-2.5">
      {data.results.map(({ document, why }) => (
        <li key={document.id} className="font-serif text-note leading-snug">
          <span className="small-caps text-soft">{formatDate(document.date)}</span>
          <br />
          <Link to={`/documents/${document.id}`} className="title-link">
            {document.title}
          </Link>
          <p className="mt-0.5 font-sans text-label text-soft">
            <span className="sr-only">Why it is here: </span>
            {capitalized(why)}
          </p>
        </li>
      ))}
    </ul>
  )
}
