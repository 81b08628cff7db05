/** Links to the other pages of a list. */
import { Link } from 'react-router'
import { PAGE_SIZE, pageBefore, pageNumbers } from './paging.ts'
import { toTop } from './use-top-of-list.ts'

interface PagerProps {
  offset: number
  /** Documents on a page. */
  limit?: number
  total: number
  /** The address of the page that begins at an offset. */
  to: (offset: number) => string
}

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
        <Link to={address(before)} state={toTop} rel="prev" className={`${STEP} mr-3`}>
          Previous
        </Link>
      ) : null}
      {pageNumbers(current, count).map((page, index) =>
        page === undefined ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a gap has no identity but its place
          <span key={`gap-${index}`} className="px-1 text-soft">
            …
          </span>
        ) : (
          <Link
            key={page}
            to={address(page)}
            state={toTop}
            aria-label={`Page ${page}`}
            aria-current={page === current ? 'page' : undefined}
            className={`${STEP} min-w-8 justify-center aria-[current=page]:font-strong aria-[current=page]:text-ink`}
          >
            {page}
          </Link>
        ),
      )}
      {current < count ? (
        <Link to={address(current + 1)} state={toTop} rel="next" className={`${STEP} ml-3`}>
          Next
        </Link>
      ) : null}
    </nav>
  )
}

const STEP = 'inline-flex min-h-8 items-center text-soft underline-offset-4 hover:text-ink hover:underline'
