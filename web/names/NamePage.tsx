/**
 * The page of a person, place, organization or event: its names, documents by year, co-occurring names, and documents.
 */
import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { Link, Navigate, useParams, useSearchParams } from 'react-router'
import type { NameForm, NameResponse } from '../../server/contract/names.ts'
import { isNotFound } from '../api.ts'
import { DocumentsByDate } from '../documents/DocumentsByDate.tsx'
import { PopularAmong } from '../documents/PopularDocuments.tsx'
import { PAGE_SIZE, readOffset } from '../documents/paging.ts'
import { RequestFailed } from '../page/ErrorNotice.tsx'
import NotFound from '../page/NotFound.tsx'
import { Skeleton } from '../page/Skeleton.tsx'
import { usePageTitle } from '../page/use-page-title.ts'
import type { PageRange } from '../queries.ts'
import { CooccurringNames } from './CooccurringNames.tsx'
import { DocumentsByYear } from './DocumentsByYear.tsx'
import { countInWords, datesInWords } from './name-in-words.ts'
import type { NameKind } from './name-kinds.ts'
import { nameQuery } from './name-queries.ts'

export default function NamePage({ nameKind }: { nameKind: NameKind }) {
  const { id = '' } = useParams()
  const [params] = useSearchParams()
  const page = { offset: readOffset(params), limit: PAGE_SIZE }
  const { data, error, refetch, isPlaceholderData } = useQuery(nameQuery(nameKind, id, page))
  usePageTitle(data?.name ?? nameKind.singular)

  if (isNotFound(error))
    return (
      <NotFound
        title={`No such ${nameKind.singular.toLowerCase()}`}
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
  // The address had another name of the same entity: redirect to the canonical address.
  if (data.id !== id) return <Navigate to={`${nameKind.path}/${data.id}`} replace />
  return <NameDetails nameKind={nameKind} name={data} page={page} busy={isPlaceholderData} />
}

interface NameDetailsProps {
  nameKind: NameKind
  name: NameResponse
  page: PageRange
  busy: boolean
}

function NameDetails({ nameKind, name, page, busy }: NameDetailsProps) {
  return (
    <article className="mx-auto grid w-full max-w-[72rem] gap-x-14 px-4 pt-10 pb-10 column:px-8 wide:grid-cols-[minmax(0,42rem)_1fr] wide:grid-rows-[auto_auto_1fr]">
      <NameHead nameKind={nameKind} name={name} />
      {name.count > 0 ? <DocumentsByYear nameKind={nameKind} name={name} /> : null}
      <div className="wide:col-start-2 wide:row-span-2 wide:row-start-2">
        <NameForms names={name.names} />
        <CooccurringNames name={name} />
      </div>
      <div className="min-w-0 wide:col-start-1">
        {page.offset === 0 ? <PopularAmong documents={name.popular} of={name.total} /> : null}
        <DocumentsByDate
          documents={name.documents}
          total={name.total}
          page={page}
          busy={busy}
          path={`${nameKind.path}/${name.id}`}
          emptyText="The authority file describes this name, but no document here gives it."
        />
      </div>
    </article>
  )
}

/** The name, its note and dates, and links to search its documents or ask about it. */
function NameHead({ nameKind, name }: { nameKind: NameKind; name: NameResponse }) {
  const dates = datesInWords(name)
  return (
    <header className="wide:col-span-2">
      <p className="text-label">
        <Link to={nameKind.path} className="quiet">
          {nameKind.singular}
        </Link>
      </p>
      <h1 className="max-w-[46rem] text-pretty font-serif text-title">{name.name}</h1>
      {dates ? (
        <p className="mt-1 font-serif text-body text-soft">
          <span className="small-caps">{dates}</span>
        </p>
      ) : null}
      <p className="measure mt-2 text-pretty font-serif text-body">
        {name.note ?? (
          <span className="text-soft italic">
            Known from the records only: the authority file does not describe this name.
          </span>
        )}
      </p>
      <p className="mt-3 flex flex-wrap items-baseline gap-x-6 gap-y-1 text-label">
        <span className="tabular text-soft">{countInWords(name)}</span>
        {name.count > 0 ? (
          <>
            <Link
              to={`/documents?${new URLSearchParams({ [nameKind.facet]: name.id })}`}
              className="link inline-block py-0.5"
            >
              Search within these
            </Link>
            <Link
              to={`/?${new URLSearchParams({ q: questionAbout(name.name) })}`}
              className="link inline-block py-0.5"
            >
              Ask about {name.name}
            </Link>
          </>
        ) : null}
      </p>
    </header>
  )
}

function questionAbout(name: string): string {
  return `What do the documents say about ${name}?`
}

const SCRIPTS = [
  { term: 'Hangul', has: /\p{Script=Hangul}/u },
  { term: 'Hanja, Hanzi, Kanji', has: /\p{Script=Han}/u },
  { term: 'Cyrillic', has: /\p{Script=Cyrillic}/u },
]

/** All spellings of a name, grouped by script. */
function NameForms({ names }: { names: readonly NameForm[] }) {
  if (names.length < 2) return null
  const scriptOf = ({ text }: NameForm) => SCRIPTS.find(({ has }) => has.test(text))?.term ?? 'Latin letters'
  const groups = ['Latin letters', ...SCRIPTS.map(({ term }) => term)]
    .map((term) => ({ term, forms: names.filter((form) => scriptOf(form) === term) }))
    .filter(({ forms }) => forms.length > 0)
  return (
    <section aria-labelledby="names" className="mt-8">
      <h2 id="names" className="mb-2 font-strong text-label">
        Names
      </h2>
      <dl className="text-note">
        {groups.map(({ term, forms }) => (
          <div
            key={term}
            className="gap-x-4 border-rule border-t py-2 column:grid column:grid-cols-[7.5rem_1fr]"
          >
            <dt className="text-label text-soft leading-[1.75]">{term}</dt>
            <dd className="min-w-0 font-serif leading-snug">
              {forms.map(({ text, lang }, index) => (
                <Fragment key={text}>
                  {/* The dot is inside the inline block, because a line can break before and after any inline block. */}
                  <span className="inline-block">
                    <span lang={lang}>{text}</span>
                    {index < forms.length - 1 ? '\u00a0·' : ''}
                  </span>{' '}
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
