/** The addresses that the page draws, each with what its HTML says of it. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import { type EntityKind, entityKinds } from '../../corpus/names/entity.ts'
import { pluralOfKind } from '../../corpus/names/plural-of-kind.ts'
import { formatDate, yearOf } from '../../corpus/reduced-date.ts'
import type { Archive } from '../archive/archive.ts'
import { findEntityByAddress, nameSummary } from '../browsing/names-of-kind.ts'
import { recordNames } from '../browsing/record-names.ts'
import { contextObject, highwireTags } from './citation-tags.ts'
import { type PageHead, SITE } from './head.ts'
import { collectionData, documentData, type RecordContext } from './json-ld.ts'

export interface PageAddress {
  /** As Hono's router reads it. */
  pattern: string
  /** What stands there; undefined where nothing does. */
  headOf: (archive: Archive, id: string, origin: string) => PageHead | undefined
}

export const pageAddresses: readonly PageAddress[] = [
  { pattern: '/', headOf: (archive) => ({ title: SITE, description: aboutTheArchive(archive), path: '/' }) },
  {
    pattern: '/documents',
    headOf: (archive) => ({
      title: 'Documents',
      description: `All documents of the archive, by meaning, word, person, country, event and date: ${holdings(archive)}.`,
      path: '/documents',
    }),
  },
  { pattern: '/documents/:id', headOf: documentHead },
  {
    pattern: '/collections',
    headOf: ({ catalog }) => ({
      title: 'Collections',
      description: `The ${catalog.collections.length} collections of the archive, with what each is about and how much of it is here.`,
      path: '/collections',
    }),
  },
  { pattern: '/collections/:id', headOf: collectionHead },
  ...entityKinds.flatMap((kind) => nameAddresses(kind)),
  // Conversations are kept in the browser: which of them exist, the server does not know.
  {
    pattern: '/c/:id',
    headOf: () => ({ title: 'Conversation', description: 'A conversation kept in this browser.' }),
  },
  {
    pattern: '/my-sources',
    headOf: () => ({
      title: 'My sources',
      description: 'The sources that you put aside, as a bibliography.',
    }),
  },
]

/** The head of an address where nothing stands. The page itself says what is missing. */
export const nothingHere: PageHead = {
  title: 'No such page',
  description: 'Nothing stands under this address. It may have been mistyped or cut short.',
}

function documentHead(archive: Archive, id: string, origin: string): PageHead | undefined {
  const { catalog } = archive
  const record = catalog.byId.get(id)
  if (!record) return undefined
  const path = `/documents/${id}`
  const names = recordNames(record, archive)
  // Programs read the subjects as the page shows them.
  const document = { ...record, subjects: names.subjects }
  const original = catalog.publishers.links.originalOf(document)
  const addresses = { page: origin + path, original }
  return {
    title: document.title,
    description: describeDocument(document),
    path,
    type: 'article',
    citation: highwireTags(document, addresses),
    data: documentData(document, {
      origin,
      names,
      maker: makerOf(document, archive),
      original,
      collections: catalog.collections,
    }),
    contextObject: contextObject(document, addresses),
  }
}

/** Who made the document, with the names of those who signed it, where the authority file or the records have them. */
function makerOf({ id }: ArchiveDocument, { facts, index, linker }: Archive): RecordContext['maker'] {
  const number = index.numberOf.get(id)
  const maker = number === undefined ? undefined : facts.makers.makerOf(number)
  if (!maker) return undefined
  const signers = maker.people.flatMap((key) => linker.entity(key) ?? [])
  return { kind: maker.kind, name: maker.name, signers }
}

function collectionHead({ catalog }: Archive, id: string, origin: string): PageHead | undefined {
  const collection = catalog.collections.find((candidate) => candidate.id === id)
  if (!collection) return undefined
  const { title, count, publisher, description } = collection
  const held = `${count} ${count === 1 ? 'document' : 'documents'} of the collection, ${publisher}.`
  return {
    title,
    description: shortened([held, description].filter(Boolean).join(' ')),
    path: `/collections/${id}`,
    data: collectionData(collection, origin),
  }
}

/** The list of the names of one kind, and each name's page. */
function nameAddresses(kind: EntityKind): PageAddress[] {
  const [path, title] = [`/${pluralOfKind[kind]}`, capitalized(pluralOfKind[kind])]
  return [
    {
      pattern: path,
      headOf: (archive) => ({
        title,
        description: `${title} that the documents name, under all their names, with how often and when: ${holdings(archive)}.`,
        path,
      }),
    },
    {
      pattern: `${path}/:id`,
      headOf: (archive, id) => {
        const entity = findEntityByAddress(kind, id, archive)
        if (!entity) return undefined
        const { name, note, count } = nameSummary(entity, archive)
        const named = `Named in ${count} ${count === 1 ? 'document' : 'documents'} of the archive.`
        return {
          title: name,
          description: shortened([note, named].filter(Boolean).join(' ')),
          path: `${path}/${entity.id}`,
        }
      },
    },
  ]
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Kind, date and provenance first: results of a search engine cut what comes late. */
function describeDocument({ type, date, archive, publisher, summary }: ArchiveDocument): string {
  const provenance = [publisher, summary === null ? archive : undefined].filter(Boolean).join(', ')
  return shortened(
    [`${capitalized(type)}, ${formatDate(date)}, ${provenance}.`, summary].filter(Boolean).join(' '),
  )
}

function aboutTheArchive(archive: Archive): string {
  return `Ask what declassified documents say about the diplomacy of North Korea. Every sentence of an answer cites its source: ${holdings(archive)}.`
}

function holdings({ catalog }: Archive): string {
  const years = catalog.documents.map(({ date }) => yearOf(date))
  const [first, last] = [years.at(0), years.at(-1)]
  return first === undefined
    ? 'no documents yet'
    : `${catalog.documents.length} documents, ${first} to ${last}`
}

/** Characters that a preview shows. */
const LONGEST = 300

/** Cut at a word, where it is too long. */
function shortened(text: string): string {
  if (text.length <= LONGEST) return text
  return `${text.slice(0, text.lastIndexOf(' ', LONGEST - 1))}…`
}
