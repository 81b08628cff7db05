/** Pages of a list: from the address and back, and in words. */
import { MAX_LIST_OFFSET } from '../../server/contract/limits.ts'
import type { Page } from '../queries.ts'

/** Documents that a page of a list can have, and has unless the reader chooses. */
export const PAGE_SIZES = [10, 25, 50] as const
export type PageSize = (typeof PAGE_SIZES)[number]
export const PAGE_SIZE: PageSize = 25

/** The offset in an address, moved to the beginning of its page; what is no number is the first page. */
export function readOffset(params: URLSearchParams, size: number = PAGE_SIZE): number {
  const given = Number(params.get('offset') ?? 0)
  if (!Number.isSafeInteger(given) || given <= 0) return 0
  const offset = Math.min(given, MAX_LIST_OFFSET)
  return offset - (offset % size)
}

/** "381–400 of 913". */
export function rangeInWords({ offset, limit }: Page, total: number): string {
  if (offset >= total) return `Beyond the last of ${total}`
  const last = Math.min(offset + limit, total)
  return last === offset + 1 ? `${last} of ${total}` : `${offset + 1}–${last} of ${total}`
}

/** The number of the page to go back to, from 1; beyond the end that is the last one. */
export function pageBefore(current: number, count: number): number | undefined {
  const page = Math.min(current - 1, count)
  return page >= 1 ? page : undefined
}

/** The numbers of the pages to link, from 1; `undefined` stands for those left out between. */
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
