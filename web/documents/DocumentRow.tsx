/**
 * A document in a list: date, title, provenance, matching passages with the reason, and a summary that can be opened.
 */
import { useId, useState } from 'react'
import { Link } from 'react-router'
import type { ArchiveDocument } from '../../corpus/document.ts'
import { formatDate } from '../../corpus/reduced-date.ts'
import type { DocumentListResponse } from '../../server/contract/document-lists.ts'
import { MySourcesToggle } from '../citing/MySourcesToggle.tsx'
import { DisclosureButton } from '../page/DisclosureButton.tsx'
import { MarkedSummary } from '../sources/MarkedSummary.tsx'
import { markSentences } from '../sources/mark-sentences.ts'
import { capitalized, provenance } from '../sources/provenance.ts'

interface DocumentRowProps {
  document: ArchiveDocument
  match?: NonNullable<DocumentListResponse['matches']>[number] | undefined
}

export function DocumentRow({ document, match }: DocumentRowProps) {
  const [open, setOpen] = useState(false)
  const summaryId = useId()
  const { summary } = document
  const passages = match?.passages ?? []
  // The passage of a record without a summary is its title, which is already shown above.
  const matchedPassages = passages.filter(({ text }) => text !== document.title).map(({ text }) => text)
  return (
    <li className="gap-x-6 py-3.5 column:grid column:grid-cols-[9.5rem_1fr]">
      <p className="font-serif text-note text-soft leading-[1.4] column:pt-[0.12rem]">
        <span className="small-caps">{formatDate(document.date)}</span>
      </p>
      <div className="min-w-0">
        <h2 className="text-pretty font-serif text-body leading-snug">
          <Link to={`/documents/${document.id}`} className="title-link">
            {document.title}
          </Link>
        </h2>
        <p className="mt-0.5 text-label text-soft">{provenance(document)}</p>
        {matchedPassages.length > 0 && !open ? (
          <p className="mt-1.5 font-serif text-note">
            {matchedPassages.map((text, index) => (
              <span key={text}>
                {index > 0 ? ' … ' : ''}
                <mark>{text.trim()}</mark>
              </span>
            ))}
          </p>
        ) : null}
        {summary !== null ? (
          <p id={summaryId} hidden={!open} className="mt-1.5 font-serif text-note">
            {open ? <MarkedSummary pieces={markSentences(summary, matchedPassages, passages)} /> : null}
          </p>
        ) : null}
        <div className="mt-0.5 flex flex-wrap items-center gap-x-4 text-label text-soft">
          {match ? (
            <p>
              <span className="sr-only">Why it is here: </span>
              {capitalized(match.why)}
            </p>
          ) : null}
          {summary !== null ? (
            <DisclosureButton open={open} setOpen={setOpen} controls={summaryId} screenOnly>
              Summary
              <span className="sr-only"> of {document.title}</span>
            </DisclosureButton>
          ) : (
            <p className="italic">No summary</p>
          )}
          <MySourcesToggle document={document} />
        </div>
      </div>
    </li>
  )
}
