/** API requests of the pages about names. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { NameList, NameResponse } from '../../server/contract/names.ts'
import type { NameSort } from '../../server/contract/sorts.ts'
import { getJson } from '../api.ts'
import type { PageRange } from '../queries.ts'
import type { NameKind } from './name-kinds.ts'

export const nameListQuery = (
  { path }: NameKind,
  { q, sort, offset, limit }: PageRange & { q: string; sort: NameSort },
) =>
  queryOptions({
    queryKey: ['names', path, { q, sort, offset, limit }],
    queryFn: ({ signal }) =>
      getJson<NameList>(
        `/api${path}?${new URLSearchParams({ q, sort, offset: `${offset}`, limit: `${limit}` })}`,
        signal,
      ),
    placeholderData: keepPreviousData,
  })

export const nameQuery = ({ path }: NameKind, id: string, { offset, limit }: PageRange) =>
  queryOptions({
    queryKey: ['name', path, id, { offset, limit }],
    queryFn: ({ signal }) =>
      getJson<NameResponse>(
        `/api${path}/${encodeURIComponent(id)}?${new URLSearchParams({ offset: `${offset}`, limit: `${limit}` })}`,
        signal,
      ),
    placeholderData: (previous) => (previous?.id === id ? previous : undefined),
  })
