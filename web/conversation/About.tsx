/** Says that questions are about one document, and takes that back. */
import { X } from 'lucide-react'
import { Link } from 'react-router'
import type { About as Document } from '../history/head.ts'

interface AboutProps {
  document: Document
  leave: () => void
}

export function About({ document: { id, title }, leave }: AboutProps) {
  return (
    <div className="flex items-start gap-2 pb-1.5 text-label">
      <p className="line-clamp-2 py-0.5">
        <span className="text-soft">About: </span>
        <Link
          to={`/documents/${encodeURIComponent(id)}`}
          className="title-link font-serif text-note leading-snug"
        >
          {title}
        </Link>
      </p>
      <button
        type="button"
        aria-label="Ask the whole archive instead"
        title="Ask the whole archive instead"
        className="grid size-6 shrink-0 place-items-center text-soft hover:text-ink"
        onClick={leave}
      >
        <X size={14} strokeWidth={1.75} aria-hidden="true" />
      </button>
    </div>
  )
}
