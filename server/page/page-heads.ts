/** The routes of the page, each with the HTML head that the server renders for it. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import { type EntityKind, entityKinds } from '../../corpus/names/entity.ts'
import { pluralOfKind } from '../../corpus/names/plural-of-kind.ts'
import { formatDate, yearOf } from '../../corpus/reduced-date.ts'
import type { Archive } from '../archive/archive.ts'
import { findEntityByAddress, nameSummary } from '../browsing/names-of-kind.ts'
import { recordNames } from '../browsing/record-names.ts'
import { contextObject, highwireTags } from './citation-tags.ts'
import { type PageHead, SITE_NAME } from './head.ts'
import { collectionJsonLd, documentJsonLd, type RecordContext } from './json-ld.ts'

export interface PageRoute {
  /** In the syntax of Hono's router. */
  pattern: string
  /** Undefined if nothing exists under this id. */
  headOf: (archive: Archive, id: string, origin: string) => PageHead | undefined
}

export const pageRoutes: readonly PageRoute[] = [
  {
    pattern: '/',
    headOf: (archive) => ({ title: SITE_NAME, description: archiveDescription(archive), path: '/' }),
  },
  {
    pattern: '/documents',
    headOf: (archive) => ({
      title: 'Documents',
      description: `All documents of the archive, by meaning, word, person, country, event and date: ${holdingsSummary(archive)}.`,
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
  ...entityKinds.flatMap((kind) => nameRoutes(kind)),
  // Conversations are stored in the browser, so the server cannot check the id.
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

/** The head of an unknown address. The page itself says what is missing. */
export const notFoundHead: PageHead = {
  title: 'No such page',
  description: 'Nothing stands under this address. It may have been mistyped or cut short.',
}

function documentHead(archive: Archive, id: string, origin: string): PageHead | undefined {
  const { catalog } = archive
  const record = catalog.byId.get(id)
  if (!record) return undefined
  const path = `/documents/${id}`
  const names = recordNames(record, archive)
  // The metadata has the same subjects as the page.
  const document = { ...record, subjects: names.subjects }
  const original = catalog.publishers.links.originalOf(document)
  const addresses = { page: origin + path, original }
  return {
    title: document.title,
    description: describeDocument(document),
    path,
    type: 'article',
    citationTags: highwireTags(document, addresses),
    jsonLd: documentJsonLd(document, {
      origin,
      names,
      maker: documentMaker(document, archive),
      original,
      collections: catalog.collections,
    }),
    contextObject: contextObject(document, addresses),
  }
}

/** The maker of the document, and those of its signers that have an entity; undefined if the maker is unknown. */
function documentMaker({ id }: ArchiveDocument, { facts, index, linker }: Archive): RecordContext['maker'] {
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
    description: shortenDescription([held, description].filter(Boolean).join(' ')),
    path: `/collections/${id}`,
    jsonLd: collectionJsonLd(collection, origin),
  }
}

/** The routes of the list of names of one kind, and of each name's page. */
function nameRoutes(kind: EntityKind): PageRoute[] {
  const [path, title] = [`/${pluralOfKind[kind]}`, capitalized(pluralOfKind[kind])]
  return [
    {
      pattern: path,
      headOf: (archive) => ({
        title,
        description: `${title} that the documents name, under all their names, with how often and when: ${holdingsSummary(archive)}.`,
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
          description: shortenDescription([note, named].filter(Boolean).join(' ')),
          path: `${path}/${entity.id}`,
        }
      },
    },
  ]
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Kind, date and provenance come first: search engines cut the end of a description. */
function describeDocument({ type, date, archive, publisher, summary }: ArchiveDocument): string {
  const provenance = [publisher, summary === null ? archive : undefined].filter(Boolean).join(', ')
  return shortenDescription(
    [`${capitalized(type)}, ${formatDate(date)}, ${provenance}.`, summary].filter(Boolean).join(' '),
  )
}

function archiveDescription(archive: Archive): string {
  return `Ask what declassified documents say about the diplomacy of North Korea. Every sentence of an answer cites its source: ${holdingsSummary(archive)}.`
}

function holdingsSummary({ catalog }: Archive): string {
  const years = catalog.documents.map(({ date }) => yearOf(date))
  const [first, last] = [years.at(0), years.at(-1)]
  return first === undefined
    ? 'no documents yet'
    : `${catalog.documents.length} documents, ${first} to ${last}`
}

/** Link previews show no more. */
const MAX_DESCRIPTION_CHARACTERS = 300

/** Cuts a description that is too long at the end of a word. */
function shortenDescription(text: string): string {
  if (text.length <= MAX_DESCRIPTION_CHARACTERS) return text
  return `${text.slice(0, text.lastIndexOf(' ', MAX_DESCRIPTION_CHARACTERS - 1))}…`
}
