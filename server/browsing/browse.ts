/** One list for browsing and searching: the documents that meet the choices made, with the counts of all other choices. */

import type { Archive } from '../archive/archive.ts'
import { type Filter, numbersWithin } from '../archive/filter.ts'
import type { DocumentListResponse, FacetCount } from '../contract/document-lists.ts'
import { type FacetName, facetNames } from '../contract/facet-names.ts'
import type { DocumentSort } from '../contract/sorts.ts'
import { reasonFor } from '../retrieval/reason.ts'
import { type RankedDocument, type Retrieval, retrieve } from '../retrieval/retrieve.ts'
import { closestSentencesFor, passagesFrom } from '../retrieval/sentences.ts'
import { describeUnderstanding } from '../understanding/describe.ts'
import { orders } from './orders.ts'
import { countByYear } from './years.ts'

export interface BrowseOptions {
  /** Words to search for, by meaning and by word; undefined lists everything. */
  q?: string | undefined
  filter: Filter
  sort: DocumentSort
  limit: number
  offset: number
  /** Values told of each facet; those chosen are always among them. */
  facetLimit: number
  signal?: AbortSignal | undefined
}

export async function browse(archive: Archive, options: BrowseOptions): Promise<DocumentListResponse> {
  const { filter, limit, offset, facetLimit } = options
  const { facets } = archive.facts
  const retrieval = await search(options, archive)
  const listed = retrieval ? foundBy(retrieval, archive) : everything(archive)
  const within = (bounds: Filter) => {
    const numbers = numbersWithin(bounds, archive.facts)
    if (!numbers) return listed
    const met = new Set(numbers)
    return listed.filter(({ number }) => met.has(number))
  }
  const without = (...names: (keyof Filter)[]) =>
    within({ ...filter, ...Object.fromEntries(names.map((name) => [name, undefined])) })
  const chosenIn = (name: FacetName) => [...new Set((filter[name] ?? []).map(facets[name].meant))]
  const counted = (name: FacetName): FacetCount[] => {
    const chosen = chosenIn(name)
    return countsOf(without(name), facets[name].values, chosen)
      .filter(([value], place) => place < facetLimit || chosen.includes(value))
      .map(([value, count]) => ({ value, label: facets[name].label(value), count }))
  }
  const met = sorted(within(filter), options)
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
    ...(retrieval ? await matchesOf(retrieval, page, archive) : {}),
  }
}

type Listed = Pick<RankedDocument, 'document' | 'number'>

function everything({ facts }: Archive): Listed[] {
  return facts.documents.flatMap((document, number) => (document ? [{ document, number }] : []))
}

/** Best first. */
function foundBy({ ranked }: Retrieval, { calibration }: Archive): Listed[] {
  const best = ranked[0]?.score ?? 0
  return ranked.filter(({ score }) => score >= calibration.listed * best)
}

/**
 * The words are searched for in the whole archive and the bounds applied to what they find, so that a count in a facet
 * is the number of documents that choosing it leaves.
 */
async function search(
  { q, filter, signal }: BrowseOptions,
  archive: Archive,
): Promise<Retrieval | undefined> {
  if (q === undefined) return undefined
  const setsPeriod = [filter.from, filter.to, ...(filter.decade ?? [])].some((bound) => bound !== undefined)
  return retrieve(q, archive, { ignorePeriods: setsPeriod, signal })
}

/** Values with the number of documents that have them, most first; those chosen are there even where none has them. */
function countsOf(
  listed: readonly Listed[],
  values: readonly (readonly string[])[],
  chosen: readonly string[],
): [value: string, count: number][] {
  const counts = new Map(chosen.map((value) => [value, 0]))
  for (const { number } of listed)
    for (const value of values[number] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b, 'en'))
}

function sorted(listed: readonly Listed[], { sort, q }: BrowseOptions): readonly Listed[] {
  // Without words there is no relevance: the oldest come first.
  const order = sort === 'relevance' ? (q === undefined ? orders.oldest : undefined) : orders[sort]
  return order ? listed.toSorted((a, b) => order(a.document, b.document)) : listed
}

/** What words found, and why each document of the page is among it. */
async function matchesOf(retrieval: Retrieval, page: readonly Listed[], archive: Archive) {
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
      passages: passagesFrom(each.document, sentences.get(each.document.id) ?? [], archive),
      why: reasonFor(each, retrieval, archive),
    })),
  }
}
