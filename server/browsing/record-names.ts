/**
 * Links the names of a record to entities, so that the page can link them, and gives its subjects in their preferred forms. A
 * name without an entity stays a plain name.
 */
import type { ArchiveDocument } from '../../corpus/document.ts'
import type { Entity } from '../../corpus/names/entity.ts'
import type { NameLinker } from '../../corpus/names/name-linker.ts'
import { slug } from '../../corpus/slug.ts'
import type { Archive } from '../archive/archive.ts'
import type { RecordName, RecordNames } from '../contract/records.ts'

/** Organizations are taken from title, summary and subjects: records have no list of them. */
export function recordNames(
  document: ArchiveDocument,
  { linker, index, facts, catalog }: Pick<Archive, 'linker' | 'index' | 'facts' | 'catalog'>,
): RecordNames {
  const number = index.numberOf.get(document.id)
  const maker = number === undefined ? undefined : facts.makers.makerOf(number)
  return {
    ...(maker ? { maker: { name: maker.name, id: slug(maker.name) || maker.name } } : {}),
    people: document.people.map((name) => linkName(name, 'person', linker)),
    countries: document.countries.map((name) => linkName(name, 'place', linker)),
    organizations: organizationsIn(document, linker),
    events: document.events.map((name) => linkName(name, 'event', linker)),
    subjects: catalog.subjects.preferredOf(document.subjects),
  }
}

/** Links a name only if the entity covers all of it: "Carter visit to Seoul" is neither Carter nor Seoul. */
function linkName(name: string, kind: Entity['kind'], linker: NameLinker): RecordName {
  const entity = linker
    .link(name, { exact: true })
    .filter(({ start, end }) => coversName(name, start, end))
    .flatMap(({ entities }) => entities)
    .find((candidate) => candidate.kind === kind)
  return entity ? { name, id: entity.id } : { name }
}

/** Whether only punctuation and white space is left outside the linked words. */
function coversName(name: string, start: number, end: number): boolean {
  return !/[\p{L}\p{N}]/u.test(name.slice(0, start) + name.slice(end))
}

/** In the order of the record, by their preferred names. Metonyms ("the Kremlin") are left out. */
function organizationsIn({ title, summary, subjects }: ArchiveDocument, linker: NameLinker): RecordName[] {
  const found = linker
    .link([title, summary ?? '', ...subjects].join('. '), { exact: true })
    .filter(({ metonym }) => !metonym)
    .flatMap(({ entities }) => entities.filter(({ kind }) => kind === 'organization'))
  return [...new Map(found.map(({ id, name }) => [id, { id, name }])).values()]
}
