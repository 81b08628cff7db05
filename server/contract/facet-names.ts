/**
 * The names of the facets, in the order in which the page shows them: parameters of the API and of the page's address.
 * Without zod: the page's first load imports them.
 */
export const facetNames = [
  'person',
  'country',
  'organization',
  'event',
  'subject',
  'type',
  'maker',
  'decade',
  'publisher',
  'archive',
  'collection',
] as const
export type FacetName = (typeof facetNames)[number]
