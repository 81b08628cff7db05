/** The document list: number of results, sort order, the documents of this page, and the pager. */
import { Link } from 'react-router'
import type { DocumentListResponse } from '../../server/contract/document-lists.ts'
import { type DocumentSort, documentSorts } from '../../server/contract/sorts.ts'
import { DocumentRow } from './DocumentRow.tsx'
import { hasFilters, type ListChoices, listAddress, withoutFilters } from './list-choices.ts'
import { BeyondTheEnd, Pager, toTopOfListState } from './Pager.tsx'
import { PAGE_SIZES, rangeInWords } from './paging.ts'

interface DocumentListProps {
  choices: ListChoices
  data: DocumentListResponse
  choose: (next: ListChoices) => void
  /** True while `data` still belongs to the previous choices. */
  stale: boolean
}

const SORT_LABELS: Readonly<Record<DocumentSort, string>> = {
  relevance: 'Relevance',
  oldest: 'Oldest first',
  newest: 'Newest first',
  title: 'By title',
}

export function DocumentList({ choices, data, choose, stale }: DocumentListProps) {
  const matches = new Map(data.matches?.map((match) => [match.id, match]))
  return (
    <>
      <div className="mt-5 flex flex-wrap items-center justify-between gap-x-8 gap-y-1 border-rule border-b pb-2 text-label">
        <p role="status" className="tabular text-soft">
          {data.total === 0 ? 'No documents' : rangeInWords(data, data.total)}
        </p>
        <div className="flex flex-wrap gap-x-5" data-screen-only>
          <LabelledSelect
            label="Order"
            value={choices.sort}
            options={documentSorts
              .filter((sort) => sort !== 'relevance' || choices.q)
              .map((sort) => [sort, SORT_LABELS[sort]])}
            choose={(sort) => choose({ ...choices, sort, offset: 0 })}
          />
          <LabelledSelect
            label="On a page"
            value={choices.limit}
            options={PAGE_SIZES.map((size) => [size, String(size)])}
            choose={(limit) => choose({ ...choices, limit, offset: 0 })}
          />
        </div>
      </div>
      {data.total > 0 ? <AnswerabilityNote answerable={data.answerable} reason={data.reason} /> : null}
      {data.documents.length === 0 ? (
        <NoDocuments choices={choices} total={data.total} />
      ) : (
        <ol aria-busy={stale} className="divide-y divide-rule aria-busy:opacity-60">
          {data.documents.map((document) => (
            <DocumentRow key={document.id} document={document} match={matches.get(document.id)} />
          ))}
        </ol>
      )}
      <Pager
        offset={choices.offset}
        limit={choices.limit}
        total={data.total}
        to={(offset) => listAddress({ ...choices, offset })}
      />
    </>
  )
}

interface LabelledSelectProps<Value extends string | number> {
  label: string
  value: Value
  options: readonly (readonly [Value, string])[]
  choose: (value: Value) => void
}

function LabelledSelect<Value extends string | number>({
  label,
  value,
  options,
  choose,
}: LabelledSelectProps<Value>) {
  return (
    <label className="flex items-center gap-1.5 text-soft">
      {label}
      <select
        value={value}
        className="min-h-7 rounded-chip border border-edge bg-leaf px-1.5 text-ink"
        onChange={(event) => {
          const chosen = options.find(([option]) => String(option) === event.target.value)
          if (chosen) choose(chosen[0])
        }}
      >
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

function NoDocuments({ choices, total }: { choices: ListChoices; total: number }) {
  if (total > 0) return <BeyondTheEnd first={listAddress({ ...choices, offset: 0 })} />
  return (
    <p className="py-8 text-note text-soft">
      No document meets all of this. Take back a choice
      {hasFilters(choices) ? (
        <>
          , or{' '}
          <Link to={listAddress(withoutFilters(choices))} state={toTopOfListState} className="link">
            {choices.q ? 'search the whole archive for these words' : 'see all documents'}
          </Link>
        </>
      ) : null}
      .
    </p>
  )
}

/** A note when no document, or not every one, answers the search words. */
function AnswerabilityNote({
  answerable,
  reason,
}: {
  answerable: boolean | undefined
  reason: string | undefined
}) {
  if (answerable !== false) return reason ? <p className="pt-4 text-note text-soft">{reason}</p> : null
  return (
    <p className="pt-4 text-note text-soft">
      {reason ?? 'Nothing in this archive speaks to these words.'} These documents are merely the nearest.
    </p>
  )
}
