/** The page's API requests for citations. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { CitationStyle } from '../../corpus/citation/citation-style.ts'
import type { CitationResponse } from '../../server/contract/citation.ts'
import { fetchOrThrow, getJson } from '../api.ts'
import { today } from '../page/today.ts'

export const citationQuery = (id: string, style: CitationStyle) =>
  queryOptions({
    queryKey: ['citation', id, style, today()],
    queryFn: ({ signal }) => getJson<CitationResponse>(citationAddress(id, style, { form: 'json' }), signal),
    placeholderData: keepPreviousData,
  })

export const bibliographyQuery = (ids: readonly string[], style: CitationStyle) =>
  queryOptions({
    queryKey: ['citations', ids, style, today()],
    queryFn: async ({ signal }): Promise<CitationResponse> =>
      (await postForCitations({ ids, style, form: 'json' }, signal)).json(),
    placeholderData: keepPreviousData,
    enabled: ids.length > 0,
  })

/** The API address of one document's citation. */
export function citationAddress(
  id: string,
  style: CitationStyle,
  parameters: Readonly<Record<string, string>>,
): string {
  const query = new URLSearchParams({ style, accessed: today(), ...parameters })
  return `/api/documents/${encodeURIComponent(id)}/citation?${query}`
}

interface CitationsRequest {
  ids: readonly string[]
  style: CitationStyle | 'all'
  form: 'text' | 'html' | 'json'
}

export function postForCitations(request: CitationsRequest, signal?: AbortSignal): Promise<Response> {
  return fetchOrThrow('/api/citations', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...request, accessed: today() }),
    ...(signal ? { signal } : {}),
  })
}
