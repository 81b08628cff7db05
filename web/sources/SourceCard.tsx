/**
 * A source as a catalog card: number, date, title, provenance, summary with the cited sentences marked, and actions.
 */
import { ArrowUpLeft } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { Link } from 'react-router'
import { formatDate } from '../../corpus/reduced-date.ts'
import type { Source } from '../../server/contract/chat-message.ts'
import { LazyDocumentCitation } from '../citing/CiteSection.tsx'
import { MySourcesToggle } from '../citing/MySourcesToggle.tsx'
import { DisclosureButton } from '../page/DisclosureButton.tsx'
import { MarkedSummary } from './MarkedSummary.tsx'
import { markSentences } from './mark-sentences.ts'
import { OriginalLink } from './OriginalLink.tsx'
import { capitalized, provenance } from './provenance.ts'
import { ReadingLabel } from './ReadingLabel.tsx'
import { RelatedDocuments } from './RelatedDocuments.tsx'

interface SourceCardProps {
  source: Source
  elementId: string
  /** The texts that cite this source. */
  claims: readonly string[]
  /** True if there is no answer and the source is only near: it gets no number and no marks. */
  nothingFound: boolean
  /** How the source relates to the question, as text. */
  reading: string | undefined
  /** The button that has the source quoted or left out. */
  overrideButton: ReactNode
  selected: boolean
  /** Goes to the citation in the text; `undefined` if the text does not cite the source. */
  goToText: (() => void) | undefined
}

export function SourceCard(props: SourceCardProps) {
  const { source, elementId, claims, nothingFound, reading, overrideButton, selected, goToText } = props
  const { n, document } = source
  const cited = claims.length > 0
  const titleId = useId()
  return (
    <article
      id={elementId}
      tabIndex={-1}
      aria-labelledby={titleId}
      data-selected={selected || undefined}
      data-document={document.id}
      className="scroll-mt-4 px-4 py-5 transition-colors duration-150 data-selected:bg-wash column:px-6"
    >
      <div className="flex gap-3">
        {nothingFound ? null : (
          <p className={`tabular w-5 shrink-0 pt-px text-label ${numberClasses(cited)}`}>
            <span className="sr-only">Source </span>
            {n}
          </p>
        )}
        <div className="min-w-0 max-w-[38rem] flex-1">
          <p className="flex flex-wrap items-baseline justify-between gap-x-3 font-serif text-note text-soft leading-[1.35]">
            <span className="small-caps">{formatDate(document.date)}</span>
            {reading ? (
              <ReadingLabel reading={nothingFound ? undefined : source.reading} words={reading} />
            ) : null}
          </p>
          <h3 id={titleId} className="mt-0.5 text-pretty font-serif font-strong text-note leading-[1.32]">
            <Link to={`/documents/${document.id}`} className="title-link">
              {document.title}
            </Link>
          </h3>
          <p className="mt-1 text-label text-soft leading-[1.4]">{provenance(document)}</p>
          {document.summary === null ? (
            <p className="mt-2.5 font-serif text-note text-soft italic">The archive gives no summary.</p>
          ) : (
            <p className="mt-2.5 font-serif text-note">
              <MarkedSummary
                pieces={markSentences(document.summary, claims, nothingFound ? [] : source.passages)}
                faint={!cited}
              />
            </p>
          )}
          {source.why ? (
            <p className="mt-2.5 text-pretty text-label text-soft leading-[1.4]">
              <span className="sr-only">Why it is here: </span>
              {capitalized(source.why)}
            </p>
          ) : null}
          <CardActions
            source={source}
            overrideButton={overrideButton}
            goToText={nothingFound ? undefined : goToText}
          />
        </div>
      </div>
    </article>
  )
}

/** An uncited source has a lighter number, without the accent colour of citations. */
export const numberClasses = (cited: boolean) => (cited ? 'font-strong text-accent' : 'text-soft')

function CardActions({
  source,
  overrideButton,
  goToText,
}: Pick<SourceCardProps, 'source' | 'overrideButton' | 'goToText'>) {
  const { n, document } = source
  const [related, setRelated] = useState(false)
  const [cite, setCite] = useState(false)
  const listId = useId()
  const citeId = useId()
  return (
    <>
      <div className="mt-1.5 flex flex-wrap gap-x-3.5" data-screen-only>
        <OriginalLink document={document} />
        <DisclosureButton open={related} setOpen={setRelated} controls={listId}>
          Related documents
        </DisclosureButton>
        <DisclosureButton open={cite} setOpen={setCite} controls={citeId}>
          Cite
          <span className="sr-only"> {document.title}</span>
        </DisclosureButton>
        <MySourcesToggle document={document} />
        {/* Before the buttons that depend on it, so that "Put back" appears where this button was. */}
        {overrideButton}
        {goToText ? (
          <button type="button" className="quiet" onClick={goToText}>
            <ArrowUpLeft size={14} strokeWidth={1.75} aria-hidden="true" />
            In the text
            <span className="sr-only"> at source {n}</span>
          </button>
        ) : null}
      </div>
      <div id={citeId} hidden={!cite} className="mt-2 border-rule border-l pl-3">
        {cite ? <LazyDocumentCitation id={document.id} /> : null}
      </div>
      <div id={listId} hidden={!related} className="mt-2 border-rule border-l pl-3">
        {related ? <RelatedDocuments id={document.id} /> : null}
      </div>
    </>
  )
}
