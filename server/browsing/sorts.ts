/** The orders of a list. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import { compareDates } from '../../corpus/reduced-date.ts'

export const orders = {
  oldest: (a, b) => compareDates(a.date, b.date),
  newest: (a, b) => compareDates(b.date, a.date),
  title: (a, b) => a.title.localeCompare(b.title, 'en', { numeric: true }),
} satisfies Record<string, (a: ArchiveDocument, b: ArchiveDocument) => number>

export type Order = keyof typeof orders

/** `relevance` is that to the words searched for; without any, the oldest come first. */
export const sorts = ['relevance', 'oldest', 'newest', 'title'] as const
export type Sort = (typeof sorts)[number]
