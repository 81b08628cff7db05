/** All documents, to browse and to search: words, facets and years narrow the list; the address says all of it. */
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Navigate, useNavigate, useSearchParams } from 'react-router'
import { Skeleton } from '../page/Skeleton.tsx'
import { usePageTitle } from '../page/use-page-title.ts'
import { documentsQuery } from '../queries.ts'
import { Chosen } from './Chosen.tsx'
import { addressOf, asMeant, type Choices, paramsOf, readChoices } from './choices.ts'
import { DocumentList } from './DocumentList.tsx'
import { Facets } from './Facets.tsx'
import { ListFailed } from './ListFailed.tsx'
import { SearchField } from './SearchField.tsx'
import { useTopOfList } from './use-top-of-list.ts'
import { Years } from './Years.tsx'

export default function Documents() {
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const choices = readChoices(params)
  const wanted = paramsOf(choices)
  wanted.set('limit', String(choices.limit))
  wanted.set('sort', choices.sort)
  const { data, error, refetch, isPlaceholderData } = useQuery(documentsQuery(wanted))
  const [narrowing, setNarrowing] = useState(false)
  const facetsId = useId()
  const list = useTopOfList()
  usePageTitle(choices.q ? `${choices.q}: documents` : 'Documents')
  const choose = (next: Choices) => void navigate(addressOf(next), { preventScrollReset: true })
  const meant = data && !isPlaceholderData ? asMeant(choices, data.chosen) : choices

  return (
    <div className="mx-auto grid w-full max-w-[76rem] gap-x-12 px-4 pt-10 pb-8 column:px-8 wide:grid-cols-[15rem_minmax(0,1fr)] wide:grid-rows-[auto_1fr]">
      {/* There is one address for each choice, under whatever name it was given. */}
      {addressOf(meant) === addressOf(choices) ? null : <Navigate to={addressOf(meant)} replace />}
      <div className="min-w-0 wide:col-start-2">
        <h1 className="font-serif text-title">Documents</h1>
        <SearchField choices={choices} choose={choose} />
        <Years choices={choices} years={error ? [] : data?.years} choose={choose} />
      </div>
      <div className="wide:row-span-2 wide:row-start-1 wide:pt-2" data-screen-only>
        <button
          type="button"
          aria-expanded={narrowing}
          aria-controls={facetsId}
          onClick={() => setNarrowing(!narrowing)}
          className="quiet mt-3 text-ink underline decoration-rule wide:hidden"
        >
          {narrowing ? 'Hide the facets' : 'Narrow by people, places, kinds …'}
        </button>
        <div id={facetsId} className={narrowing ? '' : 'hidden wide:block'}>
          <Facets choices={choices} facets={data?.facets} choose={choose} />
        </div>
      </div>
      <div className="min-w-0 wide:col-start-2">
        <Chosen choices={choices} facets={data?.facets} choose={choose} list={list} />
        <section ref={list} tabIndex={-1} aria-label="The list" className="outline-none">
          {error ? (
            <ListFailed error={error} retry={refetch} whole="/documents" words="See all documents" />
          ) : data ? (
            <DocumentList choices={choices} data={data} choose={choose} stale={isPlaceholderData} />
          ) : (
            <Skeleton lines={12} label="The list is being fetched" className="pt-6" />
          )}
        </section>
      </div>
    </div>
  )
}
