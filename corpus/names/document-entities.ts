/** Which entities a record is about: those that its lists name, and those that its title, summary and subjects name. */
import type { ArchiveDocument } from '../document.ts'
import { type EntityKey, entityKey } from './entity.ts'
import type { NameLinker } from './name-linker.ts'

export interface DocumentEntities {
  /** All that the record names. */
  all: EntityKey[]
  /** Those named in its title: who made it, whom it was sent to, whom it is about. */
  title: EntityKey[]
}

export function documentEntities(document: ArchiveDocument, linker: NameLinker): DocumentEntities {
  const keysIn = (text: string) =>
    linker.link(text, { exact: true }).flatMap(({ entities }) => entities.map(entityKey))
  const title = keysIn(document.title)
  const listed = [...document.people, ...document.countries, ...document.events].flatMap(keysIn)
  const running = keysIn([document.summary ?? '', ...document.subjects].join('. '))
  return { all: [...new Set([...title, ...listed, ...running])], title: [...new Set(title)] }
}
