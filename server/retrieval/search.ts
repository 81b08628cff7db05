/** The response of `GET /api/search`: ranked documents, each with its closest sentences and the reason it was found. */
import type { Archive } from '../archive/archive.ts'
import type { SearchResponse } from '../contract/search.ts'
import { describeUnderstanding } from '../understanding/describe-understanding.ts'
import { resultReason } from './result-reason.ts'
import { type RetrieveOptions, retrieve } from './retrieve.ts'
import { closestSentencesFor, shownPassages } from './scored-sentences.ts'

export interface SearchOptions extends RetrieveOptions {
  limit: number
  offset: number
}

export async function search(
  query: string,
  archive: Archive,
  { limit, offset, ...options }: SearchOptions,
): Promise<SearchResponse> {
  const retrieval = await retrieve(query, archive, options)
  const page = retrieval.ranked.slice(offset, offset + limit)
  const sentences = await closestSentencesFor(retrieval, page, archive)
  const { answerable, reason } = retrieval.answerability
  return {
    query,
    answerable,
    ...(reason ? { reason } : {}),
    understanding: describeUnderstanding(retrieval),
    total: retrieval.ranked.length,
    results: page.map((ranked) => ({
      document: ranked.document,
      score: ranked.score,
      passages: shownPassages(ranked.document, sentences.get(ranked.document.id) ?? [], archive),
      why: resultReason(ranked, retrieval, archive),
    })),
  }
}
