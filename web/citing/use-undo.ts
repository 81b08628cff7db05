/** One step back in "my sources": what the last removal took. */
import { useState } from 'react'
import { type MySource, replaceSources, useMySources } from './my-sources.ts'

export interface UndoableRemoval {
  /** The last removal, and what it took in words; `undefined` where nothing can be brought back. */
  removed: { words: string } | undefined
  remove(ids: readonly string[], words: string): void
  bringBack(): void
}

export function useUndo(): UndoableRemoval {
  const { sources } = useMySources()
  const [last, setLast] = useState<{ words: string; taken: readonly MySource[] } | undefined>()
  return {
    removed: last,
    remove: (ids, words) => {
      setLast({ words, taken: sources.filter(({ id }) => ids.includes(id)) })
      replaceSources(sources.filter(({ id }) => !ids.includes(id)))
    },
    bringBack: () => {
      if (!last) return
      // What was added since, here or in another tab, stays.
      const present = new Set(sources.map(({ id }) => id))
      const back = last.taken.filter(({ id }) => !present.has(id))
      replaceSources([...sources, ...back].sort((a, b) => a.added - b.added))
      setLast(undefined)
    },
  }
}
