/**
 * The frame of every page: skip link, header, main part. On navigation it moves focus and scroll position, and updates
 * the HTML head.
 */
import { type ReactNode, Suspense, useEffect, useRef, useSyncExternalStore } from 'react'
import { Link, NavLink, Outlet, useLocation, useNavigationType } from 'react-router'
import { useMySources } from '../citing/my-sources.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { IndexNotice } from './IndexNotice.tsx'
import { Skeleton } from './Skeleton.tsx'
import { ThemeToggle } from './ThemeToggle.tsx'
import { useScrollRestoration } from './use-scroll-restoration.ts'

export function Layout() {
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  useFocusNewPage(main, pathname)
  usePageHead(pathname)
  useScrollRestoration()

  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-30 focus:bg-leaf focus:px-3 focus:py-2"
        data-screen-only
      >
        Skip to the content
      </a>
      <header className="z-20 border-rule border-b bg-paper wide:sticky wide:top-0 wide:h-(--head)">
        <div className="flex h-full flex-wrap items-center gap-x-5 px-4 py-2 column:gap-x-7 column:px-8">
          <Link to="/" className="py-1 font-serif text-body italic tracking-[-0.005em]">
            Aide-Mémoire
          </Link>
          <nav
            aria-label="Archive"
            className="flex flex-wrap gap-x-4 text-label max-column:order-last max-column:w-full column:gap-x-6"
          >
            <HeaderLink to="/documents">Documents</HeaderLink>
            <HeaderLink to="/collections">Collections</HeaderLink>
            <HeaderLink to="/people">People</HeaderLink>
            <HeaderLink to="/events">Events</HeaderLink>
            <MySourcesLink />
          </nav>
          <div className="ml-auto" data-screen-only>
            <ThemeToggle />
          </div>
        </div>
      </header>
      <OfflineNotice />
      <IndexNotice />
      <main ref={main} id="main" tabIndex={-1} className="flex flex-1 flex-col outline-none">
        <ErrorBoundary key={pageKey(pathname)} address={pathname}>
          <Suspense fallback={<Skeleton lines={6} label="The page is loading" className="measure m-8" />}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
    </div>
  )
}

function HeaderLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <NavLink
      to={to}
      className="py-1.5 text-soft decoration-1 underline-offset-[0.4em] hover:text-ink hover:underline aria-[current=page]:text-ink aria-[current=page]:underline"
    >
      {children}
    </NavLink>
  )
}

function MySourcesLink() {
  const { sources } = useMySources()
  return (
    <HeaderLink to="/my-sources">
      My sources
      {sources.length > 0 ? <span className="tabular"> {sources.length}</span> : null}
    </HeaderLink>
  )
}

/** The React key of a page. All conversations share one, so that their sidebar is not mounted again. */
function pageKey(pathname: string): string {
  return pathname.startsWith('/c/') ? '/' : pathname
}

/**
 * After navigation, scrolls to the top and moves the focus to the main part, unless the new page has set the focus
 * itself (e.g. into the question field). `useScrollRestoration` handles going back.
 */
function useFocusNewPage(main: React.RefObject<HTMLElement | null>, pathname: string) {
  const kind = useNavigationType()
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true })
    if (kind !== 'POP') window.scrollTo(0, 0)
  }, [main, pathname, kind])
}

/** Whether the server runs on the user's own machine (RFC 6761, RFC 1122). */
const isLocalServer = /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(window.location.hostname)

/** A notice that the device is offline, and what still works: a local server still answers. */
function OfflineNotice() {
  const online = useSyncExternalStore(onOnlineChange, () => navigator.onLine)
  return (
    <div role="status" data-screen-only>
      {online ? null : (
        <p className="border-rule border-b px-4 py-2 text-label text-soft column:px-8">
          This device is offline.{' '}
          {isLocalServer
            ? 'The archive is on it and answers still; the originals, and all else beyond this device, need the network.'
            : 'What is on the page stays; all else needs the network.'}
        </p>
      )}
    </div>
  )
}

function onOnlineChange(changed: () => void) {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}

/** The path that the HTML head currently describes. */
let headPath = window.location.pathname

/**
 * Updates the head elements that the server wrote into the HTML (canonical address, citation tags, COinS; see
 * server/page/) after navigation without a reload. Otherwise Zotero would save the document that was opened first.
 */
function usePageHead(path: string) {
  useEffect(() => {
    if (path === headPath) return
    headPath = ''
    for (const element of document.querySelectorAll('[data-head]')) element.remove()
    const aborter = new AbortController()
    fetchHead(path, aborter.signal).then(
      (elements) => {
        headPath = path
        document.head.append(...elements.filter(({ localName }) => localName !== 'span'))
        document.body.append(...elements.filter(({ localName }) => localName === 'span'))
        // Makes Zotero's connector read the page again (https://www.zotero.org/support/dev/exposing_metadata).
        document.dispatchEvent(new Event('ZoteroItemUpdated', { bubbles: true, cancelable: true }))
      },
      // If the request fails there are no head elements, which is better than wrong ones. The page itself reports the error.
      () => {},
    )
    return () => aborter.abort()
  }, [path])
}

async function fetchHead(path: string, signal: AbortSignal): Promise<Element[]> {
  const response = await fetch(path, { signal, headers: { accept: 'text/html' } })
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  return [...page.querySelectorAll('[data-head]')].map((element) => document.importNode(element, true))
}
