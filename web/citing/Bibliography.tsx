/** The user's sources as a bibliography in the chosen style: to read, copy, print, or download in every format. */
import { useQuery } from '@tanstack/react-query'
import { Download, Printer } from 'lucide-react'
import { useState } from 'react'
import {
  type CitationStyle,
  citationFormats,
  citationStyles,
  isBibliographic,
} from '../../corpus/citation/citation-style.ts'
import { explainError } from '../api.ts'
import { download as save } from '../page/download.ts'
import { RequestFailed } from '../page/ErrorNotice.tsx'
import { Skeleton } from '../page/Skeleton.tsx'
import { CitationText } from './CitationText.tsx'
import { CopyCitation } from './CopyCitation.tsx'
import { bibliographyQuery, postForCitations } from './citation-queries.ts'
import { StyleChoice } from './StyleChoice.tsx'
import { useCitationStyle } from './use-citation-style.ts'

export function Bibliography({ ids }: { ids: readonly string[] }) {
  const [style] = useCitationStyle()
  const { data, error, refetch, isPlaceholderData } = useQuery(bibliographyQuery(ids, style))
  if (ids.length === 0) return null
  return (
    <section aria-labelledby="bibliography" className="mt-5">
      <h2 id="bibliography" className="sr-only">
        Bibliography
      </h2>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1 border-rule border-b pb-2" data-screen-only>
        <StyleChoice />
        {data ? (
          <CopyCitation
            text={data.text.trim()}
            html={
              isBibliographic(data.style)
                ? data.citations.map(({ html }) => `<p>${html}</p>`).join('\n')
                : undefined
            }
            label="Copy all"
            doneAnnouncement={`${copiedCountInWords(data.citations.length)} copied, in ${citationFormats[data.style].label}.`}
          />
        ) : null}
        <button type="button" className="quiet text-ink" onClick={() => window.print()}>
          <Printer size={13} strokeWidth={1.75} aria-hidden="true" />
          Print
        </button>
      </div>
      {error ? (
        <div className="mt-4">
          <RequestFailed title="The citations could not be fetched" error={error} retry={refetch} />
        </div>
      ) : data ? (
        <div aria-busy={isPlaceholderData} className="measure mt-4 aria-busy:opacity-60">
          {isBibliographic(data.style) ? (
            <ul className="space-y-2.5">
              {data.citations.map(({ id, html }) => (
                // Hanging indent, as usual in bibliographies.
                <li
                  key={id}
                  data-citation
                  className="break-inside-avoid pl-6 -indent-6 font-serif text-note [overflow-wrap:anywhere]"
                >
                  <CitationText html={html} />
                </li>
              ))}
            </ul>
          ) : (
            <pre className="whitespace-pre-wrap text-label leading-[1.45] [overflow-wrap:anywhere]">
              {data.text.trim()}
            </pre>
          )}
        </div>
      ) : (
        <Skeleton lines={5} label="The citations are being fetched" className="measure mt-4" />
      )}
      <DownloadCitations ids={ids} />
    </section>
  )
}

function copiedCountInWords(count: number): string {
  return count === 1 ? 'One citation is' : `${count} citations are`
}

/** Buttons that download the user's sources: one file for each format, and one ZIP with all of them. */
function DownloadCitations({ ids }: { ids: readonly string[] }) {
  const [status, setStatus] = useState('')
  const download = async (style: CitationStyle | 'all') => {
    const name = bibliographyFileName(style)
    try {
      // Styles with italics are downloaded as HTML, which word processors can open.
      const form = style !== 'all' && isBibliographic(style) ? 'html' : 'text'
      const response = await postForCitations({ ids, style, form })
      save(await response.blob(), name)
      setStatus(`${name} is downloaded.`)
    } catch (error) {
      setStatus(`${name} could not be downloaded. ${explainError(error)}`)
    }
  }
  return (
    <div className="mt-5 text-label" data-screen-only>
      <p className="flex flex-wrap items-center gap-x-4">
        <span className="text-soft">Download</span>
        {citationStyles.map((style) => (
          <button key={style} type="button" className="quiet text-ink" onClick={() => download(style)}>
            <span className="sr-only">Download </span>
            {citationFormats[style].label}
          </button>
        ))}
        <button type="button" className="quiet text-ink" onClick={() => download('all')}>
          <Download size={13} strokeWidth={1.75} aria-hidden="true" />
          <span className="sr-only">Download </span>
          All in one ZIP
        </button>
      </p>
      <p role="status" className="text-soft">
        {status}
      </p>
    </div>
  )
}

function bibliographyFileName(style: CitationStyle | 'all'): string {
  if (style === 'all') return 'my-sources.zip'
  return isBibliographic(style)
    ? `my-sources-${style}.html`
    : `my-sources.${citationFormats[style].extension}`
}
