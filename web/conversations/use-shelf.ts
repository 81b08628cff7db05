/** The conversations for the screen. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import { allWords, onShelfChange, readShelf, type Shelf } from './shelf.ts'

export function useShelf(): Shelf & { loaded: boolean } {
  const shelf = useSyncExternalStore(onShelfChange, readShelf)
  return { ...shelf, loaded: shelf.heads !== undefined }
}

/** All that was said, read only when it is needed, and anew when something was said. */
export function useWords(needed: boolean, heads: Shelf['heads']): ReadonlyMap<string, string[]> | undefined {
  const [words, setWords] = useState<ReadonlyMap<string, string[]> | undefined>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: other heads, other words
  useEffect(() => {
    if (!needed) return
    let outdated = false
    void allWords().then((read) => {
      if (!outdated) setWords(read)
    })
    return () => {
      outdated = true
    }
  }, [needed, heads])
  return words
}
