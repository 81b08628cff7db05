/** "My sources": the documents that the user collected, as a bibliography and as a list to edit. */
import { useQueries } from '@tanstack/react-query'
import { useRef } from 'react'
import { Link, useSearchParams } from 'react-router'
import { isNotFound } from '../api.ts'
import { RequestFailed } from '../page/ErrorNotice.tsx'
import { usePageTitle } from '../page/use-page-title.ts'
import { documentQuery } from '../queries.ts'
import { Bibliography } from './Bibliography.tsx'
import { MySourceList, parseSourceOrder, sortSources } from './MySourceList.tsx'
import { useMySources } from './my-sources.ts'
import { UndoRemoval, useUndoableRemoval } from './UndoRemoval.tsx'

export default function MySources() {
  usePageTitle('My sources')
  const { sources, persisted } = useMySources()
  const [params] = useSearchParams()
  const removal = useUndoableRemoval()
  const heading = useRef<HTMLHeadingElement>(null)
  const queries = useQueries({ queries: sources.map(({ id }) => documentQuery(id)) })
  const missing = sources.filter((_, index) => isNotFound(queries[index]?.error))
  const failed = queries.filter(({ error }) => error !== null && !isNotFound(error))
  const order = parseSourceOrder(params)
  const documents = sortSources(
    queries.flatMap(({ data }) => data ?? []),
    order,
  )
  // The bibliography waits for all records, because notes are in the list's order.
  const ids = queries.some(({ isPending }) => isPending) ? [] : documents.map(({ id }) => id)

  return (
    <div className="mx-auto w-full max-w-[60rem] px-4 pt-10 pb-16 column:px-8">
      <h1 ref={heading} tabIndex={-1} className="font-serif text-title outline-none">
        My sources
      </h1>
      {persisted ? null : (
        <p role="status" className="mt-3 border-ink border-l-2 py-1 pl-4 text-note text-soft">
          The browser keeps nothing for this page: its storage is full or switched off. The list stays until
          you close or reload the page; copy or download it before.
        </p>
      )}
      <UndoRemoval removal={removal} heading={heading} />
      {sources.length === 0 ? (
        <Empty />
      ) : (
        <>
          {failed.length > 0 ? (
            <div className="mt-6">
              <RequestFailed
                title={
                  failed.length < sources.length
                    ? `${failed.length} of ${sources.length} sources could not be fetched`
                    : 'The sources could not be fetched'
                }
                error={failed[0]?.error}
                retry={() => {
                  for (const { refetch } of failed) void refetch()
                }}
              />
            </div>
          ) : null}
          <Bibliography ids={ids} />
          <MySourceList
            sources={sources}
            documents={documents}
            order={order}
            missing={missing}
            removal={removal}
          />
        </>
      )}
    </div>
  )
}

function Empty() {
  return (
    <div className="measure mt-4 text-note text-soft">
      <p>
        Nothing is here yet. Press “Add to my sources” at any document, in a list, beside an answer or on its
        own page, and it stands here with its citation, ready to copy, download or print. The list is kept in
        this browser only.
      </p>
      <p className="mt-3">
        <Link to="/documents" className="link">
          Browse the documents
        </Link>{' '}
        or{' '}
        <Link to="/" className="link">
          ask a question
        </Link>
        .
      </p>
    </div>
  )
}
