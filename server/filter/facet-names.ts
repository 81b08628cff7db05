/** The names of the facets: parameters of the API and of the page's address. */
export const facetNames = [
  'person',
  'country',
  'organization',
  'event',
  'subject',
  'type',
  'publisher',
  'archive',
  'collection',
  'decade',
] as const
export type FacetName = (typeof facetNames)[number]
