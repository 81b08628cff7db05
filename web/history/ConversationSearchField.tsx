/** Search for conversations by words: the field, and the hook with the matching conversations. */
import { useDeferredValue, useEffect, useId, useState } from 'react'
import type { ConversationHead } from './conversation-head.ts'
import { searchConversations } from './search-conversations.ts'

type SearchTexts = ReadonlyMap<string, readonly string[]>

const NO_HEADS: readonly ConversationHead[] = []

/** @param readWords reads the texts of all conversations; must be the same function at every call */
export function useConversationSearch(
  heads: readonly ConversationHead[] | undefined,
  readSearchTexts: () => Promise<SearchTexts | undefined>,
) {
  const [text, setText] = useState('')
  const query = useDeferredValue(text.trim())
  const words = useSearchTexts(query !== '', heads, readSearchTexts)
  return { text, setText, query, matches: searchConversations(heads ?? NO_HEADS, query, words) }
}

/** Reads the texts only when a search needs them, and again when the list has changed. */
function useSearchTexts(
  needed: boolean,
  heads: readonly ConversationHead[] | undefined,
  readSearchTexts: () => Promise<SearchTexts | undefined>,
): SearchTexts | undefined {
  const [words, setTexts] = useState<SearchTexts | undefined>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: changed heads mean changed texts
  useEffect(() => {
    if (!needed) return
    let outdated = false
    void readSearchTexts().then((words) => {
      if (!outdated && words) setTexts(words)
    })
    return () => {
      outdated = true
    }
  }, [needed, heads, readSearchTexts])
  return words
}

interface ConversationSearchFieldProps {
  value: string
  change: (value: string) => void
  /** The number of matching conversations; `undefined` while the field is empty. */
  matches: number | undefined
}

export function ConversationSearchField({ value, change, matches }: ConversationSearchFieldProps) {
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
        {matches === undefined
          ? ''
          : matches === 1
            ? 'One conversation found.'
            : `${matches} conversations found.`}
      </p>
    </>
  )
}
