/** Gives a conversation a title: Enter and leaving the field keep it, Escape does not. Without one, it has its first question. */
import { useEffect, useRef, useState } from 'react'
import { type Head, LONGEST_TITLE, titleOf } from './head.ts'

interface RenameFormProps {
  head: Head
  /** @param title `undefined` where it stays as it was */
  end: (title: string | undefined) => void
}

export function RenameForm({ head, end }: RenameFormProps) {
  const [title, setTitle] = useState(titleOf(head).slice(0, LONGEST_TITLE))
  const field = useRef<HTMLInputElement>(null)
  const ended = useRef(false)
  useEffect(() => field.current?.select(), [])

  const endWith = (given: string | undefined) => {
    if (ended.current) return
    ended.current = true
    end(given === titleOf(head) ? undefined : given)
  }
  return (
    <form
      className="pr-3 pl-4 py-1 wide:pl-7"
      onSubmit={(event) => {
        event.preventDefault()
        endWith(title)
      }}
    >
      <input
        ref={field}
        value={title}
        maxLength={LONGEST_TITLE}
        aria-label="Title of the conversation"
        placeholder={head.question}
        autoComplete="off"
        enterKeyHint="done"
        className="h-9 w-full rounded-chip border border-edge bg-transparent px-1 font-serif text-note -outline-offset-1 placeholder:text-soft"
        onChange={(event) => setTitle(event.target.value)}
        onBlur={() => endWith(title)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          // In the drawer, Escape would close it.
          event.stopPropagation()
          endWith(undefined)
        }}
      />
    </form>
  )
}
