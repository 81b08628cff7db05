/** One collection: what it is, and its documents by date. */
import { useQuery } from '@tanstack/react-query'
import { ExternalLink } from 'lucide-react'
import { Link, useParams, useSearchParams } from 'react-router'
import { isTrustedAddress } from '../../corpus/source-link.ts'
import { isNotFound } from '../api.ts'
import { BeyondTheEnd } from '../documents/BeyondTheEnd.tsx'
import { DocumentRow } from '../documents/DocumentRow.tsx'
import { Pager } from '../documents/Pager.tsx'
import { PopularAmong } from '../documents/PopularDocuments.tsx'
import { PAGE_SIZE, rangeInWords, readOffset } from '../documents/paging.ts'
import { useTopOfList } from '../documents/use-top-of-list.ts'
import { RequestFailed } from '../page/ErrorNotice.tsx'
import NotFound from '../page/NotFound.tsx'
import { Skeleton } from '../page/Skeleton.tsx'
import { usePageTitle } from '../page/use-page-title.ts'
import { collectionQuery } from '../queries.ts'
import { holdingsInWords } from './holdings.ts'

export default function CollectionPage() {
  const { id = '' } = useParams()
  const [params] = useSearchParams()
  const page = { offset: readOffset(params), limit: PAGE_SIZE }
  const { data, error, refetch, isPlaceholderData } = useQuery(collectionQuery(id, page))
  const list = useTopOfList()
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

  const address = (offset: number) => `/collections/${id}${offset > 0 ? `?offset=${offset}` : ''}`
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
      {data.url && isTrustedAddress(data.url) ? (
        <a href={data.url} target="_blank" rel="noreferrer" className="quiet mt-3">
          Open at {data.publisher}
          <ExternalLink size={13} strokeWidth={1.75} aria-hidden="true" />
          <span className="sr-only"> (opens in a new tab)</span>
        </a>
      ) : null}
      {page.offset === 0 ? <PopularAmong documents={data.popular} of={data.total} /> : null}
      <section ref={list} tabIndex={-1} aria-labelledby="documents" className="mt-8 outline-none">
        <div className="flex flex-wrap items-baseline justify-between gap-x-8 border-rule border-b pb-2.5 text-label">
          <h2 id="documents" className="font-strong">
            Documents by date
          </h2>
          <p role="status" className="tabular text-soft">
            {data.total > 0 ? rangeInWords(page, data.total) : 'No documents'}
          </p>
        </div>
        {data.documents.length > 0 ? (
          <ul aria-busy={isPlaceholderData} className="divide-y divide-rule aria-busy:opacity-60">
            {data.documents.map((document) => (
              <DocumentRow key={document.id} document={document} />
            ))}
          </ul>
        ) : data.total > 0 ? (
          <BeyondTheEnd first={address(0)} />
        ) : (
          <p className="py-8 text-note text-soft">
            This archive describes the collection, but holds none of its documents.
          </p>
        )}
        <Pager offset={page.offset} total={data.total} to={address} />
      </section>
    </div>
  )
}
