/** The list of "my sources", sorted as the address says, with buttons to remove one or all. */
import { X } from 'lucide-react'
import { Link } from 'react-router'
import { compareTitles } from '../../corpus/citation/compare-titles.ts'
import type { ArchiveDocument } from '../../corpus/document.ts'
import { compareDates, formatDate } from '../../corpus/reduced-date.ts'
import { provenance } from '../sources/provenance.ts'
import type { MySource } from './my-sources.ts'
import type { UndoableRemoval } from './UndoRemoval.tsx'

const sourceOrders = ['added', 'date', 'title'] as const
type SourceOrder = (typeof sourceOrders)[number]

const ORDER_LABELS: Readonly<Record<SourceOrder, string>> = {
  added: 'As added',
  date: 'By date',
  title: 'By title',
}

interface MySourceListProps {
  sources: readonly MySource[]
  /** The records fetched so far, sorted. */
  documents: readonly ArchiveDocument[]
  order: SourceOrder
  /** Sources that are not, or no longer, in this archive. */
  missing: readonly MySource[]
  removal: UndoableRemoval
}

export function MySourceList({ sources, documents, order, missing, removal }: MySourceListProps) {
  const missingIds = missing.map(({ id }) => id)
  return (
    <section aria-labelledby="list" className="mt-12" data-screen-only>
      <h2 id="list" className="font-strong text-label">
        The list
      </h2>
      <div className="mt-2 flex flex-wrap items-center justify-between gap-x-8 border-rule border-b pb-2 text-label">
        <nav aria-label="Order" className="flex flex-wrap gap-x-5">
          {sourceOrders.map((candidate) => (
            <Link
              key={candidate}
              to={candidate === 'added' ? '/my-sources' : `/my-sources?sort=${candidate}`}
              aria-current={candidate === order ? 'true' : undefined}
              className="quiet aria-[current=true]:text-ink aria-[current=true]:decoration-current"
            >
              {ORDER_LABELS[candidate]}
            </Link>
          ))}
        </nav>
        <button
          type="button"
          className="quiet"
          onClick={() =>
            removal.remove(
              sources.map(({ id }) => id),
              sources.length === 1
                ? 'The list is cleared of its source.'
                : `The list is cleared of ${sources.length} sources.`,
            )
          }
        >
          Clear the list
        </button>
      </div>
      <ul className="divide-y divide-rule">
        {documents.map((document) => (
          <SourceRow
            key={document.id}
            document={document}
            remove={() => removal.remove([document.id], `Removed: ${document.title}`)}
          />
        ))}
      </ul>
      {missing.length > 0 ? (
        <p className="mt-3 text-note text-soft">
          Not in this archive: {missingIds.join(', ')}.{' '}
          <button
            type="button"
            className="quiet"
            onClick={() => removal.remove(missingIds, `Removed: ${missingIds.join(', ')}`)}
          >
            Remove what is not here
          </button>
        </p>
      ) : null}
    </section>
  )
}

function SourceRow({ document, remove }: { document: ArchiveDocument; remove: () => void }) {
  return (
    <li className="flex items-start gap-x-4 py-3">
      <div className="min-w-0 flex-1">
        <p className="font-serif text-note text-soft leading-[1.35]">
          <span className="small-caps">{formatDate(document.date)}</span>
        </p>
        <h3 className="text-pretty font-serif text-note leading-snug">
          <Link to={`/documents/${document.id}`} className="title-link">
            {document.title}
          </Link>
        </h3>
        <p className="mt-0.5 text-label text-soft">{provenance(document)}</p>
      </div>
      <button type="button" className="quiet" onClick={remove}>
        <X size={14} strokeWidth={1.75} aria-hidden="true" />
        Remove<span className="sr-only">: {document.title}</span>
      </button>
    </li>
  )
}

/** The sort order in the address. */
export function parseSourceOrder(params: URLSearchParams): SourceOrder {
  return sourceOrders.find((order) => order === params.get('sort')) ?? 'added'
}

/** @param documents in the order in which they were added */
export function sortSources(
  documents: readonly ArchiveDocument[],
  order: SourceOrder,
): readonly ArchiveDocument[] {
  if (order === 'date') return documents.toSorted((a, b) => compareDates(a.date, b.date))
  if (order === 'title') return documents.toSorted((a, b) => compareTitles(a.title, b.title))
  return documents
}
