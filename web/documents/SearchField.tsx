/** Words to search the documents for, by meaning and by word, within the choices made. */
import { Search } from 'lucide-react'
import { MAX_QUESTION_CHARACTERS } from '../../server/contract/limits.ts'
import { documentSorts } from '../../server/contract/sorts.ts'
import { type Choices, standardSort } from './choices.ts'
import { useFieldText } from './use-field-text.ts'

export function SearchField({ choices, choose }: { choices: Choices; choose: (next: Choices) => void }) {
  const { text, write, asks } = useFieldText(choices.q)
  const search = (words: string) => {
    const q = words.trim()
    // The order falls back to what suits: relevance with words, date without.
    const kept = documentSorts.find(
      (sort) => sort === choices.sort && sort !== standardSort(choices.q) && sort !== 'relevance',
    )
    asks(q)
    choose({ ...choices, q, sort: kept ?? standardSort(q), offset: 0 })
  }
  return (
    <search data-screen-only>
      <form
        className="mt-4 flex items-center gap-2 rounded-leaf border border-edge bg-leaf p-1 has-[input:focus-visible]:border-accent has-[input:focus-visible]:outline-1 has-[input:focus-visible]:outline-accent"
        onSubmit={(event) => {
          event.preventDefault()
          search(text)
        }}
      >
        <input
          type="search"
          value={text}
          maxLength={MAX_QUESTION_CHARACTERS}
          aria-label="Search the documents"
          placeholder="Search by meaning, word or name"
          enterKeyHint="search"
          className="min-h-9 min-w-0 flex-1 bg-transparent px-2 font-serif text-body outline-none placeholder:text-soft"
          onChange={(event) => {
            write(event.target.value)
            // Emptied by its cross or by hand: everything again.
            if (event.target.value === '' && choices.q !== '') search('')
          }}
        />
        <button
          type="submit"
          className="flex h-9 shrink-0 items-center gap-1.5 rounded-chip border border-ink bg-ink px-3 font-strong text-label text-paper"
        >
          <Search size={14} strokeWidth={1.75} aria-hidden="true" />
          Search
        </button>
      </form>
    </search>
  )
}
