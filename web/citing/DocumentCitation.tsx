/** One document's citation in the user's style, to copy or to download. */
import { useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { citationFormats, isBibliographic } from '../../corpus/citation/citation-style.ts'
import type { CitationResponse } from '../../server/contract/citation.ts'
import { RequestFailed } from '../page/ErrorNotice.tsx'
import { Skeleton } from '../page/Skeleton.tsx'
import { CitationText } from './CitationText.tsx'
import { CopyCitation } from './CopyCitation.tsx'
import { citationAddress, citationQuery } from './citation-queries.ts'
import { StyleChoice } from './StyleChoice.tsx'
import { useCitationStyle } from './use-citation-style.ts'

export default function DocumentCitation({ id }: { id: string }) {
  const [style] = useCitationStyle()
  const { data, error, refetch, isPlaceholderData } = useQuery(citationQuery(id, style))
  return (
    <div>
      <StyleChoice />
      {error ? (
        <RequestFailed title="The citation could not be fetched" error={error} retry={refetch} />
      ) : data ? (
        <div aria-busy={isPlaceholderData} className="mt-2 aria-busy:opacity-60">
          <CitationBody citation={data} />
          <div className="mt-1 flex flex-wrap gap-x-4" data-screen-only>
            <CopyCitation
              text={data.text.trim()}
              html={
                isBibliographic(data.style) ? data.citations.map(({ html }) => html).join('<br>') : undefined
              }
              label="Copy citation"
              doneAnnouncement={`The citation is copied, in ${citationFormats[data.style].label}.`}
            />
            {isBibliographic(style) ? null : (
              <a
                href={citationAddress(id, style, { download: '1' })}
                download={`${id}.${citationFormats[style].extension}`}
                className="quiet text-ink"
              >
                <Download size={13} strokeWidth={1.75} aria-hidden="true" />
                Download {citationFormats[style].label}
              </a>
            )}
          </div>
        </div>
      ) : (
        <Skeleton lines={2} label="The citation is being fetched" className="mt-2" />
      )}
    </div>
  )
}

function CitationBody({ citation: { style, text, citations } }: { citation: CitationResponse }) {
  if (!isBibliographic(style))
    return (
      <pre className="whitespace-pre-wrap text-label leading-[1.45] [overflow-wrap:anywhere]">
        {text.trim()}
      </pre>
    )
  return citations.map(({ id, html }) => (
    <p key={id} data-citation className="font-serif text-note [overflow-wrap:anywhere]">
      <CitationText html={html} />
    </p>
  ))
}
