/** The list of conversations: new conversation, search, conversations by date, export and import. */
import { Plus } from 'lucide-react'
import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { ConversationRow } from './ConversationRow.tsx'
import { ConversationSearchField, useConversationSearch } from './ConversationSearchField.tsx'
import { FileActions } from './FileActions.tsx'
import { groupByDate } from './group-by-date.ts'
import { type HistoryState, useHistory } from './history-state.ts'
import { useHistoryActions } from './use-history-actions.ts'

interface ConversationListProps {
  current: string | undefined
  /** Called when the user goes to a conversation. */
  onGo?: () => void
}

/** In the sidebar the list stays open; the focus moves to the opened conversation. */
const focusMain = () => document.getElementById('main')?.focus({ preventScroll: true })

export default function ConversationList({ current, onGo = focusMain }: ConversationListProps) {
  const { heads, storageProblem, unsaved, deleted } = useHistory()
  const { failed, preloadStorage, ...actions } = useHistoryActions()
  const { text, setText, query, matches } = useConversationSearch(heads, actions.readSearchTexts)
  const [openRow, setOpenRow] = useState<string | undefined>()
  const { tabStop, onFocus, onKeyDown } = useArrowKeys(
    matches.map(({ head }) => head.id),
    current,
  )
  const navigate = useNavigate()
  const newConversation = useRef<HTMLAnchorElement>(null)

  const remove = (id: string) => {
    focusNeighbour(id)
    setOpenRow(undefined)
    // The state `inList` keeps the focus in the list.
    if (id === current) navigate('/', { state: { inList: true } })
    void actions.remove(id)
  }
  const undo = async () => {
    const id = deleted?.id
    await actions.undoDelete()
    if (id === undefined) return
    if (current === undefined) {
      navigate(`/c/${id}`)
      onGo()
      return
    }
    // The button is gone, and the row is drawn one frame later. A search may still hide the row.
    requestAnimationFrame(() => (linkOf(id) ?? newConversation.current)?.focus())
  }
  const hasConversations = heads !== undefined && heads.length > 0

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only preloads the code that its buttons use
    <div className="flex min-h-0 flex-1 flex-col" onPointerEnter={preloadStorage} onFocus={preloadStorage}>
      <div className="pr-4 pl-5 wide:pl-8 pt-1 pb-2">
        <Link ref={newConversation} to="/" className="quiet text-ink" onClick={onGo}>
          <Plus size={14} strokeWidth={1.75} aria-hidden="true" />
          New conversation
        </Link>
        {hasConversations ? (
          <ConversationSearchField
            value={text}
            change={setText}
            matches={query ? matches.length : undefined}
          />
        ) : null}
      </div>
      <Notices
        storageProblem={storageProblem}
        failed={failed}
        deleted={deleted?.title}
        undo={() => void undo()}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move through the links in it */}
      <div
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain pb-4"
        onFocus={onFocus}
        onKeyDown={onKeyDown}
      >
        {groupByDate(matches, Date.now()).map(({ name, items }) => (
          <section key={name} aria-label={name}>
            <h3 className="pr-4 pl-5 wide:pl-8 pt-3 pb-1 text-label text-soft">{name}</h3>
            <ul>
              {items.map(({ head, excerpt }) => (
                <ConversationRow
                  key={head.id}
                  head={head}
                  excerpt={excerpt}
                  current={head.id === current}
                  saved={!unsaved.has(head.id)}
                  tabStop={head.id === tabStop}
                  open={head.id === openRow}
                  setOpen={(open) => setOpenRow(open ? head.id : undefined)}
                  rename={(title) => void actions.rename(head.id, title)}
                  exportOne={() => void actions.exportOne(head.id)}
                  remove={() => remove(head.id)}
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
        {query && matches.length === 0 ? (
          <p className="pr-4 pl-5 wide:pl-8 pt-2 text-label text-soft">
            No conversation has all of these words. Try fewer, or the beginning of one.
          </p>
        ) : null}
      </div>
      <FileActions exportAll={hasConversations ? () => void actions.exportAll() : undefined} />
    </div>
  )
}

const STORAGE_PROBLEMS = {
  full: 'The browser’s storage is full: what you ask now is lost when the page is closed. Delete conversations, or export them.',
  off: 'The browser’s storage is switched off: what you ask is lost when the page is closed.',
}

interface NoticesProps {
  storageProblem: HistoryState['storageProblem']
  /** True when an action failed because its code could not be loaded. */
  failed: boolean
  /** The title of the deleted conversation. */
  deleted: string | undefined
  undo: () => void
}

function Notices({ storageProblem, failed, deleted, undo }: NoticesProps) {
  return (
    <div role="status" className="pr-4 pl-5 wide:pl-8 text-label">
      {storageProblem ? (
        <p className="mb-1 border-ink border-l-2 py-1 pl-3 text-soft">{STORAGE_PROBLEMS[storageProblem]}</p>
      ) : null}
      {failed ? (
        <p className="mb-1 border-ink border-l-2 py-1 pl-3 text-soft">
          This could not be done: the server does not answer. Try again.
        </p>
      ) : null}
      {deleted !== undefined ? (
        <p className="mb-1 border-ink border-l-2 py-1 pl-3">
          <span className="line-clamp-2 text-soft">Deleted: “{deleted}”</span>
          <button type="button" className="quiet link" onClick={undo}>
            Undo
          </button>
        </p>
      ) : null}
    </div>
  )
}

/**
 * Roving tabindex (WAI-ARIA practices): one Tab stop in a list of hundreds of rows, arrow keys move between rows.
 * @param ids the rows' ids, in order. @param current the row with the Tab stop until a row has had the focus
 */
function useArrowKeys(ids: readonly string[], current: string | undefined) {
  const [last, setLast] = useState<string | undefined>()
  const tabStop = [last, current].find((id) => id !== undefined && ids.includes(id)) ?? ids[0]

  const onFocus = ({ target }: FocusEvent) =>
    setLast(target.closest<HTMLElement>('[data-conversation]')?.dataset.conversation)
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLAnchorElement)) return
    const links = rows().flatMap((row) => row.querySelector('a') ?? [])
    const at = links.indexOf(event.target)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key]
    if (to === undefined || !links[to]) return
    event.preventDefault()
    links[to].focus()
  }
  return { tabStop, onFocus, onKeyDown }
}

/** Before a row is removed, moves the focus to the next row, or else to the previous one. */
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
