/** What the page reads from the API, one description each: its key in the cache and its address. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ArchiveDocument } from '../corpus/document.ts'
import type {
  CollectionList,
  CollectionResponse,
  DocumentList,
  ExamplesResponse,
  PopularResponse,
  RelatedResponse,
} from '../server/api.ts'
import { get } from './api.ts'

export const sorts = ['oldest', 'newest', 'title'] as const
export type Sort = (typeof sorts)[number]
export interface Page {
  offset: number
  limit: number
}

export const documentsQuery = ({ sort, offset, limit }: Page & { sort: Sort }) =>
  queryOptions({
    queryKey: ['documents', { sort, offset, limit }],
    queryFn: ({ signal }) =>
      get<DocumentList>(`/api/documents?limit=${limit}&offset=${offset}&sort=${sort}`, signal),
    placeholderData: keepPreviousData,
  })

export const documentQuery = (id: string) =>
  queryOptions({
    queryKey: ['document', id],
    queryFn: ({ signal }) => get<ArchiveDocument>(`/api/documents/${encodeURIComponent(id)}`, signal),
  })

export const relatedQuery = (id: string) =>
  queryOptions({
    queryKey: ['related', id],
    queryFn: ({ signal }) => get<RelatedResponse>(`/api/documents/${encodeURIComponent(id)}/related`, signal),
  })

export const collectionsQuery = () =>
  queryOptions({
    queryKey: ['collections'],
    queryFn: ({ signal }) => get<CollectionList>('/api/collections', signal),
  })

export const collectionQuery = (id: string, { offset, limit }: Page) =>
  queryOptions({
    queryKey: ['collection', id, { offset, limit }],
    queryFn: ({ signal }) =>
      get<CollectionResponse>(
        `/api/collections/${encodeURIComponent(id)}?limit=${limit}&offset=${offset}`,
        signal,
      ),
    placeholderData: (previous) => (previous?.id === id ? previous : undefined),
  })

export const examplesQuery = () =>
  queryOptions({
    queryKey: ['examples'],
    queryFn: ({ signal }) => get<ExamplesResponse>('/api/examples?limit=5', signal),
  })

export const popularQuery = () =>
  queryOptions({
    queryKey: ['popular'],
    queryFn: ({ signal }) => get<PopularResponse>('/api/documents/popular', signal),
  })
