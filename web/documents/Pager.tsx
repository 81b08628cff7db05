/**
 * The pager of a list: links to the other pages, a notice beyond the last page, and scrolling to the top of the list.
 */
import { type RefObject, useEffect, useRef } from 'react'
import { Link, useLocation, useNavigationType } from 'react-router'
import { PAGE_SIZE, pageBefore, pageNumbers } from './paging.ts'

interface PagerProps {
  offset: number
  /** Documents on a page. */
  limit?: number
  total: number
  /** The address of the page that starts at an offset. */
  to: (offset: number) => string
}

const STEP_CLASSES =
  'inline-flex min-h-8 items-center text-soft underline-offset-4 hover:text-ink hover:underline'

export function Pager({ offset, limit = PAGE_SIZE, total, to }: PagerProps) {
  const count = Math.ceil(total / limit)
  const current = Math.floor(offset / limit) + 1
  const before = pageBefore(current, count)
  if (count <= 1) return null
  const address = (page: number) => to((page - 1) * limit)
  return (
    <nav
      aria-label="Pages"
      className="tabular flex flex-wrap items-center gap-x-1 gap-y-1 py-6 text-label"
      data-screen-only
    >
      {before ? (
        <Link to={address(before)} state={toTopOfListState} rel="prev" className={`${STEP_CLASSES} mr-3`}>
          Previous
        </Link>
      ) : null}
      {pageNumbers(current, count).map((page, index, pages) =>
        page === undefined ? (
          <span key={`before-${pages[index + 1]}`} className="px-1 text-soft">
            …
          </span>
        ) : (
          <Link
            key={page}
            to={address(page)}
            state={toTopOfListState}
            aria-label={`Page ${page}`}
            aria-current={page === current ? 'page' : undefined}
            className={`${STEP_CLASSES} min-w-8 justify-center aria-[current=page]:font-strong aria-[current=page]:text-ink`}
          >
            {page}
          </Link>
        ),
      )}
      {current < count ? (
        <Link
          to={address(current + 1)}
          state={toTopOfListState}
          rel="next"
          className={`${STEP_CLASSES} ml-3`}
        >
          Next
        </Link>
      ) : null}
    </nav>
  )
}

/** Shown for an offset after the last page. @param first the address of the first page */
export function BeyondTheEnd({ first }: { first: string }) {
  return (
    <p className="py-8 text-note text-soft">
      Nothing stands on this page of the list.{' '}
      <Link to={first} state={toTopOfListState} className="link">
        Go to the first page
      </Link>
    </p>
  )
}

/** The state of a link that changes the list's documents: see `useTopOfList`. */
export const toTopOfListState = { toTopOfList: true }

/**
 * After a link with the state `toTopOfListState`, scrolls to the top of the list and moves the focus there, for keyboards
 * and screen readers. `useScrollRestoration` handles going back.
 * @returns the ref for the list's element, which must be focusable
 */
export function useTopOfList(): RefObject<HTMLElement | null> {
  const list = useRef<HTMLElement>(null)
  const { key, state } = useLocation()
  const kind = useNavigationType()
  const shown = useRef(key)
  useEffect(() => {
    if (shown.current === key) return
    shown.current = key
    if (kind === 'POP' || !state?.toTopOfList) return
    list.current?.focus({ preventScroll: true })
    list.current?.scrollIntoView()
  }, [key, kind, state])
  return list
}
