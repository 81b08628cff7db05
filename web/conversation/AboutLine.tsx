/**
 * The line above the question field that names the document in question, with a button to ask the whole archive
 * instead.
 */
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { Link } from 'react-router'
import { isNotFound } from '../api.ts'
import type { AboutDocument } from '../history/conversation-head.ts'
import { documentQuery } from '../queries.ts'

interface AboutLineProps {
  document: AboutDocument
  clear: () => void
}

export function AboutLine({ document: { id, title }, clear }: AboutLineProps) {
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
        onClick={clear}
      >
        <X size={14} strokeWidth={1.75} aria-hidden="true" />
      </button>
    </div>
  )
}

/** The same line when only the document's id is known (`/?about=…`): fetches the title first. */
export function AboutLineById({ id, clear }: { id: string; clear: () => void }) {
  const { data, error } = useQuery(documentQuery(id))
  if (data) return <AboutLine document={{ id, title: data.title }} clear={clear} />
  return (
    <p role="status" className="pb-1.5 text-label text-soft">
      {!error
        ? 'About: …'
        : isNotFound(error)
          ? `There is no document “${id}”: your question goes to the whole archive.`
          : 'The document could not be fetched.'}
    </p>
  )
}
