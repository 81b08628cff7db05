/** The page of one collection: its description, and its documents by date. */
import { useQuery } from '@tanstack/react-query'
import { ExternalLink } from 'lucide-react'
import { Link, useParams, useSearchParams } from 'react-router'
import { isNotFound } from '../api.ts'
import { DocumentsByDate } from '../documents/DocumentsByDate.tsx'
import { PopularAmong } from '../documents/PopularDocuments.tsx'
import { PAGE_SIZE, readOffset } from '../documents/paging.ts'
import { RequestFailed } from '../page/ErrorNotice.tsx'
import NotFound from '../page/NotFound.tsx'
import { Skeleton } from '../page/Skeleton.tsx'
import { usePageTitle } from '../page/use-page-title.ts'
import { collectionQuery } from '../queries.ts'
import { sourceLinks } from '../sources/source-links.ts'
import { holdingsInWords } from './holdings.ts'

export default function CollectionPage() {
  const { id = '' } = useParams()
  const [params] = useSearchParams()
  const page = { offset: readOffset(params), limit: PAGE_SIZE }
  const { data, error, refetch, isPlaceholderData } = useQuery(collectionQuery(id, page))
  usePageTitle(data?.title ?? 'Collection')

  if (isNotFound(error))
    return (
      <NotFound
        title="No such collection"
        detail="The archive has no collection under this address. It may have been mistyped or cut short."
      />
    )
  if (error)
    return (
      <div className="measure mx-auto w-full px-4 pt-10 column:px-8">
        <RequestFailed title="The collection could not be fetched" error={error} retry={refetch} />
      </div>
    )
  if (!data)
    return (
      <Skeleton
        lines={9}
        label="The collection is being fetched"
        className="measure mx-auto w-full px-8 pt-12"
      />
    )

  return (
    <div className="mx-auto w-full max-w-[60rem] px-4 pt-10 pb-8 column:px-8">
      <h1 className="measure text-pretty font-serif text-title">{data.title}</h1>
      <p className="tabular mt-2 text-label text-soft">
        {holdingsInWords(data)} · {data.publisher}
      </p>
      {data.description ? (
        <p className="measure mt-4 text-pretty font-serif text-body">{data.description}</p>
      ) : null}
      {data.count > 0 ? (
        <p className="mt-3 text-note">
          <Link to={`/documents?${new URLSearchParams({ collection: data.id })}`} className="link">
            Filter these documents
          </Link>
        </p>
      ) : null}
      {data.url && sourceLinks.isTrusted(data.url) ? (
        <a href={data.url} target="_blank" rel="noreferrer" className="quiet mt-3">
          Open at {data.publisher}
          <ExternalLink size={13} strokeWidth={1.75} aria-hidden="true" />
          <span className="sr-only"> (opens in a new tab)</span>
        </a>
      ) : null}
      {page.offset === 0 ? <PopularAmong documents={data.popular} of={data.total} /> : null}
      <DocumentsByDate
        documents={data.documents}
        total={data.total}
        page={page}
        busy={isPlaceholderData}
        path={`/collections/${id}`}
        emptyText="This archive describes the collection, but holds none of its documents."
      />
    </div>
  )
}
