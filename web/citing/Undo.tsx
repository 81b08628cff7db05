/** Says what was removed and offers it back; the focus goes there, since the button that was pressed is gone. */
import { Undo2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { UndoableRemoval } from './use-undo.ts'

export function Undo({ undo: { removed, bringBack } }: { undo: UndoableRemoval }) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (removed) button.current?.focus()
  }, [removed])
  return (
    <div role="status" className="mt-3 empty:hidden" data-screen-only>
      {removed ? (
        <p className="flex flex-wrap items-baseline gap-x-4 border-ink border-l-2 pl-4 text-note">
          <span className="min-w-0">{removed}</span>
          <button ref={button} type="button" className="quiet text-ink" onClick={bringBack}>
            <Undo2 size={14} strokeWidth={1.75} aria-hidden="true" />
            Undo
          </button>
        </p>
      ) : null}
    </div>
  )
}
