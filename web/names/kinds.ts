/** The four kinds of name: their labels on the page, and their paths and parameters in addresses. */
import type { EntityKind } from '../../corpus/names/entity.ts'
import { plural } from '../../corpus/names/plural.ts'

export interface KindWords {
  kind: EntityKind
  /** "/people". */
  path: string
  /** Plural label: "People". */
  title: string
  /** Singular label: "Person". */
  one: string
  /** The URL parameter of /documents for an id of this kind. */
  facet: 'person' | 'country' | 'organization' | 'event'
}

const words = (kind: EntityKind, title: string, one: string, facet: KindWords['facet']): KindWords => ({
  kind,
  path: `/${plural[kind]}`,
  title,
  one,
  facet,
})

export const kinds = {
  person: words('person', 'People', 'Person', 'person'),
  place: words('place', 'Places', 'Place', 'country'),
  organization: words('organization', 'Organizations', 'Organization', 'organization'),
  event: words('event', 'Events', 'Event', 'event'),
} satisfies Record<EntityKind, KindWords>
