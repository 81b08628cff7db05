/** The page's API requests as TanStack queries: cache key and address of each. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ArchiveDocument } from '../corpus/document.ts'
import type { CollectionList, CollectionResponse } from '../server/contract/collections.ts'
import type {
  DocumentListResponse,
  PopularResponse,
  RelatedResponse,
} from '../server/contract/document-lists.ts'
import type { ExamplesResponse } from '../server/contract/examples.ts'
import type { NeighboursResponse, RecordNames } from '../server/contract/records.ts'
import type { SearchResponse } from '../server/contract/search.ts'
import type { StatusResponse } from '../server/contract/status.ts'
import { getJson } from './api.ts'

export interface PageRange {
  offset: number
  limit: number
}

/** @param params the query parameters of `GET /api/documents` */
export const documentsQuery = (params: URLSearchParams) =>
  queryOptions({
    queryKey: ['documents', String(params)],
    queryFn: ({ signal }) => getJson<DocumentListResponse>(`/api/documents?${params}`, signal),
    placeholderData: keepPreviousData,
  })

export const documentQuery = (id: string) =>
  queryOptions({
    queryKey: ['document', id],
    queryFn: ({ signal }) => getJson<ArchiveDocument>(`/api/documents/${encodeURIComponent(id)}`, signal),
  })

export const relatedQuery = (id: string) =>
  queryOptions({
    queryKey: ['related', id],
    queryFn: ({ signal }) =>
      getJson<RelatedResponse>(`/api/documents/${encodeURIComponent(id)}/related`, signal),
  })

export const recordNamesQuery = (id: string) =>
  queryOptions({
    queryKey: ['names', id],
    queryFn: ({ signal }) => getJson<RecordNames>(`/api/documents/${encodeURIComponent(id)}/names`, signal),
  })

export const neighboursQuery = (id: string) =>
  queryOptions({
    queryKey: ['neighbours', id],
    queryFn: ({ signal }) =>
      getJson<NeighboursResponse>(`/api/documents/${encodeURIComponent(id)}/neighbours`, signal),
  })

export const nearestQuery = (words: string) =>
  queryOptions({
    queryKey: ['nearest', words],
    queryFn: ({ signal }) =>
      getJson<SearchResponse>(`/api/search?${new URLSearchParams({ q: words, limit: '5' })}`, signal),
  })

export const collectionsQuery = () =>
  queryOptions({
    queryKey: ['collections'],
    queryFn: ({ signal }) => getJson<CollectionList>('/api/collections', signal),
  })

export const collectionQuery = (id: string, { offset, limit }: PageRange) =>
  queryOptions({
    queryKey: ['collection', id, { offset, limit }],
    queryFn: ({ signal }) =>
      getJson<CollectionResponse>(
        `/api/collections/${encodeURIComponent(id)}?limit=${limit}&offset=${offset}`,
        signal,
      ),
    placeholderData: (previous) => (previous?.id === id ? previous : undefined),
  })

export const examplesQuery = () =>
  queryOptions({
    queryKey: ['examples'],
    queryFn: ({ signal }) => getJson<ExamplesResponse>('/api/examples?limit=5', signal),
  })

export const popularQuery = () =>
  queryOptions({
    queryKey: ['popular'],
    queryFn: ({ signal }) => getJson<PopularResponse>('/api/documents/popular', signal),
  })

/** Polling interval while the server builds its index (ms). */
const STATUS_INTERVAL_MS = 5_000

export const statusQuery = () =>
  queryOptions({
    queryKey: ['status'],
    queryFn: ({ signal }) => getJson<StatusResponse>('/api/status', signal),
    refetchInterval: ({ state: { data } }) =>
      data && data.index.state !== 'ready' ? STATUS_INTERVAL_MS : false,
  })
