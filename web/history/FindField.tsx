/** Search for conversations by words: the field, and the hook with the matching conversations. */
import { useDeferredValue, useEffect, useId, useState } from 'react'
import { findByWords } from './find-words.ts'
import type { Head } from './head.ts'

type Words = ReadonlyMap<string, readonly string[]>

const NONE: readonly Head[] = []

/** @param readWords reads the texts of all conversations; must be the same function at every call */
export function useFind(heads: readonly Head[] | undefined, readWords: () => Promise<Words | undefined>) {
  const [text, setText] = useState('')
  const query = useDeferredValue(text.trim())
  const words = useWords(query !== '', heads, readWords)
  return { text, setText, query, found: findByWords(heads ?? NONE, query, words) }
}

/** Reads the texts only when a search needs them, and again when the list has changed. */
function useWords(
  needed: boolean,
  heads: readonly Head[] | undefined,
  readWords: () => Promise<Words | undefined>,
): Words | undefined {
  const [words, setWords] = useState<Words | undefined>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: changed heads mean changed texts
  useEffect(() => {
    if (!needed) return
    let outdated = false
    void readWords().then((words) => {
      if (!outdated && words) setWords(words)
    })
    return () => {
      outdated = true
    }
  }, [needed, heads, readWords])
  return words
}

interface FindFieldProps {
  value: string
  change: (value: string) => void
  /** The number of matching conversations; `undefined` while the field is empty. */
  found: number | undefined
}

export function FindField({ value, change, found }: FindFieldProps) {
  const id = useId()
  return (
    <>
      <input
        type="search"
        value={value}
        aria-label="Find conversations by words"
        aria-describedby={id}
        placeholder="Find by words"
        autoComplete="off"
        className="mt-1.5 h-8 w-full rounded-chip border border-edge bg-transparent px-2 text-label placeholder:text-soft [&::-webkit-search-cancel-button]:appearance-none"
        onChange={(event) => change(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return
          // Otherwise Escape would also close the drawer.
          event.stopPropagation()
          change('')
        }}
      />
      <p id={id} role="status" className="sr-only">
        {found === undefined ? '' : found === 1 ? 'One conversation found.' : `${found} conversations found.`}
      </p>
    </>
  )
}
