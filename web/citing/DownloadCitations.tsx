/** The reader's sources as files: one for each format, and one archive with all of them. */
import { Download } from 'lucide-react'
import { useState } from 'react'
import { type CitationStyle, citationStyles, forms, isPrinted } from '../../corpus/citation/citation-style.ts'
import { explain } from '../api.ts'
import { download as save } from '../page/download.ts'
import { postForCitations } from './citation-queries.ts'

export function DownloadCitations({ ids }: { ids: readonly string[] }) {
  const [said, setSaid] = useState('')
  const download = async (style: CitationStyle | 'all') => {
    const name = fileName(style)
    try {
      // Styles with italics come as HTML, which word processors open.
      const form = style !== 'all' && isPrinted(style) ? 'html' : 'text'
      const response = await postForCitations({ ids, style, form })
      save(await response.blob(), name)
      setSaid(`${name} is downloaded.`)
    } catch (error) {
      setSaid(`${name} could not be downloaded. ${explain(error)}`)
    }
  }
  return (
    <div className="mt-5 text-label" data-screen-only>
      <p className="flex flex-wrap items-center gap-x-4">
        <span className="text-soft">Download</span>
        {citationStyles.map((style) => (
          <button key={style} type="button" className="quiet text-ink" onClick={() => download(style)}>
            <span className="sr-only">Download </span>
            {forms[style].label}
          </button>
        ))}
        <button type="button" className="quiet text-ink" onClick={() => download('all')}>
          <Download size={13} strokeWidth={1.75} aria-hidden="true" />
          <span className="sr-only">Download </span>
          All in one ZIP
        </button>
      </p>
      <p role="status" className="text-soft">
        {said}
      </p>
    </div>
  )
}

function fileName(style: CitationStyle | 'all'): string {
  if (style === 'all') return 'my-sources.zip'
  return isPrinted(style) ? `my-sources-${style}.html` : `my-sources.${forms[style].extension}`
}
