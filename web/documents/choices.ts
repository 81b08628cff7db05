/** What a reader chose in the list of documents: from the address and back. The address is the state. */
import { type FacetName, facetNames } from '../../server/contract/facet-names.ts'
import { type DocumentSort, documentSorts } from '../../server/contract/sorts.ts'
import { PAGE_SIZE, PAGE_SIZES, type PageSize, readOffset } from './paging.ts'

/** The facets' names for readers. */
export const FACETS: Readonly<Record<FacetName, string>> = {
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

export interface Choices {
  /** Words to search for; '' lists everything. */
  q: string
  facets: Readonly<Record<FacetName, readonly string[]>>
  /** First and last year; undefined where the period is open. */
  from: number | undefined
  to: number | undefined
  sort: DocumentSort
  limit: PageSize
  offset: number
}

const NONE: Choices['facets'] = {
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

export function readChoices(params: URLSearchParams): Choices {
  const q = params.get('q')?.trim() ?? ''
  const limit = PAGE_SIZES.find((size) => String(size) === params.get('limit')) ?? PAGE_SIZE
  return {
    q,
    facets: {
      ...NONE,
      ...Object.fromEntries(
        facetNames.map((name) => [name, [...new Set(params.getAll(name).filter(Boolean))]]),
      ),
    },
    ...inOrder(readYear(params.get('from')), readYear(params.get('to'))),
    sort: documentSorts.find((sort) => sort === params.get('sort')) ?? standardSort(q),
    limit,
    offset: readOffset(params, limit),
  }
}

/** The parameters that say the choices; what is as it would be anyway is left out. */
export function paramsOf({ q, facets, from, to, sort, limit, offset }: Choices): URLSearchParams {
  const params = new URLSearchParams()
  if (q) params.set('q', q)
  for (const name of facetNames) for (const value of facets[name]) params.append(name, value)
  if (from !== undefined) params.set('from', String(from))
  if (to !== undefined) params.set('to', String(to))
  if (sort !== standardSort(q)) params.set('sort', sort)
  if (limit !== PAGE_SIZE) params.set('limit', String(limit))
  if (offset > 0) params.set('offset', String(offset))
  return params
}

export function addressOf(choices: Choices): string {
  const params = paramsOf(choices)
  return params.size > 0 ? `/documents?${params}` : '/documents'
}

/** The choices with a value of a facet taken up or put down; the list begins anew. */
export function toggled(choices: Choices, name: FacetName, value: string): Choices {
  const chosen = choices.facets[name]
  const values = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]
  return { ...choices, offset: 0, facets: { ...choices.facets, [name]: values } }
}

/** The choices with other years; the list begins anew. */
export function within(choices: Choices, from: number | undefined, to: number | undefined): Choices {
  return { ...choices, ...inOrder(from, to), offset: 0 }
}

/** A period whose end stands before its beginning is meant the other way round. */
export function inOrder(from: number | undefined, to: number | undefined): Pick<Choices, 'from' | 'to'> {
  return from !== undefined && to !== undefined && from > to ? { from: to, to: from } : { from, to }
}

/** The choices with the values that the server says are meant: a name may be given in any spelling. */
export function asMeant(choices: Choices, meant: Partial<Choices['facets']>): Choices {
  return { ...choices, facets: { ...choices.facets, ...meant } }
}

/** Everything but the words, the order and the size of the page. */
export function withoutBounds(choices: Choices): Choices {
  return { ...choices, facets: NONE, from: undefined, to: undefined, offset: 0 }
}

export function hasBounds({ facets, from, to }: Choices): boolean {
  return from !== undefined || to !== undefined || facetNames.some((name) => facets[name].length > 0)
}

/** What words find is ordered by relevance, everything by date. */
export function standardSort(q: string): DocumentSort {
  return q ? 'relevance' : 'oldest'
}

/** A year of four digits as the address or a field has it; a longer date counts by its year. */
export function readYear(text: string | null): number | undefined {
  const year = /^\s*([1-9]\d{3})(?:-\d\d){0,2}\s*$/.exec(text ?? '')?.[1]
  return year === undefined ? undefined : Number(year)
}
