/** Documents counted by year: every year of the archive, so that the counts of two names can be laid side by side. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import { yearOf } from '../../corpus/reduced-date.ts'

export interface YearCount {
  year: number
  count: number
}

/** By the rule of overlap: a date of reduced precision ("1968", "1968-10") lies in its year whole, and counts there. */
export function countByYear(
  documents: readonly ArchiveDocument[],
  archive: readonly ArchiveDocument[],
): YearCount[] {
  const counts = new Map<number, number>()
  for (const { date } of documents) counts.set(yearOf(date), (counts.get(yearOf(date)) ?? 0) + 1)
  const years = archive.map(({ date }) => yearOf(date))
  if (years.length === 0) return []
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return Array.from({ length: last - first + 1 }, (_, place) => ({
    year: first + place,
    count: counts.get(first + place) ?? 0,
  }))
}
