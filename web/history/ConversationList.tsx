/** The list: a new conversation, finding by words, the conversations by date, and their file. */
import { Plus } from 'lucide-react'
import { useCallback, useDeferredValue, useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { downloadConversations } from './as-file.ts'
import { groupByDate } from './by-date.ts'
import { ConversationRow } from './ConversationRow.tsx'
import { FileActions } from './FileActions.tsx'
import { FindField } from './FindField.tsx'
import { findByWords } from './find-words.ts'
import type { Head } from './head.ts'
import { ListNotices } from './ListNotices.tsx'
import { useArrowKeys } from './use-arrow-keys.ts'
import { useKeeping } from './use-keeping.ts'
import { useShelf, useWords } from './use-shelf.ts'

interface ConversationListProps {
  current: string | undefined
  /** Called when the reader goes to a conversation. */
  onGo?: () => void
}

const NONE: readonly Head[] = []

/** At the side, the list stays: the reader goes on in what was opened. */
const toMain = () => document.getElementById('main')?.focus({ preventScroll: true })

export default function ConversationList({ current, onGo = toMain }: ConversationListProps) {
  const { heads, trouble, unkept, deleted } = useShelf()
  const { withKeeping, failed, prepare } = useKeeping()
  const [wanted, setWanted] = useState('')
  const query = useDeferredValue(wanted.trim())
  const readWords = useCallback(() => withKeeping((keeping) => keeping.allWords()), [withKeeping])
  const words = useWords(query !== '', heads, readWords)
  const found = findByWords(heads ?? NONE, query, words)
  const [openRow, setOpenRow] = useState<string | undefined>()
  const { list, stop, onFocus, onKeyDown } = useArrowKeys(
    found.map(({ head }) => head.id),
    current,
  )
  const navigate = useNavigate()
  const start = useRef<HTMLAnchorElement>(null)

  const removeRow = (id: string) => {
    focusNeighbour(id)
    setOpenRow(undefined)
    // The reader stays in the list.
    if (id === current) navigate('/', { state: { inList: true } })
    void withKeeping((keeping) => keeping.remove(id))
  }
  const undo = async () => {
    const id = deleted?.id
    await withKeeping((keeping) => keeping.undoRemove())
    if (id === undefined) return
    if (current === undefined) {
      navigate(`/c/${id}`)
      onGo()
      return
    }
    // The button is gone, and the row is drawn a frame later; words to find may still leave it out.
    requestAnimationFrame(() => (linkOf(id) ?? start.current)?.focus())
  }

  const exportOne = async (id: string) => {
    const conversation = await withKeeping((keeping) => keeping.read(id))
    if (conversation) downloadConversations([conversation])
  }
  const exportAll = async () => {
    const conversations = await withKeeping((keeping) => keeping.readAll())
    if (conversations) downloadConversations(conversations)
  }
  const any = heads !== undefined && heads.length > 0

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only fetches ahead what its buttons will use
    <div className="flex min-h-0 flex-1 flex-col" onPointerEnter={prepare} onFocus={prepare}>
      <div className="pr-4 pl-5 wide:pl-8 pt-1 pb-2">
        <Link ref={start} to="/" className="quiet text-ink" onClick={onGo}>
          <Plus size={14} strokeWidth={1.75} aria-hidden="true" />
          New conversation
        </Link>
        {any ? (
          <FindField value={wanted} change={setWanted} found={query ? found.length : undefined} />
        ) : null}
      </div>
      <ListNotices trouble={trouble} failed={failed} deleted={deleted?.title} undo={() => void undo()} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys lead through the links in it */}
      <div
        ref={list}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain pb-4"
        onFocus={onFocus}
        onKeyDown={onKeyDown}
      >
        {groupByDate(found, Date.now()).map(({ name, items }) => (
          <section key={name} aria-label={name}>
            <h3 className="pr-4 pl-5 wide:pl-8 pt-3 pb-1 text-label text-soft">{name}</h3>
            <ul>
              {items.map(({ head, excerpt }) => (
                <ConversationRow
                  key={head.id}
                  head={head}
                  excerpt={excerpt}
                  current={head.id === current}
                  kept={!unkept.has(head.id)}
                  tabStop={head.id === stop}
                  open={head.id === openRow}
                  setOpen={(open) => setOpenRow(open ? head.id : undefined)}
                  rename={(title) => void withKeeping((keeping) => keeping.rename(head.id, title))}
                  exportOne={() => void exportOne(head.id)}
                  remove={() => removeRow(head.id)}
                  onGo={onGo}
                />
              ))}
            </ul>
          </section>
        ))}
        {heads?.length === 0 ? (
          <p className="pr-4 pl-5 wide:pl-8 pt-2 text-label text-soft">
            What you ask will be listed here. It is kept in this browser and nowhere else.
          </p>
        ) : null}
        {query && found.length === 0 ? (
          <p className="pr-4 pl-5 wide:pl-8 pt-2 text-label text-soft">
            No conversation has all of these words. Try fewer, or the beginning of one.
          </p>
        ) : null}
      </div>
      <FileActions exportAll={any ? () => void exportAll() : undefined} />
    </div>
  )
}

/** The row is about to go: who stood on it with a keyboard stands on the next one. */
function focusNeighbour(id: string) {
  const all = rows()
  const at = all.findIndex((row) => row.dataset.conversation === id)
  const neighbour = all[at + 1] ?? all[at - 1]
  neighbour?.querySelector('a')?.focus()
}

function linkOf(id: string): HTMLElement | null | undefined {
  return rows()
    .find((row) => row.dataset.conversation === id)
    ?.querySelector('a')
}

function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-conversation]')]
}
