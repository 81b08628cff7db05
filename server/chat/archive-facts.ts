/** Facts about a catalog in words: its numbers of documents, years, decades and publishers. */
import type { Catalog } from '../../corpus/catalog.ts'
import type { ArchiveDocument } from '../../corpus/document.ts'
import { yearOf } from '../../corpus/reduced-date.ts'

/** @example (913, 'document') → "913 documents" */
export function countWithNoun(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? noun : `${noun}s`}`
}

/** "1945 to 2000"; undefined for a catalog without documents. */
export function yearRange({ documents }: Pick<Catalog, 'documents'>): string | undefined {
  const [first, last] = [documents.at(0), documents.at(-1)].map((end) => end && yearOf(end.date))
  if (first === undefined || last === undefined) return undefined
  return first === last ? String(first) : `${first} to ${last}`
}

/** "31 of the 1940s, 280 of the 1950s and 268 of the 1960s" */
export function countsByDecade({ documents }: Pick<Catalog, 'documents'>): string {
  const counts = countBy(documents, ({ date }) => `${Math.floor(yearOf(date) / 10)}0s`)
  return joinWithAnd(
    [...counts].sort(([a], [b]) => a.localeCompare(b)).map(([decade, count]) => `${count} of the ${decade}`),
  )
}

/** Years between the first and the last document that have no document. */
export function yearsWithoutDocuments({ documents }: Pick<Catalog, 'documents'>): number[] {
  const years = new Set(documents.map(({ date }) => yearOf(date)))
  const [first = 0, last = -1] = [Math.min(...years), Math.max(...years)]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index).filter(
    (year) => !years.has(year),
  )
}

/** "Wilson Center Digital Archive (719) and National Security Archive (19)", the largest first. */
export function countsByPublisher({ documents }: Pick<Catalog, 'documents'>): string {
  const counts = [...countBy(documents, ({ publisher }) => publisher)].sort(([, a], [, b]) => b - a)
  return joinWithAnd(counts.map(([publisher, count]) => `${publisher} (${count})`))
}

/** How many documents have a direct link to the original. */
export function countLinkedOriginals({
  documents,
  publishers,
}: Pick<Catalog, 'documents' | 'publishers'>): number {
  return documents.filter((document) => publishers.links.originalOf(document) !== undefined).length
}

/** "a, b and c" */
export function joinWithAnd(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

function countBy(documents: readonly ArchiveDocument[], groupKey: (document: ArchiveDocument) => string) {
  const counts = new Map<string, number>()
  for (const document of documents) counts.set(groupKey(document), (counts.get(groupKey(document)) ?? 0) + 1)
  return counts
}
