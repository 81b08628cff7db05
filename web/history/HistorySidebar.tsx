/**
 * Shows the list of conversations: in a sidebar that can be folded away, or in a drawer on narrow screens; and the
 * button that opens it. The list itself is loaded when the page is idle, since asking a question does not need it.
 */
import { PanelLeft, PanelLeftClose } from 'lucide-react'
import { lazy, Suspense, useSyncExternalStore } from 'react'
import { rememberedChoice } from '../page/remembered-choice.ts'
import { Skeleton } from '../page/Skeleton.tsx'
import { useWideScreen } from '../page/use-wide-screen.ts'

const showListNotLoaded = () => ({ default: ListNotLoaded })
const ConversationList = lazy(async () => {
  await whenIdle()
  return import('./ConversationList.tsx').catch(showListNotLoaded)
})
const HistoryDrawer = lazy(() => import('./HistoryDrawer.tsx').catch(showListNotLoaded))

/** At this width, list, text and sources fit beside each other; on narrower screens the list is folded at first. */
const THREE_COLUMN_SCREEN = window.matchMedia('(min-width: 80rem)')

const sidebarState = rememberedChoice(
  'aide-memoire.conversations-at-the-side',
  ['open', 'folded'] as const,
  THREE_COLUMN_SCREEN.matches ? 'open' : 'folded',
)

/** @param current the id of the open conversation */
export function HistorySidebar({ current }: { current: string | undefined }) {
  const wide = useWideScreen()
  const folded = sidebarState.use() === 'folded'
  const drawerOpen = useDrawerOpen()
  if (!wide)
    return drawerOpen ? (
      <Suspense>
        <HistoryDrawer current={current} close={() => setDrawerOpen(false)} />
      </Suspense>
    ) : null
  if (folded) return null
  return (
    <aside
      aria-labelledby="conversations"
      data-screen-only
      className="sticky top-(--head) flex h-[calc(100dvh-var(--head))] w-64 shrink-0 flex-col border-rule border-r"
    >
      <div className="flex items-center justify-between pt-6 pr-2 pl-5 wide:pl-8">
        <h2 id="conversations" className="font-strong text-label">
          Conversations
        </h2>
        <button
          type="button"
          aria-label="Fold the conversations away"
          title="Fold the conversations away"
          className="grid size-8 place-items-center text-soft hover:text-ink"
          onClick={() => {
            sidebarState.choose('folded')
            focusNextFrame('[data-shows-conversations]')
          }}
        >
          <PanelLeftClose size={16} strokeWidth={1.5} aria-hidden="true" />
        </button>
      </div>
      <Suspense
        fallback={
          <Skeleton lines={5} label="The conversations are loading" className="pr-4 pl-5 wide:pl-8 py-4" />
        }
      >
        <ConversationList current={current} />
      </Suspense>
    </aside>
  )
}

/** Opens the list; not rendered while the sidebar is open. */
export function HistoryButton() {
  const wide = useWideScreen()
  const folded = sidebarState.use() === 'folded'
  const drawerOpen = useDrawerOpen()
  if (wide && !folded) return null
  return (
    <button
      type="button"
      data-shows-conversations
      className="quiet"
      aria-haspopup={wide ? undefined : 'dialog'}
      aria-expanded={wide ? false : drawerOpen}
      onClick={() => {
        if (!wide) return setDrawerOpen(true)
        sidebarState.choose('open')
        focusNextFrame('[aria-labelledby=conversations] button')
      }}
    >
      <PanelLeft size={14} strokeWidth={1.75} aria-hidden="true" />
      Conversations
    </button>
  )
}

let drawerOpen = false
const drawerListeners = new Set<() => void>()

function setDrawerOpen(open: boolean) {
  drawerOpen = open
  for (const listener of drawerListeners) listener()
}

function useDrawerOpen(): boolean {
  return useSyncExternalStore(
    (listener) => {
      drawerListeners.add(listener)
      return () => drawerListeners.delete(listener)
    },
    () => drawerOpen,
  )
}

/** By the next frame, the pressed button is gone and its counterpart is rendered. */
function focusNextFrame(selector: string) {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus())
}

function ListNotLoaded(_props: { current: string | undefined }) {
  return (
    <p role="status" className="pr-4 pl-5 wide:pl-8 py-4 text-label text-soft">
      The list could not be fetched. Load the page again once the server answers.
    </p>
  )
}

/** Safari has no `requestIdleCallback`. */
function whenIdle(): Promise<unknown> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(resolve, { timeout: 1000 })
    else setTimeout(resolve, 200)
  })
}
