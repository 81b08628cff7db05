/** The document list for browsing and searching: documents that match the filters, with the counts of every facet. */
import type { Archive } from '../archive/archive.ts'
import { type DocumentFilter, documentsMatchingFilter } from '../archive/filter.ts'
import type { DocumentListResponse, FacetCount } from '../contract/document-lists.ts'
import { type FacetName, facetNames } from '../contract/facet-names.ts'
import type { DocumentSort } from '../contract/sorts.ts'
import { resultReason } from '../retrieval/result-reason.ts'
import { type RankedDocument, type Retrieval, retrieve } from '../retrieval/retrieve.ts'
import { closestSentencesFor, shownPassages } from '../retrieval/sentences.ts'
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
  const listed = retrieval ? relevantDocuments(retrieval, archive) : allDocuments(archive)
  const within = (bounds: DocumentFilter) => {
    const numbers = documentsMatchingFilter(bounds, archive.facts)
    if (!numbers) return listed
    const met = new Set(numbers)
    return listed.filter(({ number }) => met.has(number))
  }
  const without = (...names: (keyof DocumentFilter)[]) =>
    within({ ...filter, ...Object.fromEntries(names.map((name) => [name, undefined])) })
  const chosenIn = (name: FacetName) => [...new Set((filter[name] ?? []).map(facets[name].resolve))]
  const counted = (name: FacetName): FacetCount[] => {
    const chosen = chosenIn(name)
    return countValues(without(name), facets[name].values, chosen)
      .filter(([value], index) => index < facetLimit || chosen.includes(value))
      .map(([value, count]) => ({ value, label: facets[name].label(value), count }))
  }
  const met = sortDocuments(within(filter), options)
  const page = met.slice(offset, offset + limit)
  return {
    total: met.length,
    offset,
    limit,
    documents: page.map(({ document }) => document),
    facets: Object.fromEntries(facetNames.map((name) => [name, counted(name)])),
    chosen: Object.fromEntries(
      facetNames.flatMap((name) => (filter[name]?.length ? [[name, chosenIn(name)]] : [])),
    ),
    years: countByYear(without('from', 'to').map(({ document }) => document)),
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
  listed: readonly ListedDocument[],
  values: readonly (readonly string[])[],
  chosen: readonly string[],
): [value: string, count: number][] {
  const counts = new Map(chosen.map((value) => [value, 0]))
  for (const { number } of listed)
    for (const value of values[number] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b, 'en'))
}

function sortDocuments(
  listed: readonly ListedDocument[],
  { sort, q }: BrowseOptions,
): readonly ListedDocument[] {
  // Without a search there is no relevance: oldest first.
  const order =
    sort === 'relevance'
      ? q === undefined
        ? documentComparators.oldest
        : undefined
      : documentComparators[sort]
  return order ? listed.toSorted((a, b) => order(a.document, b.document)) : listed
}

/** The search's part of the response: answerability, understanding, and passages and reason for each document of the page. */
async function describeMatches(retrieval: Retrieval, page: readonly ListedDocument[], archive: Archive) {
  const scores = new Map(retrieval.ranked.map(({ number, score }) => [number, score]))
  const ranked = page.map((listed) => ({ ...listed, score: scores.get(listed.number) ?? 0 }))
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
