/** One-step undo in "my sources": restores the sources of the last removal. */
import { Undo2 } from 'lucide-react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { type MySource, replaceSources, useMySources } from './my-sources.ts'

export interface UndoableRemoval {
  /** The last removal, described for the user; `undefined` if there is nothing to undo. */
  removed: { message: string } | undefined
  remove(ids: readonly string[], message: string): void
  restore(): void
}

export function useUndoableRemoval(): UndoableRemoval {
  const { sources } = useMySources()
  const [lastRemoval, setLastRemoval] = useState<
    { message: string; removedSources: readonly MySource[] } | undefined
  >()
  return {
    removed: lastRemoval,
    remove: (ids, message) => {
      setLastRemoval({ message, removedSources: sources.filter(({ id }) => ids.includes(id)) })
      replaceSources(sources.filter(({ id }) => !ids.includes(id)))
    },
    restore: () => {
      if (!lastRemoval) return
      // Sources added since then, here or in another tab, stay.
      const present = new Set(sources.map(({ id }) => id))
      const back = lastRemoval.removedSources.filter(({ id }) => !present.has(id))
      replaceSources([...sources, ...back].sort((a, b) => a.added - b.added))
      setLastRemoval(undefined)
    },
  }
}

interface UndoRemovalProps {
  removal: UndoableRemoval
  heading: RefObject<HTMLElement | null>
}

/**
 * A notice of the removal with an undo button. The focus moves to that button, because the pressed one is gone; after
 * undoing, it moves to the list's heading.
 */
export function UndoRemoval({ removal: { removed, restore }, heading }: UndoRemovalProps) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (removed) button.current?.focus()
  }, [removed])
  return (
    <div role="status" className="mt-3 empty:hidden" data-screen-only>
      {removed ? (
        <p className="flex flex-wrap items-baseline gap-x-4 border-ink border-l-2 pl-4 text-note">
          <span className="min-w-0">{removed.message}</span>
          <button
            ref={button}
            type="button"
            className="quiet text-ink"
            onClick={() => {
              restore()
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
