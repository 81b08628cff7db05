/** Bounds that a request sets outright, pushed down into every search. */
import type { ArchiveDocument, DocumentType } from '../../corpus/document.ts'
import { entityKey } from '../../corpus/names/document-entities.ts'
import { type Day, overlapsPeriod } from '../../corpus/reduced-date.ts'
import type { DocumentNumber } from '../../embeddings/index/archive-index.ts'
import type { Archive } from '../archive.ts'

export interface Filter {
  /** Documents whose date can lie on or after, on or before these days. */
  from?: Day | undefined
  to?: Day | undefined
  /** Names or ids, under any spelling that the authority file knows. */
  person?: string | undefined
  country?: string | undefined
  /** A collection's id or title. */
  collection?: string | undefined
  type?: DocumentType | undefined
  publisher?: string | undefined
}

/** The numbers of the documents that meet every bound, or undefined where there is none. */
export function numbersWithin(filter: Filter, archive: Archive): DocumentNumber[] | undefined {
  const bounds = boundsOf(filter, archive)
  if (bounds.length === 0) return undefined
  return archive.facts.documents.flatMap((document, number) =>
    document && bounds.every((meets) => meets(document, number)) ? [number] : [],
  )
}

type Bound = (document: ArchiveDocument, number: DocumentNumber) => boolean

function boundsOf(filter: Filter, archive: Archive): Bound[] {
  const { from, to, person, country, collection, type, publisher } = filter
  const bounds: Bound[] = []
  if (from !== undefined || to !== undefined) bounds.push(({ date }) => overlapsPeriod(date, from, to))
  if (person !== undefined) bounds.push(names(person, 'person', archive))
  if (country !== undefined) bounds.push(names(country, 'place', archive))
  if (collection !== undefined) {
    const known = archive.catalog.collections.find(
      ({ id, title }) => id === collection || title === collection,
    )
    bounds.push(({ collections }) => collections.includes(known?.title ?? collection))
  }
  if (type !== undefined) bounds.push((document) => document.type === type)
  if (publisher !== undefined) bounds.push((document) => document.publisher === publisher)
  return bounds
}

function names(name: string, kind: 'person' | 'place', { linker, index }: Archive): Bound {
  const linked = linker
    .link(name)
    .flatMap(({ entities }) => entities.filter((entity) => entity.kind === kind))
  const keys = [`${kind}:${name}` as const, ...linked.slice(0, 1).map(entityKey)]
  return (_, number) => keys.some((key) => index.documents[number]?.entities.has(key))
}
