/** The way to the original: its own page, or the publisher's search where the record holds no address. */
import { ExternalLink } from 'lucide-react'
import type { ArchiveDocument } from '../../corpus/document.ts'
import { sourceLink } from '../../corpus/source-link.ts'

export function OriginalLink({
  document,
}: {
  document: Pick<ArchiveDocument, 'title' | 'url' | 'publisher'>
}) {
  const link = sourceLink(document)
  if (!link) return null
  return (
    <a
      href={link.href}
      target="_blank"
      rel="noreferrer"
      className="quiet"
      title={link.kind === 'search' ? NO_DIRECT_LINK : undefined}
    >
      {link.kind === 'original' ? 'Open original' : `Search at ${link.publisher}`}
      <ExternalLink size={13} strokeWidth={1.75} aria-hidden="true" />
      <span className="sr-only">
        : {document.title}
        {link.kind === 'search' ? `. ${NO_DIRECT_LINK}` : ''} (opens in a new tab)
      </span>
    </a>
  )
}

export const NO_DIRECT_LINK = 'The record here has no direct link to the original.'
