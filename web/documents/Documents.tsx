/** All documents: sorted and paged by the address. */
import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { RequestFailed } from '../page/ErrorNotice.tsx'
import { Skeleton } from '../page/Skeleton.tsx'
import { usePageTitle } from '../page/use-page-title.ts'
import { documentsQuery, type Sort, sorts } from '../queries.ts'
import { DocumentRow } from './DocumentRow.tsx'
import { Pager } from './Pager.tsx'
import { PAGE_SIZE, rangeInWords, readOffset } from './paging.ts'

const NAMES: Readonly<Record<Sort, string>> = {
  oldest: 'Oldest first',
  newest: 'Newest first',
  title: 'By title',
}

export default function Documents() {
  const [params] = useSearchParams()
  const sort = sorts.find((candidate) => candidate === params.get('sort')) ?? 'oldest'
  const page = { offset: readOffset(params), limit: PAGE_SIZE }
  const { data, error, refetch, isPlaceholderData } = useQuery(documentsQuery({ sort, ...page }))
  usePageTitle('Documents')

  return (
    <div className="mx-auto w-full max-w-[60rem] px-4 pt-10 pb-8 column:px-8">
      <h1 className="font-serif text-title">Documents</h1>
      <div className="mt-3 flex flex-wrap items-center justify-between gap-x-8 border-rule border-b pb-2.5 text-label">
        <p role="status" className="tabular text-soft">
          {data ? rangeInWords(page, data.total) : 'Counting'}
        </p>
        <nav aria-label="Order" className="flex flex-wrap gap-x-5" data-screen-only>
          {sorts.map((candidate) => (
            <Link
              key={candidate}
              to={address(candidate, 0)}
              aria-current={candidate === sort ? 'true' : undefined}
              className="quiet aria-[current=true]:text-ink aria-[current=true]:decoration-current"
            >
              {NAMES[candidate]}
            </Link>
          ))}
        </nav>
      </div>
      {error ? (
        <div className="mt-6">
          <RequestFailed title="The list could not be fetched" error={error} retry={refetch} />
        </div>
      ) : data ? (
        <>
          {data.documents.length === 0 ? (
            <p className="py-8 text-note text-soft">
              Nothing stands on this page of the list.{' '}
              <Link to={address(sort, 0)} className="link">
                Go to the first page
              </Link>
            </p>
          ) : (
            <ul aria-busy={isPlaceholderData} className="divide-y divide-rule aria-busy:opacity-60">
              {data.documents.map((document) => (
                <DocumentRow key={document.id} document={document} />
              ))}
            </ul>
          )}
          <Pager offset={page.offset} total={data.total} to={(offset) => address(sort, offset)} />
        </>
      ) : (
        <Skeleton lines={12} label="The list is being fetched" className="pt-6" />
      )}
    </div>
  )
}

function address(sort: Sort, offset: number): string {
  const params = new URLSearchParams()
  if (sort !== 'oldest') params.set('sort', sort)
  if (offset > 0) params.set('offset', String(offset))
  return params.size > 0 ? `/documents?${params}` : '/documents'
}
