/**
 * Which entity each name of a record is, so that a page can lead to it, and its subjects in their preferred forms. A name
 * that is no entity stays a name.
 */
import type { ArchiveDocument } from '../../corpus/document.ts'
import type { Entity } from '../../corpus/names/entity.ts'
import type { NameLinker } from '../../corpus/names/name-linker.ts'
import { slug } from '../../corpus/slug.ts'
import type { Archive } from '../archive/archive.ts'
import type { RecordName, RecordNames } from '../contract/records.ts'

/** The maker; the record's lists, each name with its entity; and the organizations, which records name in running text alone. */
export function recordNames(
  document: ArchiveDocument,
  { linker, index, facts, catalog }: Pick<Archive, 'linker' | 'index' | 'facts' | 'catalog'>,
): RecordNames {
  const number = index.numberOf.get(document.id)
  const maker = number === undefined ? undefined : facts.makers.of(number)
  return {
    ...(maker ? { maker: { name: maker.name, id: slug(maker.name) || maker.name } } : {}),
    people: document.people.map((name) => named(name, 'person', linker)),
    countries: document.countries.map((name) => named(name, 'place', linker)),
    organizations: organizationsIn(document, linker),
    events: document.events.map((name) => named(name, 'event', linker)),
    subjects: catalog.subjects.preferredOf(document.subjects),
  }
}

/** Only an entity whom the whole name means: "Carter visit to Seoul" is neither Carter nor Seoul. */
function named(name: string, kind: Entity['kind'], linker: NameLinker): RecordName {
  const entity = linker
    .link(name, { exact: true })
    .filter(({ start, end }) => isWhole(name, start, end))
    .flatMap(({ entities }) => entities)
    .find((candidate) => candidate.kind === kind)
  return entity ? { name, id: entity.id } : { name }
}

/** Whether nothing but stops and the like stands beside the linked words. */
function isWhole(name: string, start: number, end: number): boolean {
  return !/[\p{L}\p{N}]/u.test(name.slice(0, start) + name.slice(end))
}

/** Under their own names, in the order in which the record has them. "The Kremlin" is not meant to be one. */
function organizationsIn({ title, summary, subjects }: ArchiveDocument, linker: NameLinker): RecordName[] {
  const found = linker
    .link([title, summary ?? '', ...subjects].join('. '), { exact: true })
    .filter(({ metonym }) => !metonym)
    .flatMap(({ entities }) => entities.filter(({ kind }) => kind === 'organization'))
  return [...new Map(found.map(({ id, name }) => [id, { id, name }])).values()]
}
