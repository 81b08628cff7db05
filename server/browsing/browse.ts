/** The document list for browsing and searching: documents that match the filters, with the counts of every facet. */
import type { Archive } from '../archive/archive.ts'
import { type DocumentFilter, documentsMatchingFilter } from '../archive/filter.ts'
import type { DocumentListResponse, FacetCount } from '../contract/document-lists.ts'
import { type FacetName, facetNames } from '../contract/facet-names.ts'
import type { DocumentSort } from '../contract/sorts.ts'
import { resultReason } from '../retrieval/result-reason.ts'
import { type RankedDocument, type Retrieval, retrieve } from '../retrieval/retrieve.ts'
import { closestSentencesFor, shownPassages } from '../retrieval/scored-sentences.ts'
import { describeUnderstanding } from '../understanding/describe-understanding.ts'
import { documentComparators } from './document-comparators.ts'
import { countByYear } from './years.ts'

export interface BrowseOptions {
  /** Search text, semantic and full-text; undefined lists all documents. */
  q?: string | undefined
  filter: DocumentFilter
  sort: DocumentSort
  limit: number
  offset: number
  /** Values returned for each facet; chosen values are returned in addition. */
  facetLimit: number
  signal?: AbortSignal | undefined
}

export async function browse(archive: Archive, options: BrowseOptions): Promise<DocumentListResponse> {
  const { filter, limit, offset, facetLimit } = options
  const { facets } = archive.facts
  const retrieval = await search(options, archive)
  const candidates = retrieval ? relevantDocuments(retrieval, archive) : allDocuments(archive)
  const candidatesMatching = (bounds: DocumentFilter) => {
    const numbers = documentsMatchingFilter(bounds, archive.facts)
    if (!numbers) return candidates
    const matching = new Set(numbers)
    return candidates.filter(({ number }) => matching.has(number))
  }
  const matchingWithout = (...names: (keyof DocumentFilter)[]) =>
    candidatesMatching({ ...filter, ...Object.fromEntries(names.map((name) => [name, undefined])) })
  const chosenValues = (name: FacetName) => [...new Set((filter[name] ?? []).map(facets[name].resolve))]
  const facetCountsOf = (name: FacetName): FacetCount[] => {
    const chosen = chosenValues(name)
    return countValues(matchingWithout(name), facets[name].values, chosen)
      .filter(([value], index) => index < facetLimit || chosen.includes(value))
      .map(([value, count]) => ({ value, label: facets[name].label(value), count }))
  }
  const matching = sortDocuments(candidatesMatching(filter), options)
  const page = matching.slice(offset, offset + limit)
  return {
    total: matching.length,
    offset,
    limit,
    documents: page.map(({ document }) => document),
    facets: Object.fromEntries(facetNames.map((name) => [name, facetCountsOf(name)])),
    chosen: Object.fromEntries(
      facetNames.flatMap((name) => (filter[name]?.length ? [[name, chosenValues(name)]] : [])),
    ),
    years: countByYear(matchingWithout('from', 'to').map(({ document }) => document)),
    ...(retrieval ? await describeMatches(retrieval, page, archive) : {}),
  }
}

type ListedDocument = Pick<RankedDocument, 'document' | 'number'>

function allDocuments({ facts }: Archive): ListedDocument[] {
  return facts.documents.flatMap((document, number) => (document ? [{ document, number }] : []))
}

/** Search results above the relevance threshold, best first. */
function relevantDocuments({ ranked }: Retrieval, { calibration }: Archive): ListedDocument[] {
  const best = ranked[0]?.score ?? 0
  return ranked.filter(({ score }) => score >= calibration.listed * best)
}

/**
 * Searches the whole archive; the filters are applied to the results. So the count of a facet's value is the number of
 * documents that remain when it is chosen.
 */
async function search(
  { q, filter, signal }: BrowseOptions,
  archive: Archive,
): Promise<Retrieval | undefined> {
  if (q === undefined) return undefined
  const setsPeriod = [filter.from, filter.to, ...(filter.decade ?? [])].some((bound) => bound !== undefined)
  return retrieve(q, archive, { ignorePeriods: setsPeriod, signal })
}

/** Values with the number of documents that have them, most first; includes chosen values that no document has. */
function countValues(
  candidates: readonly ListedDocument[],
  values: readonly (readonly string[])[],
  chosen: readonly string[],
): [value: string, count: number][] {
  const counts = new Map(chosen.map((value) => [value, 0]))
  for (const { number } of candidates)
    for (const value of values[number] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b, 'en'))
}

function sortDocuments(
  candidates: readonly ListedDocument[],
  { sort, q }: BrowseOptions,
): readonly ListedDocument[] {
  // Without a search there is no relevance: oldest first.
  const order =
    sort === 'relevance'
      ? q === undefined
        ? documentComparators.oldest
        : undefined
      : documentComparators[sort]
  return order ? candidates.toSorted((a, b) => order(a.document, b.document)) : candidates
}

/** The search's part of the response: answerability, understanding, and passages and reason for each document of the page. */
async function describeMatches(retrieval: Retrieval, page: readonly ListedDocument[], archive: Archive) {
  const scores = new Map(retrieval.ranked.map(({ number, score }) => [number, score]))
  const ranked = page.map((candidates) => ({ ...candidates, score: scores.get(candidates.number) ?? 0 }))
  const sentences = await closestSentencesFor(retrieval, ranked, archive)
  const { answerable, reason } = retrieval.answerability
  return {
    answerable,
    ...(reason ? { reason } : {}),
    understanding: describeUnderstanding(retrieval),
    matches: ranked.map((each) => ({
      id: each.document.id,
      passages: shownPassages(each.document, sentences.get(each.document.id) ?? [], archive),
      why: resultReason(each, retrieval, archive),
    })),
  }
}
