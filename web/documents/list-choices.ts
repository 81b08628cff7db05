/** The user's choices in the document list (search words, filters, order, page), parsed from the address and back. */
import { type FacetName, facetNames } from '../../server/contract/facet-names.ts'
import { type DocumentSort, documentSorts } from '../../server/contract/sorts.ts'
import { PAGE_SIZE, PAGE_SIZES, type PageSize, readOffset } from './paging.ts'

/** The facets' names as shown to the user. */
export const FACET_LABELS: Readonly<Record<FacetName, string>> = {
  person: 'People',
  country: 'Countries and places',
  organization: 'Organizations',
  event: 'Events',
  subject: 'Subjects',
  type: 'Kind of document',
  maker: 'Made by',
  decade: 'Decade',
  publisher: 'Publisher',
  archive: 'Archive',
  collection: 'Collection',
}

export interface ListChoices {
  /** Search words; '' lists all documents. */
  q: string
  facets: Readonly<Record<FacetName, readonly string[]>>
  /** First and last year; undefined for an open period. */
  from: number | undefined
  to: number | undefined
  sort: DocumentSort
  limit: PageSize
  offset: number
}

const NO_FACET_VALUES: ListChoices['facets'] = {
  person: [],
  country: [],
  organization: [],
  event: [],
  subject: [],
  type: [],
  maker: [],
  publisher: [],
  archive: [],
  collection: [],
  decade: [],
}

export function parseListChoices(params: URLSearchParams): ListChoices {
  const q = params.get('q')?.trim() ?? ''
  const limit = PAGE_SIZES.find((size) => String(size) === params.get('limit')) ?? PAGE_SIZE
  return {
    q,
    facets: {
      ...NO_FACET_VALUES,
      ...Object.fromEntries(
        facetNames.map((name) => [name, [...new Set(params.getAll(name).filter(Boolean))]]),
      ),
    },
    ...orderedPeriod(parseYear(params.get('from')), parseYear(params.get('to'))),
    sort: documentSorts.find((sort) => sort === params.get('sort')) ?? defaultSort(q),
    limit,
    offset: readOffset(params, limit),
  }
}

/** The URL parameters for the choices; defaults are left out. */
export function listParams({ q, facets, from, to, sort, limit, offset }: ListChoices): URLSearchParams {
  const params = new URLSearchParams()
  if (q) params.set('q', q)
  for (const name of facetNames) for (const value of facets[name]) params.append(name, value)
  if (from !== undefined) params.set('from', String(from))
  if (to !== undefined) params.set('to', String(to))
  if (sort !== defaultSort(q)) params.set('sort', sort)
  if (limit !== PAGE_SIZE) params.set('limit', String(limit))
  if (offset > 0) params.set('offset', String(offset))
  return params
}

export function listAddress(choices: ListChoices): string {
  const params = listParams(choices)
  return params.size > 0 ? `/documents?${params}` : '/documents'
}

/** Adds or removes a facet value; returns to the first page. */
export function withFacetValueToggled(choices: ListChoices, name: FacetName, value: string): ListChoices {
  const chosen = choices.facets[name]
  const values = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]
  return { ...choices, offset: 0, facets: { ...choices.facets, [name]: values } }
}

/** Sets the period; returns to the first page. */
export function withPeriod(
  choices: ListChoices,
  from: number | undefined,
  to: number | undefined,
): ListChoices {
  return { ...choices, ...orderedPeriod(from, to), offset: 0 }
}

/** Swaps the years if the last is before the first. */
export function orderedPeriod(
  from: number | undefined,
  to: number | undefined,
): Pick<ListChoices, 'from' | 'to'> {
  return from !== undefined && to !== undefined && from > to ? { from: to, to: from } : { from, to }
}

/** Replaces facet values by the server's canonical ones: an address may have a name in any spelling. */
export function withCanonicalValues(
  choices: ListChoices,
  canonical: Partial<ListChoices['facets']>,
): ListChoices {
  return { ...choices, facets: { ...choices.facets, ...canonical } }
}

/** Removes the filters; keeps search words, order and page size. */
export function withoutFilters(choices: ListChoices): ListChoices {
  return { ...choices, facets: NO_FACET_VALUES, from: undefined, to: undefined, offset: 0 }
}

export function hasFilters({ facets, from, to }: ListChoices): boolean {
  return from !== undefined || to !== undefined || facetNames.some((name) => facets[name].length > 0)
}

/** Relevance for a search, date for the whole list. */
export function defaultSort(q: string): DocumentSort {
  return q ? 'relevance' : 'oldest'
}

/** Parses a four-digit year from the address or a field. Of a longer date (1976-08-18), the year is used. */
export function parseYear(text: string | null): number | undefined {
  const year = /^\s*([1-9]\d{3})(?:-\d\d){0,2}\s*$/.exec(text ?? '')?.[1]
  return year === undefined ? undefined : Number(year)
}
