/** The page of all collections, largest first. */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { RequestFailed } from '../page/ErrorNotice.tsx'
import { Skeleton } from '../page/Skeleton.tsx'
import { usePageTitle } from '../page/use-page-title.ts'
import { collectionsQuery } from '../queries.ts'
import { holdingsInWords } from './holdings.ts'

export default function Collections() {
  const { data, error, refetch } = useQuery(collectionsQuery())
  usePageTitle('Collections')
  return (
    <div className="mx-auto w-full max-w-[60rem] px-4 pt-10 pb-16 column:px-8">
      <h1 className="font-serif text-title">Collections</h1>
      <p className="tabular mt-3 border-rule border-b pb-2.5 text-label text-soft">
        {data ? `${data.total} collections, largest first` : error ? '' : 'Counting'}
      </p>
      {error ? (
        <div className="mt-6">
          <RequestFailed title="The collections could not be fetched" error={error} retry={refetch} />
        </div>
      ) : data ? (
        <ul className="divide-y divide-rule">
          {data.collections.map((collection) => (
            <li key={collection.id} className="py-4">
              <h2 className="text-pretty font-serif text-body leading-snug">
                <Link to={`/collections/${collection.id}`} className="title-link">
                  {collection.title}
                </Link>
              </h2>
              <p className="tabular mt-0.5 text-label text-soft">
                {holdingsInWords(collection)} · {collection.publisher}
              </p>
              {collection.description ? (
                <p className="measure mt-1.5 text-pretty font-serif text-note">{collection.description}</p>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <Skeleton lines={12} label="The collections are being fetched" className="pt-6" />
      )}
    </div>
  )
}
