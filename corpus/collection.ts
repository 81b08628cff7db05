/** Collections: those described in `collections.json`, and those that only records name. */
import { z } from 'zod'
import type { ArchiveDocument } from './document.ts'
import { compareDates, type ReducedDate } from './reduced-date.ts'
import { slug } from './slug.ts'

const nonEmptyText = z.string().trim().min(1, 'must not be empty')

export const collectionSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must consist of lower-case letters, digits and single hyphens'),
  title: nonEmptyText,
  description: nonEmptyText.optional(),
  publisher: nonEmptyText,
  url: z.url({ protocol: /^https$/, error: 'must be an https address' }).optional(),
})

export const collectionsFileSchema = z.array(collectionSchema)
export type Collection = z.output<typeof collectionSchema>

/** A collection with the number and dates of its records in the catalog; `from` and `to` are absent if it has none. */
export interface CollectionHoldings extends Collection {
  count: number
  from?: ReducedDate
  to?: ReducedDate
}

/** All collections, largest first, then by title. */
export function collectionHoldings(
  described: readonly Collection[],
  documents: readonly ArchiveDocument[],
): CollectionHoldings[] {
  const members = new Map<string, ArchiveDocument[]>()
  for (const document of documents)
    for (const title of document.collections) members.set(title, [...(members.get(title) ?? []), document])

  const known = new Set(described.map((collection) => collection.title))
  const named = [...members]
    .filter(([title]) => !known.has(title))
    .map(([title, [first]]) => ({ id: slug(title), title, publisher: first?.publisher ?? '' }))

  return [...described, ...named]
    .map((collection) => {
      const dates = (members.get(collection.title) ?? []).map((document) => document.date).sort(compareDates)
      const [from, to] = [dates.at(0), dates.at(-1)]
      return { ...collection, count: dates.length, ...(from && to ? { from, to } : {}) }
    })
    .sort((a, b) => b.count - a.count || a.title.localeCompare(b.title, 'en'))
}
