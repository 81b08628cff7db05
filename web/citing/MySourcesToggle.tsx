/** A button that adds a document to "my sources", or removes it. */
import { Bookmark, BookmarkCheck } from 'lucide-react'
import type { ArchiveDocument } from '../../corpus/document.ts'
import { addSource, removeSource, useMySources } from './my-sources.ts'

export function MySourcesToggle({
  document: { id, title },
}: {
  document: Pick<ArchiveDocument, 'id' | 'title'>
}) {
  const { sources } = useMySources()
  const isAdded = sources.some((source) => source.id === id)
  const Icon = isAdded ? BookmarkCheck : Bookmark
  return (
    <button
      type="button"
      className={`quiet ${isAdded ? 'text-ink' : ''}`}
      onClick={() => (isAdded ? removeSource(id) : addSource(id))}
      data-screen-only
    >
      <Icon size={14} strokeWidth={1.75} aria-hidden="true" />
      {isAdded ? 'In my sources' : 'Add to my sources'}
      <span className="sr-only">
        : {title}
        {isAdded ? ' (press to remove)' : ''}
      </span>
    </button>
  )
}
