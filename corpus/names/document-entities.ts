/** Finds the entities that a record names: in its lists, title, summary and subjects. */
import type { ArchiveDocument } from '../document.ts'
import { type EntityKey, entityKey } from './entity.ts'
import type { NameLinker } from './name-linker.ts'

export interface DocumentEntities {
  /** All entities that the record names. */
  all: EntityKey[]
  /** Entities named in its title: usually maker, addressee and topic. */
  title: EntityKey[]
}

export function documentEntities(document: ArchiveDocument, linker: NameLinker): DocumentEntities {
  const keysIn = (text: string) =>
    linker.link(text, { exact: true }).flatMap(({ entities }) => entities.map(entityKey))
  const title = keysIn(document.title)
  const listed = [...document.people, ...document.countries, ...document.events].flatMap(keysIn)
  const inProse = keysIn([document.summary ?? '', ...document.subjects].join('. '))
  return { all: [...new Set([...title, ...listed, ...inProse])], title: [...new Set(title)] }
}
