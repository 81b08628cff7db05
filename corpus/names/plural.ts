/** Plural of each kind of entity, also used in URLs: `/people/kim-il-sung`. */
import type { EntityKind } from './entity.ts'

export const plural = {
  person: 'people',
  place: 'places',
  organization: 'organizations',
  event: 'events',
} as const satisfies Record<EntityKind, string>

export type Plural = (typeof plural)[EntityKind]
