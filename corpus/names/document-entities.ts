/** Which entities a record is about: those that its lists name, and those that its title, summary and subjects name. */
import type { ArchiveDocument } from '../document.ts'
import type { Entity } from './entity.ts'
import type { NameLinker } from './name-linker.ts'

/** Names an entity among all kinds: `person:kim-il-sung`. */
export type EntityKey = `${Entity['kind']}:${string}`

export function entityKey({ kind, id }: Pick<Entity, 'kind' | 'id'>): EntityKey {
  return `${kind}:${id}`
}

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
