/** The page of all names of one kind. Sort order, filter and page are in the address. */
import { useQuery } from '@tanstack/react-query'
import { Link, NavLink, useSearchParams } from 'react-router'
import type { NameSummary } from '../../server/contract/names.ts'
import { type NameSort, nameSorts } from '../../server/contract/sorts.ts'
import { ListFailed } from '../documents/ListFailed.tsx'
import { BeyondTheEnd, Pager, toTopOfListState, useTopOfList } from '../documents/Pager.tsx'
import { rangeInWords, readOffset } from '../documents/paging.ts'
import { Skeleton } from '../page/Skeleton.tsx'
import { usePageTitle } from '../page/use-page-title.ts'
import { NameFilter } from './NameFilter.tsx'
import { datesInWords, documentsInWords, yearsInWords } from './name-in-words.ts'
import { type NameKind, nameKinds } from './name-kinds.ts'
import { nameListQuery } from './name-queries.ts'

const SORT_LABELS: Readonly<Record<NameSort, string>> = {
  count: 'Most documents',
  name: 'By name',
  date: 'By date',
}
/** Rows are short, so this many render quickly. */
const NAMES_PER_PAGE = 100

export default function NameList({ nameKind }: { nameKind: NameKind }) {
  const [params] = useSearchParams()
  const q = params.get('q') ?? ''
  const sort = nameSorts.find((candidate) => candidate === params.get('sort')) ?? 'count'
  const page = { offset: readOffset(params, NAMES_PER_PAGE), limit: NAMES_PER_PAGE }
  const { data, error, refetch, isPlaceholderData } = useQuery(nameListQuery(nameKind, { q, sort, ...page }))
  const list = useTopOfList()
  usePageTitle(nameKind.title)
  const offered = nameSorts.filter((candidate) => candidate !== 'date' || nameKind.kind === 'event')
  const address = (sort: NameSort, offset: number) => nameListAddress(nameKind, { q, sort, offset })

  return (
    <div className="mx-auto w-full max-w-[60rem] px-4 pt-10 pb-8 column:px-8">
      <h1 className="font-serif text-title">{nameKind.title}</h1>
      <KindLinks current={nameKind} />
      <NameFilter nameKind={nameKind} q={q} />
      <section ref={list} tabIndex={-1} aria-label="The list" className="outline-none">
        <div className="mt-5 flex flex-wrap items-center justify-between gap-x-8 border-rule border-b pb-2.5 text-label">
          <p role="status" className="tabular text-soft">
            {data ? rangeStatus(data.total, page, q) : error ? '' : 'Counting'}
          </p>
          <nav aria-label="Order" className="flex flex-wrap gap-x-5" data-screen-only>
            {offered.map((candidate) => (
              <Link
                key={candidate}
                to={address(candidate, 0)}
                aria-current={candidate === sort ? 'true' : undefined}
                className="quiet aria-[current=true]:text-ink aria-[current=true]:decoration-current"
              >
                {SORT_LABELS[candidate]}
              </Link>
            ))}
          </nav>
        </div>
        {error ? (
          <ListFailed
            error={error}
            retry={refetch}
            wholeListAddress={nameKind.path}
            linkText={`Show all ${nameKind.title.toLowerCase()}`}
          />
        ) : data ? (
          <>
            {data.names.length > 0 ? (
              <ul aria-busy={isPlaceholderData} className="divide-y divide-rule aria-busy:opacity-60">
                {data.names.map((name) => (
                  <NameRow key={name.id} nameKind={nameKind} name={name} />
                ))}
              </ul>
            ) : data.total > 0 ? (
              <BeyondTheEnd first={address(sort, 0)} />
            ) : (
              <NothingFound q={q} nameKind={nameKind} />
            )}
            <Pager
              offset={page.offset}
              total={data.total}
              limit={NAMES_PER_PAGE}
              to={(offset) => address(sort, offset)}
            />
          </>
        ) : (
          <Skeleton lines={12} label="The list is being fetched" className="pt-6" />
        )}
      </section>
    </div>
  )
}

/** Links to the lists of all kinds of name. */
function KindLinks({ current }: { current: NameKind }) {
  return (
    <nav aria-label="Kinds of name" className="mt-2 flex flex-wrap gap-x-5" data-screen-only>
      {Object.values(nameKinds).map(({ path, title }) => (
        <NavLink
          key={path}
          to={path}
          end
          aria-current={path === current.path ? 'page' : undefined}
          className="quiet aria-[current=page]:text-ink aria-[current=page]:decoration-current"
        >
          {title}
        </NavLink>
      ))}
    </nav>
  )
}

function NameRow({ nameKind, name }: { nameKind: NameKind; name: NameSummary }) {
  const dates = nameKind.kind === 'event' ? datesInWords(name) : ''
  return (
    <li className="gap-x-6 py-3 column:grid column:grid-cols-[1fr_8rem]">
      <div className="min-w-0">
        <h2 className="text-pretty font-serif text-body leading-snug">
          <Link to={`${nameKind.path}/${name.id}`} className="title-link">
            {name.name}
          </Link>
          {name.matched ? (
            <span className="text-note text-soft">
              {' also '}
              <span lang={name.matched.lang}>{name.matched.text}</span>
            </span>
          ) : null}
        </h2>
        {dates ? (
          <p className="font-serif text-note text-soft">
            <span className="small-caps">{dates}</span>
          </p>
        ) : null}
        <p className="measure text-pretty font-serif text-note">
          {name.note ?? <span className="text-soft italic">Known from the records only</span>}
        </p>
      </div>
      <p className="tabular mt-0.5 text-label text-soft column:pt-1 column:text-right">
        {documentsInWords(name)}
        {name.count > 0 ? (
          <span className="before:content-[',_'] column:block column:before:content-none">
            {yearsInWords(name)}
          </span>
        ) : null}
      </p>
    </li>
  )
}

function rangeStatus(total: number, page: { offset: number; limit: number }, q: string): string {
  if (total === 0) return q ? 'None found' : 'None'
  return `${rangeInWords(page, total)}${q ? ' found' : ''}`
}

function NothingFound({ q, nameKind }: { q: string; nameKind: NameKind }) {
  return (
    <p className="py-8 text-note text-soft">
      {q ? `Nothing here goes by “${q}” or has it in another name. ` : 'There is nothing here. '}
      <Link to={nameKind.path} state={toTopOfListState} className="link">
        Show all {nameKind.title.toLowerCase()}
      </Link>
      {q ? (
        <>
          {' or '}
          <Link to={`/documents?${new URLSearchParams({ q })}`} className="link">
            search the documents
          </Link>
        </>
      ) : null}
    </p>
  )
}

function nameListAddress(
  { path }: NameKind,
  { q, sort, offset }: { q: string; sort: NameSort; offset: number },
) {
  const params = new URLSearchParams()
  if (q) params.set('q', q)
  if (sort !== 'count') params.set('sort', sort)
  if (offset > 0) params.set('offset', String(offset))
  return params.size > 0 ? `${path}?${params}` : path
}
