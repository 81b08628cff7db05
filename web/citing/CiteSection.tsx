/** "Cite this" on a document's page. The code of the citation is loaded after the page itself. */
import { lazy, Suspense } from 'react'
import type { ArchiveDocument } from '../../corpus/document.ts'
import { Skeleton } from '../page/Skeleton.tsx'
import { MySourcesToggle } from './MySourcesToggle.tsx'

const DocumentCitation = lazy(() => import('./DocumentCitation.tsx'))

export function CiteSection({ document }: { document: ArchiveDocument }) {
  return (
    <section aria-labelledby="cite" className="mt-10 border-rule border-t pt-6 wide:col-start-1">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="cite" className="font-strong text-label">
          Cite this
        </h2>
        <MySourcesToggle document={document} />
      </div>
      <LazyDocumentCitation id={document.id} />
    </section>
  )
}

/** The citation without the section, for a source card. */
export function LazyDocumentCitation({ id }: { id: string }) {
  return (
    <Suspense fallback={<Skeleton lines={3} label="The citation is being fetched" />}>
      <DocumentCitation id={id} />
    </Suspense>
  )
}
