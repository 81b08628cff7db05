/** The reader's sources as one text in the chosen style: to read, copy, print, or download in every format. */
import { useQuery } from '@tanstack/react-query'
import { Printer } from 'lucide-react'
import { forms, isPrinted } from '../../corpus/citation/citation-style.ts'
import { RequestFailed } from '../page/ErrorNotice.tsx'
import { Skeleton } from '../page/Skeleton.tsx'
import { CitationText } from './CitationText.tsx'
import { CopyCitation } from './CopyCitation.tsx'
import { bibliographyQuery } from './citation-queries.ts'
import { DownloadCitations } from './DownloadCitations.tsx'
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
              isPrinted(data.style)
                ? data.citations.map(({ html }) => `<p>${html}</p>`).join('\n')
                : undefined
            }
            label="Copy all"
            done={`${inWords(data.citations.length)} copied, in ${forms[data.style].label}.`}
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
          {isPrinted(data.style) ? (
            <ul className="space-y-2.5">
              {data.citations.map(({ id, html }) => (
                // The later lines are set in, as bibliographies are.
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

function inWords(count: number): string {
  return count === 1 ? 'One citation is' : `${count} citations are`
}
