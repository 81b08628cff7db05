/** The four kinds of name: their labels on the page, and their paths and parameters in addresses. */
import type { EntityKind } from '../../corpus/names/entity.ts'
import { pluralOfKind } from '../../corpus/names/plural-of-kind.ts'

export interface NameKind {
  kind: EntityKind
  /** "/people". */
  path: string
  /** Plural label: "People". */
  title: string
  /** Singular label: "Person". */
  singular: string
  /** The URL parameter of /documents for an id of this kind. */
  facet: 'person' | 'country' | 'organization' | 'event'
}

const nameKind = (kind: EntityKind, title: string, singular: string, facet: NameKind['facet']): NameKind => ({
  kind,
  path: `/${pluralOfKind[kind]}`,
  title,
  singular,
  facet,
})

export const nameKinds = {
  person: nameKind('person', 'People', 'Person', 'person'),
  place: nameKind('place', 'Places', 'Place', 'country'),
  organization: nameKind('organization', 'Organizations', 'Organization', 'organization'),
  event: nameKind('event', 'Events', 'Event', 'event'),
} satisfies Record<EntityKind, NameKind>
