/**
 * Fetches formatted citations. Those that the server does not return in time are built from the record (citations.ts).
 */
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { CitationStyle } from '../../corpus/citation/citation-style.ts'
import type { CitationResponse } from '../../server/contract/citation.ts'
import { postForCitations } from '../citing/citation-queries.ts'
import { today } from '../page/today.ts'
import { buildCitations, type Citations, type FormattedCitations, sourceListStyle } from './citations.ts'
import type { ExportedAnswer } from './exported-answer.ts'
import { distinctDocuments } from './exported-answer.ts'
import type { NoteStyle } from './note-style.ts'

/** The server formats at most 200 documents per request (MAX_CITED_DOCUMENTS). */
const DOCUMENTS_PER_REQUEST = 100
/** The longest wait for an export file. The first citations after a server start take some seconds. */
const CITATIONS_TIMEOUT_MS = 20_000

const citationsQuery = (style: CitationStyle, ids: readonly string[]) =>
  queryOptions({
    queryKey: ['citations to export', style, ids, today()],
    retry: false,
    queryFn: async ({ signal }) => {
      const abortOrTimeout = AbortSignal.any([signal, AbortSignal.timeout(CITATIONS_TIMEOUT_MS)])
      const response = await postForCitations({ ids, style, form: 'json' }, abortOrTimeout)
      const { citations }: CitationResponse = await response.json()
      return citations
    },
  })

export async function fetchCitations(
  client: QueryClient,
  answers: readonly ExportedAnswer[],
  style: NoteStyle,
): Promise<Citations> {
  const documents = distinctDocuments(answers)
  const formatted = async (style: CitationStyle): Promise<FormattedCitations> => {
    const lists = await Promise.all(
      queriesFor(style, documents).map((query) => client.ensureQueryData(query).catch(() => [])),
    )
    return new Map(lists.flat().map(({ id, html }) => [id, html]))
  }
  const [notes, list] = await Promise.all([formatted(style), formatted(sourceListStyle(style))])
  return buildCitations(documents, style, notes, list)
}

/** Citations from the query cache only, synchronously: printing cannot wait for a request. */
export function cachedCitations(
  client: QueryClient,
  answers: readonly ExportedAnswer[],
  style: NoteStyle,
): Citations {
  const documents = distinctDocuments(answers)
  const formatted = (style: CitationStyle): FormattedCitations =>
    new Map(
      queriesFor(style, documents)
        .flatMap(({ queryKey }) => client.getQueryData(queryKey) ?? [])
        .map(({ id, html }) => [id, html]),
    )
  return buildCitations(documents, style, formatted(style), formatted(sourceListStyle(style)))
}

function queriesFor(style: CitationStyle, documents: readonly { id: string }[]) {
  const ids = documents.map(({ id }) => id)
  return Array.from({ length: Math.ceil(ids.length / DOCUMENTS_PER_REQUEST) }, (_, index) =>
    citationsQuery(style, ids.slice(index * DOCUMENTS_PER_REQUEST, (index + 1) * DOCUMENTS_PER_REQUEST)),
  )
}
