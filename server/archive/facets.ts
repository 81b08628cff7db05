/** Facets: the criteria by which a user narrows the document list, and each document's values. */
import type { Catalog } from '../../corpus/catalog.ts'
import type { ArchiveDocument } from '../../corpus/document.ts'
import { type EntityKey, type EntityKind, entityKey } from '../../corpus/names/entity.ts'
import type { NameLinker } from '../../corpus/names/name-linker.ts'
import { yearOf } from '../../corpus/reduced-date.ts'
import { repositoryOf } from '../../corpus/repository.ts'
import { slug } from '../../corpus/slug.ts'
import type { Subjects } from '../../corpus/subjects/subjects.ts'
import type { ArchiveIndex } from '../../embeddings/index/archive-index.ts'
import type { DocumentNumber } from '../../embeddings/index/document-number.ts'
import type { FacetName } from '../contract/facet-names.ts'
import type { Makers } from './makers.ts'

/** Facets of names → kind of entity. */
export const entityKindOfFacet = {
  person: 'person',
  country: 'place',
  organization: 'organization',
  event: 'event',
} as const satisfies Partial<Record<FacetName, EntityKind>>

/** `value` appears in URLs, `label` on the page. */
interface FacetValue {
  value: string
  label: string
}

interface Facet {
  /** By document number: its distinct values. */
  values: readonly (readonly string[])[]
  label: (value: string) => string
  /** Value for what a request gives: a value as in URLs, a name or a title. Unknown input is returned unchanged. */
  resolve: (given: string) => string
}

export type Facets = Readonly<Record<FacetName, Facet>>

/** Reads the facets of all documents, by their number in the index. */
export function buildFacets(
  documents: readonly (ArchiveDocument | undefined)[],
  index: ArchiveIndex,
  { catalog, linker, makers }: { catalog: Catalog; linker: NameLinker; makers: Makers },
): Facets {
  const facet = (read: (document: ArchiveDocument, number: DocumentNumber) => readonly FacetValue[]) =>
    facetFromValues(documents.map((document, number) => (document ? read(document, number) : [])))
  // Records share most of their names: linking each once takes a tenth of the time.
  const linked = new Map<string, boolean>()
  const isLinked = (name: string) => {
    const known = linked.get(name) ?? linker.link(name, { exact: true }).length > 0
    linked.set(name, known)
    return known
  }
  const names = (kind: EntityKind, unlinked: (document: ArchiveDocument) => readonly string[] = () => []) =>
    resolvingNames(
      facet((document, number) => [
        ...idsOfKind(index.documents[number]?.entities ?? new Set(), kind).map((id) => ({
          value: id,
          label: linker.entity(`${kind}:${id}`)?.name ?? id,
        })),
        ...unlinked(document)
          .filter((name) => !isLinked(name))
          .map(sluggedValue),
      ]),
      kind,
      linker,
    )
  const idOf = new Map(catalog.collections.map(({ id, title }) => [title, id]))
  return {
    person: names('person'),
    country: names('place', ({ countries }) => countries),
    organization: names('organization'),
    event: names('event', ({ events }) => events),
    subject: resolvingSubjects(
      facet((document) => subjectsOf(document, catalog.subjects).map(sluggedValue)),
      catalog.subjects,
    ),
    type: facet(({ type }) => [plainValue(type)]),
    maker: resolvingMakers(
      facet((_, number) => {
        const maker = makers.makerOf(number)
        return maker ? [sluggedValue(maker.name)] : []
      }),
      makers,
      linker,
    ),
    publisher: facet(({ publisher }) => [sluggedValue(publisher)]),
    archive: facet((document) => {
      const repository = repositoryOf(document, catalog.publishers)
      return repository ? [sluggedValue(repository)] : []
    }),
    collection: facet(({ collections }) =>
      collections.map((title) => ({ value: idOf.get(title) ?? slug(title), label: title })),
    ),
    decade: facet(({ date }) => [plainValue(`${Math.floor(yearOf(date) / 10)}0s`)]),
  }
}

const plainValue = (value: string): FacetValue => ({ value, label: value })
const sluggedValue = (label: string): FacetValue => ({ value: slug(label) || label, label })

function facetFromValues(rows: readonly (readonly FacetValue[])[]): Facet {
  const labels = new Map<string, string>()
  for (const row of rows) for (const { value, label } of row) if (!labels.has(value)) labels.set(value, label)
  const values = new Map([...labels].map(([value, label]) => [label.toLowerCase(), value]))
  return {
    values: rows.map((row) => [...new Set(row.map(({ value }) => value))]),
    label: (value) => labels.get(value) ?? value,
    resolve: (given) => (labels.has(given) ? given : (values.get(given.toLowerCase()) ?? given)),
  }
}

/** Resolves names under any spelling that the linker knows. */
function resolvingNames(facet: Facet, kind: EntityKind, linker: NameLinker): Facet {
  const linked = (given: string) =>
    linker
      .link(given)
      .flatMap(({ entities }) => entities)
      .find((entity) => entity.kind === kind)
  return {
    ...facet,
    label: (value) => linker.entity(entityKey({ kind, id: value }))?.name ?? facet.label(value),
    resolve: (given) => {
      const value = facet.resolve(given)
      return facet.label(value) !== value || linker.entity(entityKey({ kind, id: value }))
        ? value
        : (linked(given)?.id ?? value)
    },
  }
}

/** A record's subjects in preferred form, plus the subjects one level broader, so that a broad subject finds its parts. */
function subjectsOf(document: ArchiveDocument, subjects: Subjects): string[] {
  return document.subjects.flatMap((string) => {
    const subject = subjects.find(string)
    return subject ? [subject.preferred, ...subject.broader] : [string]
  })
}

/** Resolves subjects under any of their variants, so that old URLs keep working. */
function resolvingSubjects(facet: Facet, subjects: Subjects): Facet {
  return { ...facet, resolve: (given) => facet.resolve(subjects.preferred(given)) }
}

/** Resolves makers under any name that titles use: "Hungarian embassy in Moscow". */
function resolvingMakers(facet: Facet, makers: Makers, linker: NameLinker): Facet {
  const read = (given: string) => makers.officesNamedIn(given, linker.link(given))[0]?.maker.name
  return {
    ...facet,
    resolve: (given) => {
      const value = facet.resolve(given)
      return facet.label(value) === value ? facet.resolve(read(given) ?? given) : value
    },
  }
}

function idsOfKind(keys: ReadonlySet<EntityKey>, kind: EntityKind): string[] {
  return [...keys].filter((key) => key.startsWith(`${kind}:`)).map((key) => key.slice(kind.length + 1))
}
