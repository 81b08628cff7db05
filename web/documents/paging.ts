/** Paging of a list: offset from the address, page numbers, and the range as text. */
import { MAX_LIST_OFFSET } from '../../server/contract/limits.ts'
import type { PageRange } from '../queries.ts'

/** The page sizes that the user can choose from; the default is `PAGE_SIZE`. */
export const PAGE_SIZES = [10, 25, 50] as const
export type PageSize = (typeof PAGE_SIZES)[number]
export const PAGE_SIZE: PageSize = 25

/** The offset in the address, rounded down to the start of its page; 0 if it is not a valid number. */
export function readOffset(params: URLSearchParams, size: number = PAGE_SIZE): number {
  const given = Number(params.get('offset') ?? 0)
  if (!Number.isSafeInteger(given) || given <= 0) return 0
  const offset = Math.min(given, MAX_LIST_OFFSET)
  return offset - (offset % size)
}

/** @example rangeInWords({ offset: 380, limit: 20 }, 913) // '381–400 of 913' */
export function rangeInWords({ offset, limit }: PageRange, total: number): string {
  if (offset >= total) return `Beyond the last of ${total}`
  const last = Math.min(offset + limit, total)
  return last === offset + 1 ? `${last} of ${total}` : `${offset + 1}–${last} of ${total}`
}

/** The number (from 1) of the previous page; the last page if `current` is beyond it. */
export function pageBefore(current: number, count: number): number | undefined {
  const page = Math.min(current - 1, count)
  return page >= 1 ? page : undefined
}

/**
 * The numbers (from 1) of the pages to link; `undefined` marks a gap.
 * @example pageNumbers(5, 9) // [1, undefined, 4, 5, 6, undefined, 9]
 */
export function pageNumbers(current: number, count: number): (number | undefined)[] {
  const wanted = [1, current - 1, current, current + 1, count].filter((page) => page >= 1 && page <= count)
  const numbers: (number | undefined)[] = []
  for (const page of [...new Set(wanted)].sort((a, b) => a - b)) {
    const last = numbers.at(-1) ?? 0
    if (page === last + 2) numbers.push(page - 1)
    else if (page > last + 2) numbers.push(undefined)
    numbers.push(page)
  }
  return numbers
}
