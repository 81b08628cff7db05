/** A person, place, organization or event: all its names, when the documents speak of it, with whom, and which. */
import { useQuery } from '@tanstack/react-query'
import { Navigate, useParams, useSearchParams } from 'react-router'
import type { NameResponse } from '../../server/contract/names.ts'
import { isNotFound } from '../api.ts'
import { DocumentsByDate } from '../documents/DocumentsByDate.tsx'
import { PopularAmong } from '../documents/PopularDocuments.tsx'
import { PAGE_SIZE, readOffset } from '../documents/paging.ts'
import { RequestFailed } from '../page/ErrorNotice.tsx'
import NotFound from '../page/NotFound.tsx'
import { Skeleton } from '../page/Skeleton.tsx'
import { usePageTitle } from '../page/use-page-title.ts'
import type { Page } from '../queries.ts'
import { DocumentsByYear } from './DocumentsByYear.tsx'
import type { KindWords } from './kinds.ts'
import { NameForms } from './NameForms.tsx'
import { NameHead } from './NameHead.tsx'
import { NamesTogether } from './NamesTogether.tsx'
import { nameQuery } from './name-queries.ts'

export default function NamePage({ words }: { words: KindWords }) {
  const { id = '' } = useParams()
  const [params] = useSearchParams()
  const page = { offset: readOffset(params), limit: PAGE_SIZE }
  const { data, error, refetch, isPlaceholderData } = useQuery(nameQuery(words, id, page))
  usePageTitle(data?.name ?? words.one)

  if (isNotFound(error))
    return (
      <NotFound
        title={`No such ${words.one.toLowerCase()}`}
        detail="The archive knows no such name. The address may have been mistyped or cut short."
      />
    )
  if (error)
    return (
      <div className="measure mx-auto w-full px-4 pt-10 column:px-8">
        <RequestFailed title="The name could not be fetched" error={error} retry={refetch} />
      </div>
    )
  if (!data)
    return (
      <Skeleton lines={9} label="The name is being fetched" className="measure mx-auto w-full px-8 pt-12" />
    )
  // Reached by another of its names: there is one address for each.
  if (data.id !== id) return <Navigate to={`${words.path}/${data.id}`} replace />
  return <Told words={words} name={data} page={page} busy={isPlaceholderData} />
}

interface ToldProps {
  words: KindWords
  name: NameResponse
  page: Page
  busy: boolean
}

function Told({ words, name, page, busy }: ToldProps) {
  return (
    <article className="mx-auto grid w-full max-w-[72rem] gap-x-14 px-4 pt-10 pb-10 column:px-8 wide:grid-cols-[minmax(0,42rem)_1fr] wide:grid-rows-[auto_auto_1fr]">
      <NameHead words={words} name={name} />
      {name.count > 0 ? <DocumentsByYear words={words} name={name} /> : null}
      <div className="wide:col-start-2 wide:row-span-2 wide:row-start-2">
        <NameForms names={name.names} />
        <NamesTogether name={name} />
      </div>
      <div className="min-w-0 wide:col-start-1">
        {page.offset === 0 ? <PopularAmong documents={name.popular} of={name.total} /> : null}
        <DocumentsByDate
          documents={name.documents}
          total={name.total}
          page={page}
          busy={busy}
          path={`${words.path}/${name.id}`}
          none="The authority file describes this name, but no document here gives it."
        />
      </div>
    </article>
  )
}
