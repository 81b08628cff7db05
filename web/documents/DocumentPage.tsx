/**
 * The page of one document: its record, citation, related documents, neighbours by date, and a link to ask about it.
 */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import type { ArchiveDocument } from '../../corpus/document.ts'
import { formatDate } from '../../corpus/reduced-date.ts'
import type { Series } from '../../server/contract/records.ts'
import { isNotFound } from '../api.ts'
import { CiteSection } from '../citing/CiteSection.tsx'
import { RequestFailed } from '../page/ErrorNotice.tsx'
import { Skeleton } from '../page/Skeleton.tsx'
import { usePageTitle } from '../page/use-page-title.ts'
import { documentQuery, neighboursQuery } from '../queries.ts'
import { OriginalLink } from '../sources/OriginalLink.tsx'
import { RelatedDocuments } from '../sources/RelatedDocuments.tsx'
import { NoSuchDocument } from './NoSuchDocument.tsx'
import { RecordFields } from './RecordFields.tsx'

export default function DocumentPage() {
  const { id = '' } = useParams()
  const { data: document, error, refetch } = useQuery(documentQuery(id))
  if (isNotFound(error)) return <NoSuchDocument id={id} />
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
  return <DocumentRecord document={document} />
}

function DocumentRecord({ document }: { document: ArchiveDocument }) {
  usePageTitle(document.title)
  return (
    <article className="mx-auto grid w-full max-w-[72rem] gap-x-14 px-4 pt-10 pb-16 column:px-8 wide:grid-cols-[minmax(0,40rem)_1fr] wide:grid-rows-[auto_auto_1fr]">
      <header className="wide:col-span-2">
        <p className="font-serif text-body text-soft">
          <span className="small-caps">{formatDate(document.date)}</span>
        </p>
        <h1 className="mt-1 max-w-[46rem] text-pretty font-serif text-title">{document.title}</h1>
      </header>
      <PageSection id="summary" title="Summary" className="mt-8">
        {document.summary === null ? (
          <p className="font-serif text-body text-soft italic">The archive gives no summary.</p>
        ) : (
          <p className="text-pretty font-serif text-body">{document.summary}</p>
        )}
        <div className="mt-4">
          <OriginalLink document={document} />
        </div>
      </PageSection>
      <PageSection id="record" title="Record" className="mt-8 wide:row-span-2">
        <RecordFields document={document} />
      </PageSection>
      <div className="wide:col-start-1">
        <CiteSection document={document} />
        <PageSection id="related" title="Related documents" className={LOWER_SECTION_CLASSES}>
          <RelatedDocuments id={document.id} />
        </PageSection>
        <PageSection id="series" title="Earlier and later" className={LOWER_SECTION_CLASSES}>
          <Neighbours document={document} />
        </PageSection>
        <PageSection id="ask" title="Ask" className={LOWER_SECTION_CLASSES}>
          <p className="text-note text-soft">
            <Link to={`/?${new URLSearchParams({ about: document.id })}`} className="link">
              Ask about this document
            </Link>{' '}
            in a conversation that has it as first source.
          </p>
        </PageSection>
      </div>
    </article>
  )
}

const LOWER_SECTION_CLASSES = 'mt-10 border-rule border-t pt-6'

interface PageSectionProps {
  id: string
  title: string
  className: string
  children: ReactNode
}

function PageSection({ id, title, className, children }: PageSectionProps) {
  return (
    <section aria-labelledby={id} className={className}>
      <h2 id={id} className="mb-3 font-strong text-label">
        {title}
      </h2>
      {children}
    </section>
  )
}

/**
 * The documents before and after this one by date, in each of its collections, or else among its publisher's documents.
 */
function Neighbours({ document }: { document: ArchiveDocument }) {
  const { data, error, refetch } = useQuery(neighboursQuery(document.id))
  if (error)
    return (
      <RequestFailed title="The documents around it could not be fetched" error={error} retry={refetch} />
    )
  if (!data) return <Skeleton lines={4} label="The documents around it are being looked up" />
  return (
    <div className="space-y-6">
      {data.series.map((series) => (
        <SeriesList key={series.title} series={series} document={document} />
      ))}
    </div>
  )
}

function SeriesList({ series, document }: { series: Series; document: ArchiveDocument }) {
  const { title, collection, place, count, earlier, later } = series
  const address = collection
    ? `/collections/${collection}`
    : `/documents?${new URLSearchParams({ publisher: title })}`
  return (
    <div>
      <p className="mb-2.5 text-label text-soft">
        <Link to={address} className="link">
          {title}
        </Link>
        <span className="tabular">
          {collection ? '' : ', all documents'}, {place} of {count} by date
        </span>
      </p>
      <ol className="space-y-2" start={place - earlier.length}>
        {[...earlier, document, ...later].map((member) => (
          <li
            key={member.id}
            aria-current={member === document || undefined}
            className="gap-x-4 font-serif text-note leading-snug column:grid column:grid-cols-[9.5rem_1fr]"
          >
            <span className="small-caps block text-soft leading-[1.7]">{formatDate(member.date)}</span>
            {member === document ? (
              <span className="text-soft italic">This document</span>
            ) : (
              <Link to={`/documents/${member.id}`} className="title-link">
                {member.title}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}
