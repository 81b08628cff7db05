/** One document: everything that its record says, and what is near it. */
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { ArchiveDocument } from '../../corpus/document.ts'
import { formatDate } from '../../corpus/reduced-date.ts'
import { isNotFound } from '../api.ts'
import { CiteSection } from '../citing/CiteSection.tsx'
import { RequestFailed } from '../page/ErrorNotice.tsx'
import NotFound from '../page/NotFound.tsx'
import { Skeleton } from '../page/Skeleton.tsx'
import { usePageTitle } from '../page/use-page-title.ts'
import { documentQuery } from '../queries.ts'
import { OriginalLink } from '../sources/OriginalLink.tsx'
import { RelatedDocuments } from '../sources/RelatedDocuments.tsx'
import { RecordFacts } from './RecordFacts.tsx'

export default function DocumentPage() {
  const { id = '' } = useParams()
  const { data: document, error, refetch } = useQuery(documentQuery(id))
  if (isNotFound(error))
    return (
      <NotFound
        title="No such document"
        detail="The archive has no document under this address. Addresses of documents never change, so this one may have been cut short."
      />
    )
  if (error)
    return (
      <div className="measure mx-auto w-full px-4 pt-10 column:px-8">
        <RequestFailed title="The document could not be fetched" error={error} retry={refetch} />
      </div>
    )
  if (!document)
    return (
      <Skeleton
        lines={9}
        label="The document is being fetched"
        className="measure mx-auto w-full px-8 pt-12"
      />
    )
  return <Record document={document} />
}

function Record({ document }: { document: ArchiveDocument }) {
  usePageTitle(document.title)
  return (
    <article className="mx-auto grid w-full max-w-[72rem] gap-x-14 px-4 pt-10 pb-16 column:px-8 wide:grid-cols-[minmax(0,40rem)_1fr] wide:grid-rows-[auto_auto_auto_1fr]">
      <header className="wide:col-span-2">
        <p className="font-serif text-body text-soft">
          <span className="small-caps">{formatDate(document.date)}</span>
        </p>
        <h1 className="mt-1 max-w-[46rem] text-pretty font-serif text-title">{document.title}</h1>
      </header>
      <section aria-labelledby="summary" className="mt-8">
        <h2 id="summary" className="mb-2 font-strong text-label">
          Summary
        </h2>
        {document.summary === null ? (
          <p className="font-serif text-body text-soft italic">The archive gives no summary.</p>
        ) : (
          <p className="text-pretty font-serif text-body">{document.summary}</p>
        )}
        <div className="mt-4">
          <OriginalLink document={document} />
        </div>
      </section>
      <section aria-labelledby="record" className="mt-8 wide:row-span-3">
        <h2 id="record" className="mb-2 font-strong text-label">
          Record
        </h2>
        <RecordFacts document={document} />
      </section>
      <CiteSection document={document} />
      <section aria-labelledby="related" className="mt-10 border-rule border-t pt-6 wide:col-start-1">
        <h2 id="related" className="mb-3 font-strong text-label">
          Related documents
        </h2>
        <RelatedDocuments id={document.id} />
      </section>
    </article>
  )
}
