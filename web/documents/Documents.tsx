/** The page of all documents, to browse and to search by words, facets and years. All state is in the address. */
import { useQuery } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { useId, useState } from 'react'
import { Navigate, useNavigate, useSearchParams } from 'react-router'
import { MAX_QUESTION_CHARACTERS } from '../../server/contract/limits.ts'
import { documentSorts } from '../../server/contract/sorts.ts'
import { Skeleton } from '../page/Skeleton.tsx'
import { usePageTitle } from '../page/use-page-title.ts'
import { documentsQuery } from '../queries.ts'
import { ActiveFilters } from './ActiveFilters.tsx'
import { DocumentList } from './DocumentList.tsx'
import { Facets } from './Facets.tsx'
import { ListFailed } from './ListFailed.tsx'
import {
  defaultSort,
  type ListChoices,
  listAddress,
  listParams,
  parseListChoices,
  withCanonicalValues,
} from './list-choices.ts'
import { useTopOfList } from './Pager.tsx'
import { PeriodFilter } from './PeriodFilter.tsx'
import { useAddressField } from './use-address-field.ts'

export default function Documents() {
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const choices = parseListChoices(params)
  const requestParams = listParams(choices)
  requestParams.set('limit', String(choices.limit))
  requestParams.set('sort', choices.sort)
  const { data, error, refetch, isPlaceholderData } = useQuery(documentsQuery(requestParams))
  const [showsFacets, setShowsFacets] = useState(false)
  const facetsId = useId()
  const list = useTopOfList()
  usePageTitle(choices.q ? `${choices.q}: documents` : 'Documents')
  const choose = (next: ListChoices) => void navigate(listAddress(next), { preventScrollReset: true })
  const canonical = data && !isPlaceholderData ? withCanonicalValues(choices, data.chosen) : choices

  return (
    <div className="mx-auto grid w-full max-w-[76rem] gap-x-12 px-4 pt-10 pb-8 column:px-8 wide:grid-cols-[15rem_minmax(0,1fr)] wide:grid-rows-[auto_1fr]">
      {/* Redirects to the canonical address: a name may be given in any spelling. */}
      {listAddress(canonical) === listAddress(choices) ? null : (
        <Navigate to={listAddress(canonical)} replace />
      )}
      <div className="min-w-0 wide:col-start-2">
        <h1 className="font-serif text-title">Documents</h1>
        <SearchField choices={choices} choose={choose} />
        <PeriodFilter choices={choices} years={error ? [] : data?.years} choose={choose} />
      </div>
      <div className="wide:row-span-2 wide:row-start-1 wide:pt-2" data-screen-only>
        <button
          type="button"
          aria-expanded={showsFacets}
          aria-controls={facetsId}
          onClick={() => setShowsFacets(!showsFacets)}
          className="quiet mt-3 text-ink underline decoration-rule wide:hidden"
        >
          {showsFacets ? 'Hide the facets' : 'Narrow by people, places, kinds …'}
        </button>
        <div id={facetsId} className={showsFacets ? '' : 'hidden wide:block'}>
          <Facets choices={choices} facets={data?.facets} choose={choose} />
        </div>
      </div>
      <div className="min-w-0 wide:col-start-2">
        <ActiveFilters choices={choices} facets={data?.facets} choose={choose} list={list} />
        <section ref={list} tabIndex={-1} aria-label="The list" className="outline-none">
          {error ? (
            <ListFailed
              error={error}
              retry={refetch}
              wholeListAddress="/documents"
              linkText="See all documents"
            />
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

/** Searches by meaning and by word, within the active filters. */
function SearchField({ choices, choose }: { choices: ListChoices; choose: (next: ListChoices) => void }) {
  const { text, setText, requestValue } = useAddressField(choices.q)
  const search = (words: string) => {
    const q = words.trim()
    // Resets a default sort order: relevance with words, date without.
    const chosenSort = documentSorts.find(
      (sort) => sort === choices.sort && sort !== defaultSort(choices.q) && sort !== 'relevance',
    )
    requestValue(q)
    choose({ ...choices, q, sort: chosenSort ?? defaultSort(q), offset: 0 })
  }
  return (
    <search data-screen-only>
      <form
        className="mt-4 flex items-center gap-2 rounded-leaf border border-edge bg-leaf p-1 has-[input:focus-visible]:border-accent has-[input:focus-visible]:outline-1 has-[input:focus-visible]:outline-accent"
        onSubmit={(event) => {
          event.preventDefault()
          search(text)
        }}
      >
        <input
          type="search"
          value={text}
          maxLength={MAX_QUESTION_CHARACTERS}
          aria-label="Search the documents"
          placeholder="Search by meaning, word or name"
          enterKeyHint="search"
          className="min-h-9 min-w-0 flex-1 bg-transparent px-2 font-serif text-body outline-none placeholder:text-soft"
          onChange={(event) => {
            setText(event.target.value)
            // Emptied by its clear button or by hand: list all documents again.
            if (event.target.value === '' && choices.q !== '') search('')
          }}
        />
        <button
          type="submit"
          className="flex h-9 shrink-0 items-center gap-1.5 rounded-chip border border-ink bg-ink px-3 font-strong text-label text-paper"
        >
          <Search size={14} strokeWidth={1.75} aria-hidden="true" />
          Search
        </button>
      </form>
    </search>
  )
}
