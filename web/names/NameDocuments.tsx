/** The documents that give a name, by date, a page at a time. */
import type { NameResponse } from '../../server/api.ts'
import { BeyondTheEnd } from '../documents/BeyondTheEnd.tsx'
import { DocumentRow } from '../documents/DocumentRow.tsx'
import { Pager } from '../documents/Pager.tsx'
import { rangeInWords } from '../documents/paging.ts'
import { useTopOfList } from '../documents/use-top-of-list.ts'
import type { Page } from '../queries.ts'
import type { KindWords } from './kinds.ts'

interface NameDocumentsProps {
  words: KindWords
  name: NameResponse
  page: Page
  /** Whether the next page is still to come. */
  busy: boolean
}

export function NameDocuments({ words, name, page, busy }: NameDocumentsProps) {
  const list = useTopOfList()
  const address = (offset: number) => `${words.path}/${name.id}${offset > 0 ? `?offset=${offset}` : ''}`
  return (
    <section ref={list} tabIndex={-1} aria-labelledby="documents" className="mt-8 outline-none">
      <div className="flex flex-wrap items-baseline justify-between gap-x-8 border-rule border-b pb-2.5">
        <h2 id="documents" className="font-strong text-label">
          Documents by date
        </h2>
        <p role="status" className="tabular text-label text-soft">
          {name.total > 0 ? rangeInWords(page, name.total) : 'No documents'}
        </p>
      </div>
      {name.documents.length > 0 ? (
        <ul aria-busy={busy} className="divide-y divide-rule aria-busy:opacity-60">
          {name.documents.map((document) => (
            <DocumentRow key={document.id} document={document} />
          ))}
        </ul>
      ) : name.total > 0 ? (
        <BeyondTheEnd first={address(0)} />
      ) : (
        <p className="py-8 text-note text-soft">
          The authority file describes this name, but no document here gives it.
        </p>
      )}
      <Pager offset={page.offset} total={name.total} to={address} />
    </section>
  )
}
