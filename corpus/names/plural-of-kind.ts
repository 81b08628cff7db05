/** Plural of each kind of entity, also used in URLs: `/people/kim-il-sung`. */
import type { EntityKind } from './entity.ts'

export const pluralOfKind = {
  person: 'people',
  place: 'places',
  organization: 'organizations',
  event: 'events',
} as const satisfies Record<EntityKind, string>

export type EntityKindPlural = (typeof pluralOfKind)[EntityKind]
