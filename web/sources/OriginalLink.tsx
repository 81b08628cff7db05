/** A link to the original document, or to the publisher's search if the record has no URL. */
import { ExternalLink } from 'lucide-react'
import type { ArchiveDocument } from '../../corpus/document.ts'
import { sourceLinks } from './source-links.ts'

export function OriginalLink({
  document,
}: {
  document: Pick<ArchiveDocument, 'title' | 'url' | 'publisher'>
}) {
  const link = sourceLinks.linkOf(document)
  if (!link) return null
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5">
      {link.kind === 'search' ? <span className="text-label text-soft">No direct link here.</span> : null}
      <a href={link.href} target="_blank" rel="noreferrer" className="quiet text-ink">
        {link.kind === 'original' ? 'Open original' : `Search at ${link.publisher}`}
        <ExternalLink size={13} strokeWidth={1.75} aria-hidden="true" />
        <span className="sr-only">: {document.title} (opens in a new tab)</span>
      </a>
    </span>
  )
}
