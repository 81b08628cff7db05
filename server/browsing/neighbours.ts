/** The documents before and after a document in its series, by date. */
import type { Catalog } from '../../corpus/catalog.ts'
import type { ArchiveDocument } from '../../corpus/document.ts'
import type { Series } from '../contract/records.ts'

/** Documents shown before, and after, the document. */
const NEIGHBOURS_PER_SIDE = 2

/**
 * One series for each collection of the document. For a document in no collection (two thirds of the catalog) the series is
 * all documents of its publisher.
 */
export function neighboursOf(document: ArchiveDocument, { documents, collections }: Catalog): Series[] {
  const own = collections.filter(({ title }) => document.collections.includes(title))
  if (own.length === 0) {
    const members = documents.filter(({ publisher }) => publisher === document.publisher)
    return [{ title: document.publisher, ...positionIn(document, members) }]
  }
  return own.map(({ id, title }) => ({
    title,
    collection: id,
    ...positionIn(
      document,
      documents.filter((member) => member.collections.includes(title)),
    ),
  }))
}

/** @param members the whole series, oldest first */
function positionIn(
  { id }: ArchiveDocument,
  members: readonly ArchiveDocument[],
): Omit<Series, 'title' | 'collection'> {
  const index = members.findIndex((member) => member.id === id)
  return {
    place: index + 1,
    count: members.length,
    earlier: members.slice(Math.max(0, index - NEIGHBOURS_PER_SIDE), index),
    later: members.slice(index + 1, index + 1 + NEIGHBOURS_PER_SIDE),
  }
}
