/** The frame of every page: skip link, head, main part; moves focus and scroll when the reader goes elsewhere. */
import { type ReactNode, Suspense, useEffect, useRef } from 'react'
import { Link, NavLink, Outlet, useLocation, useNavigationType } from 'react-router'
import { useMySources } from '../citing/my-sources.ts'
import { FaultBoundary } from './FaultBoundary.tsx'
import { OfflineNotice } from './OfflineNotice.tsx'
import { Skeleton } from './Skeleton.tsx'
import { ThemeToggle } from './ThemeToggle.tsx'
import { usePageHead } from './use-page-head.ts'

export function Layout() {
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  useArrival(main, pathname)
  usePageHead(pathname)

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
            <Place to="/documents">Documents</Place>
            <Place to="/collections">Collections</Place>
            <Place to="/people">People</Place>
            <Place to="/events">Events</Place>
            <MySourcesPlace />
          </nav>
          <div className="ml-auto" data-screen-only>
            <ThemeToggle />
          </div>
        </div>
      </header>
      <OfflineNotice />
      <main ref={main} id="main" tabIndex={-1} className="flex flex-1 flex-col outline-none">
        <FaultBoundary key={placeOf(pathname)} at={pathname}>
          <Suspense fallback={<Skeleton lines={6} label="The page is loading" className="measure m-8" />}>
            <Outlet />
          </Suspense>
        </FaultBoundary>
      </main>
    </div>
  )
}

function Place({ to, children }: { to: string; children: ReactNode }) {
  return (
    <NavLink
      to={to}
      className="py-1.5 text-soft decoration-1 underline-offset-[0.4em] hover:text-ink hover:underline aria-[current=page]:text-ink aria-[current=page]:underline"
    >
      {children}
    </NavLink>
  )
}

function MySourcesPlace() {
  const { sources } = useMySources()
  return (
    <Place to="/my-sources">
      My sources
      {sources.length > 0 ? <span className="tabular"> {sources.length}</span> : null}
    </Place>
  )
}

/** All conversations are one place, with their list at its side. */
function placeOf(pathname: string): string {
  return pathname.startsWith('/c/') ? '/' : pathname
}

/**
 * A new page begins at its top and for a screen reader at its main part, unless it put the focus somewhere in it, as
 * into the question field; going back keeps the browser's place.
 */
function useArrival(main: React.RefObject<HTMLElement | null>, pathname: string) {
  const kind = useNavigationType()
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true })
    if (kind !== 'POP') window.scrollTo(0, 0)
  }, [main, pathname, kind])
}
