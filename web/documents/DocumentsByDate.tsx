/** The documents of a collection or a name, by date, in pages. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import type { PageRange } from '../queries.ts'
import { DocumentRow } from './DocumentRow.tsx'
import { BeyondTheEnd, Pager, useTopOfList } from './Pager.tsx'
import { rangeInWords } from './paging.ts'

interface DocumentsByDateProps {
  /** The documents on this page. */
  documents: readonly ArchiveDocument[]
  total: number
  page: PageRange
  /** True while the next page is being fetched. */
  busy: boolean
  /** The address of the collection or name, without page parameters. */
  path: string
  /** Shown when there are no documents. */
  emptyText: string
}

export function DocumentsByDate({ documents, total, page, busy, path, emptyText }: DocumentsByDateProps) {
  const list = useTopOfList()
  const address = (offset: number) => (offset > 0 ? `${path}?offset=${offset}` : path)
  return (
    <section ref={list} tabIndex={-1} aria-labelledby="documents" className="mt-8 outline-none">
      <div className="flex flex-wrap items-baseline justify-between gap-x-8 border-rule border-b pb-2.5 text-label">
        <h2 id="documents" className="font-strong">
          Documents by date
        </h2>
        <p role="status" className="tabular text-soft">
          {total > 0 ? rangeInWords(page, total) : 'No documents'}
        </p>
      </div>
      {documents.length > 0 ? (
        <ul aria-busy={busy} className="divide-y divide-rule aria-busy:opacity-60">
          {documents.map((document) => (
            <DocumentRow key={document.id} document={document} />
          ))}
        </ul>
      ) : total > 0 ? (
        <BeyondTheEnd first={address(0)} />
      ) : (
        <p className="py-8 text-note text-soft">{emptyText}</p>
      )}
      <Pager offset={page.offset} total={total} to={address} />
    </section>
  )
}
