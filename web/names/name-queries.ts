/** API requests of the pages about names. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { NameList, NameResponse } from '../../server/contract/names.ts'
import type { NameSort } from '../../server/contract/sorts.ts'
import { get } from '../api.ts'
import type { Page } from '../queries.ts'
import type { KindWords } from './kinds.ts'

export const namesQuery = (
  { path }: KindWords,
  { q, sort, offset, limit }: Page & { q: string; sort: NameSort },
) =>
  queryOptions({
    queryKey: ['names', path, { q, sort, offset, limit }],
    queryFn: ({ signal }) =>
      get<NameList>(
        `/api${path}?${new URLSearchParams({ q, sort, offset: `${offset}`, limit: `${limit}` })}`,
        signal,
      ),
    placeholderData: keepPreviousData,
  })

export const nameQuery = ({ path }: KindWords, id: string, { offset, limit }: Page) =>
  queryOptions({
    queryKey: ['name', path, id, { offset, limit }],
    queryFn: ({ signal }) =>
      get<NameResponse>(
        `/api${path}/${encodeURIComponent(id)}?${new URLSearchParams({ offset: `${offset}`, limit: `${limit}` })}`,
        signal,
      ),
    placeholderData: (previous) => (previous?.id === id ? previous : undefined),
  })
