/** Comparison functions for the sort orders of a document list. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import { compareDates } from '../../corpus/reduced-date.ts'
import type { DocumentOrder } from '../contract/sorts.ts'

export const documentComparators = {
  oldest: (a, b) => compareDates(a.date, b.date),
  newest: (a, b) => compareDates(b.date, a.date),
  title: (a, b) => a.title.localeCompare(b.title, 'en', { numeric: true }),
} satisfies Record<DocumentOrder, (a: ArchiveDocument, b: ArchiveDocument) => number>
