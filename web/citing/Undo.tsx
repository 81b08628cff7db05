/**
 * Says what was removed and offers it back; the focus goes there, since the button that was pressed is gone, and to the
 * list's heading when this one goes, too.
 */
import { Undo2 } from 'lucide-react'
import { type RefObject, useEffect, useRef } from 'react'
import type { UndoableRemoval } from './use-undo.ts'

interface UndoProps {
  undo: UndoableRemoval
  heading: RefObject<HTMLElement | null>
}

export function Undo({ undo: { removed, bringBack }, heading }: UndoProps) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (removed) button.current?.focus()
  }, [removed])
  return (
    <div role="status" className="mt-3 empty:hidden" data-screen-only>
      {removed ? (
        <p className="flex flex-wrap items-baseline gap-x-4 border-ink border-l-2 pl-4 text-note">
          <span className="min-w-0">{removed.words}</span>
          <button
            ref={button}
            type="button"
            className="quiet text-ink"
            onClick={() => {
              bringBack()
              heading.current?.focus()
            }}
          >
            <Undo2 size={14} strokeWidth={1.75} aria-hidden="true" />
            Undo
          </button>
        </p>
      ) : null}
    </div>
  )
}
