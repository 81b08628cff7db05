/**
 * The conversations at the side of the one that is open; where there is no room, in a drawer. The list itself is
 * fetched when the page has nothing better to do: a question can be asked without it.
 */
import { PanelLeftClose } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { Skeleton } from '../page/Skeleton.tsx'
import { useWideScreen } from '../page/use-wide-screen.ts'
import { ListNotFetched } from './ListNotFetched.tsx'
import { setFolded, useSide } from './side.ts'

const notFetched = () => ({ default: ListNotFetched })
const ConversationList = lazy(async () => {
  await idle()
  return import('./ConversationList.tsx').catch(notFetched)
})
const HistoryDrawer = lazy(() => import('./HistoryDrawer.tsx').catch(notFetched))

/** @param current the id of the conversation that is open */
export function HistorySide({ current }: { current: string | undefined }) {
  const wide = useWideScreen()
  const { folded, drawerOpen } = useSide()
  if (!wide)
    return drawerOpen ? (
      <Suspense>
        <HistoryDrawer current={current} />
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
            setFolded(true)
            // The button that brings them back stands elsewhere.
            requestAnimationFrame(() =>
              document.querySelector<HTMLElement>('[data-shows-conversations]')?.focus(),
            )
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

/** Safari has no `requestIdleCallback`. */
function idle(): Promise<unknown> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(resolve, { timeout: 1000 })
    else setTimeout(resolve, 200)
  })
}
