/** Citations as the server formats them. What it does not answer in time is missing, and cited from the record. */
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { get } from '../api.ts'
import { type Citations, citationsOf, type Formatted, listStyleOf } from './citations.ts'
import type { ExportedAnswer } from './exported-answer.ts'
import { sourcesOfAll } from './exported-answer.ts'
import type { NoteStyle } from './note-style.ts'

/** What `GET /api/citations` answers. */
interface CitationList {
  style: string
  citations: { id: string; text: string; html: string }[]
}

/** Documents a request: ids have up to 83 characters, and addresses of 8 kB pass every proxy. */
const AT_ONCE = 40
/** A reader who asks for a file waits no longer than this (ms). */
const ANSWERED_WITHIN = 8000

const citationsQuery = (style: string, ids: readonly string[]) =>
  queryOptions({
    queryKey: ['citations', style, ids],
    retry: false,
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams([['style', style], ...ids.map((id) => ['id', id])])
      const patience = AbortSignal.any([signal, AbortSignal.timeout(ANSWERED_WITHIN)])
      const { citations } = await get<CitationList>(`/api/citations?${query}`, patience)
      return citations
    },
  })

export async function fetchCitations(
  client: QueryClient,
  answers: readonly ExportedAnswer[],
  style: NoteStyle,
): Promise<Citations> {
  const documents = sourcesOfAll(answers)
  const formatted = async (style: string): Promise<Formatted> => {
    const lists = await Promise.all(
      queriesFor(style, documents).map((query) => client.ensureQueryData(query).catch(() => [])),
    )
    return new Map(lists.flat().map(({ id, html }) => [id, html]))
  }
  const [notes, list] = await Promise.all([formatted(style), formatted(listStyleOf(style))])
  return citationsOf(documents, style, notes, list)
}

/** At once, from what was fetched before: printing does not wait. */
export function citationsAtHand(
  client: QueryClient,
  answers: readonly ExportedAnswer[],
  style: NoteStyle,
): Citations {
  const documents = sourcesOfAll(answers)
  const formatted = (style: string): Formatted =>
    new Map(
      queriesFor(style, documents)
        .flatMap(({ queryKey }) => client.getQueryData(queryKey) ?? [])
        .map(({ id, html }) => [id, html]),
    )
  return citationsOf(documents, style, formatted(style), formatted(listStyleOf(style)))
}

function queriesFor(style: string, documents: readonly { id: string }[]) {
  const ids = documents.map(({ id }) => id)
  return Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, index) =>
    citationsQuery(style, ids.slice(index * AT_ONCE, (index + 1) * AT_ONCE)),
  )
}
