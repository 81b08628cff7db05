/** A conversation in the list: its title as a link, and a menu with rename, export and delete. */
import { Ellipsis } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { Link } from 'react-router'
import { type ConversationHead, conversationTitle, MAX_TITLE_CHARACTERS } from './conversation-head.ts'

interface ConversationRowProps {
  head: ConversationHead
  /** The excerpt that contains the searched words. */
  excerpt: string | undefined
  current: boolean
  saved: boolean
  /** True for the only row that Tab reaches; arrow keys move to the others. */
  tabStop: boolean
  open: boolean
  setOpen: (open: boolean) => void
  rename: (title: string) => void
  exportOne: () => void
  remove: () => void
  onGo: () => void
}

export function ConversationRow(props: ConversationRowProps) {
  const { head, excerpt, current, saved, tabStop, open, setOpen, rename, exportOne, remove, onGo } = props
  const [renaming, setRenaming] = useState(false)
  const link = useRef<HTMLAnchorElement>(null)
  const actionsId = useId()
  const title = conversationTitle(head)
  const tabIndex = tabStop ? 0 : -1

  const endRenaming = (given: string | undefined) => {
    setRenaming(false)
    setOpen(false)
    if (given !== undefined) rename(given)
    requestAnimationFrame(() => link.current?.focus())
  }

  return (
    // There may be hundreds of rows: those out of view are not laid out.
    <li
      data-conversation={head.id}
      className={`[contain-intrinsic-size:auto_2.5rem] [content-visibility:auto] ${current ? 'bg-wash' : ''}`}
    >
      {renaming ? (
        <RenameForm head={head} end={endRenaming} />
      ) : (
        <div className="flex items-start">
          <Link
            ref={link}
            to={`/c/${head.id}`}
            tabIndex={tabIndex}
            aria-current={current ? 'page' : undefined}
            className="min-w-0 flex-1 py-1.5 pl-5 wide:pl-8 font-serif text-note leading-snug -outline-offset-2 hover:text-accent aria-[current=page]:font-strong"
            onClick={onGo}
          >
            <span className="line-clamp-3 break-words">{title}</span>
            {excerpt ? <span className="line-clamp-2 text-label text-soft">{excerpt}</span> : null}
            {saved ? null : <span className="block font-sans text-label text-soft">not kept</span>}
          </Link>
          <button
            type="button"
            tabIndex={tabIndex}
            aria-label={`What to do with “${title}”`}
            aria-expanded={open}
            aria-controls={open ? actionsId : undefined}
            className="mt-0.5 mr-2 grid size-8 shrink-0 place-items-center text-soft -outline-offset-2 hover:text-ink"
            onClick={() => setOpen(!open)}
          >
            <Ellipsis size={16} strokeWidth={1.5} aria-hidden="true" />
          </button>
        </div>
      )}
      {open && !renaming ? (
        <div id={actionsId} className="flex flex-wrap gap-x-4 pb-1.5 pl-5 wide:pl-8">
          <button type="button" className="quiet -outline-offset-1" onClick={() => setRenaming(true)}>
            Rename
          </button>
          <button type="button" className="quiet -outline-offset-1" onClick={exportOne}>
            Export
          </button>
          <button type="button" className="quiet -outline-offset-1" onClick={remove}>
            Delete
          </button>
        </div>
      ) : null}
    </li>
  )
}

interface RenameFormProps {
  head: ConversationHead
  /** @param title `undefined` if unchanged */
  end: (title: string | undefined) => void
}

/** Enter and leaving the field save the title; Escape does not. An empty title becomes the first question. */
function RenameForm({ head, end }: RenameFormProps) {
  const [title, setTitle] = useState(conversationTitle(head).slice(0, MAX_TITLE_CHARACTERS))
  const field = useRef<HTMLInputElement>(null)
  const ended = useRef(false)
  useEffect(() => field.current?.select(), [])

  const endWith = (given: string | undefined) => {
    if (ended.current) return
    ended.current = true
    end(given === conversationTitle(head) ? undefined : given)
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
        maxLength={MAX_TITLE_CHARACTERS}
        aria-label="Title of the conversation"
        placeholder={head.question}
        autoComplete="off"
        enterKeyHint="done"
        className="h-9 w-full rounded-chip border border-edge bg-transparent px-1 font-serif text-note -outline-offset-1 placeholder:text-soft"
        onChange={(event) => setTitle(event.target.value)}
        onBlur={() => endWith(title)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          // Otherwise Escape would also close the drawer.
          event.stopPropagation()
          endWith(undefined)
        }}
      />
    </form>
  )
}
