/** Counts documents by year. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import { yearOf } from '../../corpus/reduced-date.ts'

export interface YearCount {
  year: number
  count: number
}

/**
 * One entry for each year from the first to the last of `span`, including years without documents, so that the counts of two
 * names can be compared. A date of reduced precision ("1968", "1968-10") counts for its year.
 */
export function countByYear(
  documents: readonly ArchiveDocument[],
  span: readonly ArchiveDocument[] = documents,
): YearCount[] {
  const counts = new Map<number, number>()
  for (const { date } of documents) counts.set(yearOf(date), (counts.get(yearOf(date)) ?? 0) + 1)
  if (span.length === 0) return []
  const years = span.map(({ date }) => yearOf(date))
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    year: first + index,
    count: counts.get(first + index) ?? 0,
  }))
}
