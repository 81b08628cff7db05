/** What the list has to say: what is not kept, and what was deleted and can be put back. */
import type { Shelf } from './shelf.ts'

interface ListNoticesProps {
  trouble: Shelf['trouble']
  /** Whether something could not be done as its part of the program could not be fetched. */
  failed: boolean
  /** The title of what was deleted. */
  deleted: string | undefined
  undo: () => void
}

const TROUBLE = {
  full: 'The browser’s storage is full: what you ask now is lost when the page is closed. Delete conversations, or export them.',
  off: 'The browser’s storage is switched off: what you ask is lost when the page is closed.',
}

export function ListNotices({ trouble, failed, deleted, undo }: ListNoticesProps) {
  return (
    <div role="status" className="pr-4 pl-5 wide:pl-8 text-label">
      {trouble ? <p className="mb-1 border-ink border-l-2 py-1 pl-3 text-soft">{TROUBLE[trouble]}</p> : null}
      {failed ? (
        <p className="mb-1 border-ink border-l-2 py-1 pl-3 text-soft">
          This could not be done: the server does not answer. Try again.
        </p>
      ) : null}
      {deleted !== undefined ? (
        <p className="mb-1 border-ink border-l-2 py-1 pl-3">
          <span className="line-clamp-2 text-soft">Deleted: “{deleted}”</span>
          <button type="button" className="quiet link" onClick={undo}>
            Undo
          </button>
        </p>
      ) : null}
    </div>
  )
}
