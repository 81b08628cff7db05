/**
 * Converts records and collections to JSON-LD of schema.org's type for items and collections of archives
 * (https://schema.org/ArchiveComponent). Fields that the record lacks are undefined, so that serialization omits them.
 */
import type { CollectionHoldings } from '../../corpus/collection.ts'
import type { ArchiveDocument } from '../../corpus/document.ts'
import type { MakerKind } from '../../corpus/makers/maker.ts'
import type { RecordName, RecordNames } from '../contract/records.ts'

export type JsonLd = { [key: string]: JsonLd | string | number | readonly (JsonLd | string)[] | undefined }

export interface RecordContext {
  origin: string
  names: RecordNames
  /** The office or person that made the document, and its signers; undefined if unknown. */
  maker: { kind: MakerKind; name: string; signers: readonly { id: string; name: string }[] } | undefined
  /** The document's page at its publisher; undefined if it may not be linked. */
  original: string | undefined
  /** All collections of the catalog, to look up the ids of the record's collections. */
  collections: readonly CollectionHoldings[]
}

export function documentJsonLd(
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
    // The call number, which includes the archive that holds the original: records have no separate field for it.
    itemLocation: archive,
    creator: maker && creatorOf(maker, origin),
    publisher: { '@type': 'Organization', name: publisher },
    sameAs: original,
    isPartOf: undefinedIfEmpty(partOf.map((collection) => collectionReference(collection, origin))),
    keywords: undefinedIfEmpty(subjects),
    about: undefinedIfEmpty(names.events.map((name) => thingReference('Event', 'events', name, origin))),
    mentions: undefinedIfEmpty([
      ...names.people.map((name) => thingReference('Person', 'people', name, origin)),
      ...names.organizations.map((name) => thingReference('Organization', 'organizations', name, origin)),
      ...names.countries.map((name) => thingReference('Country', 'places', name, origin)),
    ]),
  }
}

/** For an office: the office, then its signers. For a person: only people. */
function creatorOf({ kind, name, signers }: NonNullable<RecordContext['maker']>, origin: string): JsonLd[] {
  const people = signers.map((signer) => thingReference('Person', 'people', signer, origin))
  if (kind !== 'person') return [{ '@type': 'Organization', name }, ...people]
  // A signer of a joint letter who is known only by surname has no entity: the maker's name then stands as in the title.
  return people.length > 0 && name === signers.map((signer) => signer.name).join(' and ')
    ? people
    : [{ '@type': 'Person', name }]
}

export function collectionJsonLd(collection: CollectionHoldings, origin: string): JsonLd {
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

function thingReference(type: string, pathSegment: string, { name, id }: RecordName, origin: string): JsonLd {
  return { '@type': type, name, url: id && `${origin}/${pathSegment}/${id}` }
}

function undefinedIfEmpty<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length > 0 ? items : undefined
}
