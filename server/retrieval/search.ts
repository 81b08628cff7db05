/** Search as the API answers it: ranked documents, each with the sentences that are closest to the question. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import type { Passage, SearchResponse } from '../api.ts'
import type { Archive } from '../archive.ts'
import { retrieve, type ScoredSentence, sentencesFor } from './retrieve.ts'

/** Sentences shown for a result. */
const MOST_PASSAGES = 3

export async function search(
  query: string,
  archive: Archive,
  options: { limit: number; offset: number; signal?: AbortSignal },
): Promise<SearchResponse> {
  const { offset, limit, signal } = options
  const retrieval = await retrieve(query, archive, signal ? { signal } : {})
  const page = retrieval.ranked.slice(offset, offset + limit)
  const sentences = await sentencesFor(
    retrieval,
    page.map(({ document }) => document),
    archive,
  )
  return {
    query,
    answerable: retrieval.answerable,
    total: retrieval.ranked.length,
    results: page.map(({ document, score }) => ({
      document,
      score,
      passages: withPassages(document, sentences.get(document.id) ?? []),
    })),
  }
}

/** The closest sentences of a record; of one without a summary, its title. */
export function withPassages(document: ArchiveDocument, sentences: readonly ScoredSentence[]): Passage[] {
  const closest = sentences.slice(0, MOST_PASSAGES).map(({ text, score }) => ({ text, score }))
  return closest.length > 0 || document.summary !== null ? closest : [{ text: document.title, score: 0 }]
}
