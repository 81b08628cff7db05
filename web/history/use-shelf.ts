/** The conversations for the screen. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import { onShelfChange, readShelf, type Shelf } from './shelf.ts'

export function useShelf(): Shelf {
  return useSyncExternalStore(onShelfChange, readShelf)
}

/**
 * All that was said, read only when it is needed, and anew when something was said.
 * @param read reads it; the same function every time
 */
export function useWords(
  needed: boolean,
  heads: Shelf['heads'],
  read: () => Promise<ReadonlyMap<string, string[]> | undefined>,
): ReadonlyMap<string, string[]> | undefined {
  const [words, setWords] = useState<ReadonlyMap<string, string[]> | undefined>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: other heads, other words
  useEffect(() => {
    if (!needed) return
    let outdated = false
    void read().then((words) => {
      if (!outdated && words) setWords(words)
    })
    return () => {
      outdated = true
    }
  }, [needed, heads, read])
  return words
}
