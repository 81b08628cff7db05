/**
 * A record as schema.org sees it: an ArchiveComponent, the type for items and collections of archives
 * (https://schema.org/ArchiveComponent). What the record lacks is left out.
 */
import type { CollectionHoldings } from '../../corpus/collection.ts'
import type { ArchiveDocument } from '../../corpus/document.ts'
import type { MakerKind } from '../../corpus/makers/maker.ts'
import type { RecordName, RecordNames } from '../contract/records.ts'

export type JsonLd = { [key: string]: JsonLd | string | number | readonly (JsonLd | string)[] | undefined }

export interface RecordContext {
  origin: string
  names: RecordNames
  /** Who made the document, and the people who signed it; undefined where the record does not tell. */
  maker: { kind: MakerKind; name: string; signers: readonly { id: string; name: string }[] } | undefined
  /** The document's page at its publisher's, where it may be a link. */
  original: string | undefined
  /** The collections of the catalog, by which those of the record have addresses. */
  collections: readonly CollectionHoldings[]
}

export function documentData(
  document: ArchiveDocument,
  { origin, names, maker, original, collections }: RecordContext,
): JsonLd {
  const { id, title, date, type, summary, subjects, archive, language, publisher } = document
  const partOf = collections.filter((collection) => document.collections.includes(collection.title))
  return {
    '@context': 'https://schema.org',
    '@type': 'ArchiveComponent',
    '@id': `${origin}/documents/${id}`,
    url: `${origin}/documents/${id}`,
    name: title,
    dateCreated: date,
    genre: type,
    abstract: summary ?? undefined,
    inLanguage: language,
    // The call number, as text: where the original lies. The record does not name its holder apart from it.
    itemLocation: archive,
    creator: maker && creatorOf(maker, origin),
    publisher: { '@type': 'Organization', name: publisher },
    sameAs: original,
    isPartOf: filled(partOf.map((collection) => collectionReference(collection, origin))),
    keywords: filled(subjects),
    about: filled(names.events.map((name) => thing('Event', 'events', name, origin))),
    mentions: filled([
      ...names.people.map((name) => thing('Person', 'people', name, origin)),
      ...names.organizations.map((name) => thing('Organization', 'organizations', name, origin)),
      ...names.countries.map((name) => thing('Country', 'places', name, origin)),
    ]),
  }
}

/** The office and those who signed for it; people by themselves where the maker is no office. */
function creatorOf({ kind, name, signers }: NonNullable<RecordContext['maker']>, origin: string): JsonLd[] {
  const people = signers.map((signer) => thing('Person', 'people', signer, origin))
  if (kind !== 'person') return [{ '@type': 'Organization', name }, ...people]
  // Of a joint letter some people may be known by their surname alone: then the names stand as the title has them.
  return people.length > 0 && name === signers.map((signer) => signer.name).join(' and ')
    ? people
    : [{ '@type': 'Person', name }]
}

export function collectionData(collection: CollectionHoldings, origin: string): JsonLd {
  const { description, publisher, count, from, to } = collection
  return {
    '@context': 'https://schema.org',
    ...collectionReference(collection, origin),
    description,
    publisher: { '@type': 'Organization', name: publisher },
    collectionSize: count,
    // An interval of ISO 8601.
    temporalCoverage: from && to ? `${from}/${to}` : undefined,
  }
}

function collectionReference({ id, title }: CollectionHoldings, origin: string): JsonLd {
  const address = `${origin}/collections/${id}`
  return { '@type': ['Collection', 'ArchiveComponent'], '@id': address, url: address, name: title }
}

function thing(type: string, folder: string, { name, id }: RecordName, origin: string): JsonLd {
  return { '@type': type, name, url: id && `${origin}/${folder}/${id}` }
}

function filled<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length > 0 ? items : undefined
}
