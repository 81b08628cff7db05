/** The orders of "my sources", named in the address. */
import { compareTitles } from '../../corpus/citation/title-order.ts'
import type { ArchiveDocument } from '../../corpus/document.ts'
import { compareDates } from '../../corpus/reduced-date.ts'

export const orders = ['added', 'date', 'title'] as const
export type Order = (typeof orders)[number]

export function readOrder(params: URLSearchParams): Order {
  return orders.find((order) => order === params.get('sort')) ?? 'added'
}

/** @param documents in the order in which they were added. */
export function inOrder(documents: readonly ArchiveDocument[], order: Order): readonly ArchiveDocument[] {
  if (order === 'date') return documents.toSorted((a, b) => compareDates(a.date, b.date))
  if (order === 'title') return documents.toSorted((a, b) => compareTitles(a.title, b.title))
  return documents
}
