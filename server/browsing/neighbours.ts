/** What comes before and after a document in the series that it belongs to, by date. */
import type { Catalog } from '../../corpus/catalog.ts'
import type { ArchiveDocument } from '../../corpus/document.ts'
import type { Series } from '../contract/records.ts'

/** Documents shown on either side. */
const EITHER_SIDE = 2

/**
 * One series for each collection of the document. A document in no collection (two thirds of the catalog) has the
 * chronology of its publisher, which is the series that its own archive would show it in.
 */
export function neighboursOf(document: ArchiveDocument, { documents, collections }: Catalog): Series[] {
  const own = collections.filter(({ title }) => document.collections.includes(title))
  if (own.length === 0) {
    const members = documents.filter(({ publisher }) => publisher === document.publisher)
    return [{ title: document.publisher, ...around(document, members) }]
  }
  return own.map(({ id, title }) => ({
    title,
    collection: id,
    ...around(
      document,
      documents.filter((member) => member.collections.includes(title)),
    ),
  }))
}

/** @param members the whole series, oldest first. */
function around(
  { id }: ArchiveDocument,
  members: readonly ArchiveDocument[],
): Omit<Series, 'title' | 'collection'> {
  const place = members.findIndex((member) => member.id === id)
  return {
    place: place + 1,
    count: members.length,
    earlier: members.slice(Math.max(0, place - EITHER_SIDE), place),
    later: members.slice(place + 1, place + 1 + EITHER_SIDE),
  }
}
