/**
 * The names of the facets in the order of the page; also parameters of the API and of the page's address. Does not import
 * zod: the page's first load imports this file.
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
