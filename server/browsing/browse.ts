/** One list for browsing and searching: the documents that meet the choices made, with the counts of all other choices. */
import { yearOf } from '../../corpus/reduced-date.ts'
import type { DocumentNumber } from '../../embeddings/index/archive-index.ts'
import type { DocumentListResponse } from '../api.ts'
import type { Archive } from '../archive.ts'
import { type FacetName, facetNames } from '../filter/facet-names.ts'
import { type Filter, numbersWithin } from '../filter/filter.ts'
import { reasonFor } from '../retrieval/reason.ts'
import { type RankedDocument, type Retrieval, retrieve } from '../retrieval/retrieve.ts'
import { closestSentencesFor, passagesFrom } from '../retrieval/sentences.ts'
import { describeUnderstanding } from '../understanding/describe.ts'
import { orders, type Sort } from './sorts.ts'

export interface BrowseOptions {
  /** Words to search for, by meaning and by word; undefined lists everything. */
  q?: string | undefined
  filter: Filter
  sort: Sort
  limit: number
  offset: number
  /** Values told of each facet; those chosen are always among them. */
  facetLimit: number
  signal?: AbortSignal
}

/**
 * A document is found by words when its score is this share of the best one's. On the judged questions such a list
 * has 0.98 of the documents of grade 2 and 3, and 50 documents in the mean.
 */
const FOUND = 0.25

/** What meets a filter: all of it, in the order of the catalog, or what words find in it, best first. */
interface Selection {
  numbers: readonly DocumentNumber[]
  retrieval?: Retrieval
}

export async function browse(archive: Archive, options: BrowseOptions): Promise<DocumentListResponse> {
  const { filter, limit, offset, facetLimit } = options
  const { facets } = archive.facts
  const chosen = await select(options, filter, archive)
  const without = async (names: readonly (keyof Filter)[]) => {
    if (!names.some((name) => isSet(filter[name]))) return chosen
    return select(
      options,
      { ...filter, ...Object.fromEntries(names.map((name) => [name, undefined])) },
      archive,
    )
  }
  const counted = async (name: FacetName) => {
    const { numbers } = await without([name])
    const chosenValues = (filter[name] ?? []).map(facets[name].meant)
    return countsOf(numbers, facets[name].values, chosenValues)
      .filter(([value], place) => place < facetLimit || chosenValues.includes(value))
      .map(([value, count]) => ({ value, label: facets[name].label(value), count }))
  }
  const entries = await Promise.all(facetNames.map(async (name) => [name, await counted(name)] as const))
  const page = sorted(chosen, options, archive).slice(offset, offset + limit)
  return {
    total: chosen.numbers.length,
    offset,
    limit,
    documents: page.map(({ document }) => document),
    facets: Object.fromEntries(entries) as Record<FacetName, (typeof entries)[number][1]>,
    years: yearsOf(await without(['from', 'to']), archive),
    ...(chosen.retrieval ? await found(chosen.retrieval, page, archive) : {}),
  }
}

async function select({ q, signal }: BrowseOptions, filter: Filter, archive: Archive): Promise<Selection> {
  if (q === undefined) {
    const all = archive.facts.documents.flatMap((document, number) => (document ? [number] : []))
    return { numbers: numbersWithin(filter, archive.facts) ?? all }
  }
  const retrieval = await retrieve(q, archive, { filter, ...(signal ? { signal } : {}) })
  const best = retrieval.ranked[0]?.score ?? 0
  const ranked = retrieval.ranked.filter(({ score }) => score >= FOUND * best)
  return { numbers: ranked.map(({ number }) => number), retrieval }
}

function isSet(bound: Filter[keyof Filter]): boolean {
  return bound !== undefined && bound.length > 0
}

/** Values with the number of documents that have them, most first; those chosen are there even where none has them. */
function countsOf(
  numbers: readonly DocumentNumber[],
  values: readonly (readonly string[])[],
  chosen: readonly string[],
): [value: string, count: number][] {
  const counts = new Map(chosen.map((value) => [value, 0]))
  for (const number of numbers)
    for (const value of values[number] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b, 'en'))
}

/** Documents by year, each year from the first to the last; a date of reduced precision lies in one year. */
function yearsOf({ numbers }: Selection, { facts }: Archive): DocumentListResponse['years'] {
  const counts = new Map<number, number>()
  for (const number of numbers) {
    const document = facts.documents[number]
    if (document) counts.set(yearOf(document.date), (counts.get(yearOf(document.date)) ?? 0) + 1)
  }
  if (counts.size === 0) return []
  const [first, last] = [Math.min(...counts.keys()), Math.max(...counts.keys())]
  return Array.from({ length: last - first + 1 }, (_, place) => ({
    year: first + place,
    count: counts.get(first + place) ?? 0,
  }))
}

type Listed = Pick<RankedDocument, 'document' | 'number'>

function sorted({ numbers, retrieval }: Selection, { sort }: BrowseOptions, { facts }: Archive): Listed[] {
  const listed = numbers.flatMap((number) => {
    const document = facts.documents[number]
    return document ? [{ document, number }] : []
  })
  // Without words there is no relevance: the oldest come first.
  const order = sort === 'relevance' ? (retrieval ? undefined : orders.oldest) : orders[sort]
  return order ? listed.sort((a, b) => order(a.document, b.document)) : listed
}

/** What words found, and why each document of the page is among it. */
async function found(retrieval: Retrieval, page: readonly Listed[], archive: Archive) {
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
      passages: passagesFrom(each.document, sentences.get(each.document.id) ?? []),
      why: reasonFor(each, retrieval, archive),
    })),
  }
}
