/** Selects the candidate documents for an answer, with their sentences and the priority in which they are read. */

import { type Part, partsOfSides, stretchesOf } from '../answer/reading/answer-parts.ts'
import type { FoundDocument } from '../answer/reading/read-sentences.ts'
import type { Archive } from '../archive/archive.ts'
import { type Retrieval, retrieve } from '../retrieval/retrieve.ts'
import { allSentencesFor } from '../retrieval/sentences.ts'
import { askedForm } from '../understanding/expected-answer.ts'
import { type Side, sidesOf } from '../understanding/comparison-sides.ts'

/** Their summaries have some 70 sentences in all. */
const CONSIDERED = 20
/** The best document of each range of years gets this priority; the best of all has 1. */
const OF_STRETCH = 0.8

interface ToRead {
  documents: FoundDocument[]
  /** The sides of a comparison, or the ranges of years of a chronology. */
  parts: Part[]
}

interface Options {
  question: string
  retrieval: Retrieval
  /** Keys of understood items that the user removed. */
  without: readonly string[]
  /** The id of the document that the question is about: it is read separately. */
  about: string | undefined
  /** Ids of documents that must be among them. */
  always: readonly string[]
  signal: AbortSignal
}

/** A comparison searches for each side separately; a chronology raises the best documents of each range of years. */
export async function documentsToRead(options: Options, archive: Archive): Promise<ToRead> {
  const { documents, parts } = await found(options, archive)
  const missing = options.always.filter((id) => !documents.some(({ document }) => document.id === id))
  return { parts, documents: [...documents, ...(await asLast(missing, options.retrieval, archive))] }
}

async function found(options: Options, archive: Archive): Promise<ToRead> {
  const { question, retrieval, about, without, signal } = options
  const documents = await withSentences(retrieval, CONSIDERED, archive, about)
  const { understanding } = retrieval
  if (about !== undefined) return { documents, parts: [] }
  const sides = understanding.follows === undefined ? sidesOf(question, understanding) : []
  if (sides.length > 0) {
    const parts = partsOfSides(sides, archive)
    const found = [...documents]
    for (const [index, side] of sides.entries()) {
      const own = await retrieve(withoutOthers(question, side, sides), archive, { without, signal })
      const candidates = await withSentences(own, CONSIDERED, archive)
      found.push(...candidates.filter(({ document }) => (parts[index]?.fit(document, '') ?? 0) > 0))
    }
    return { parts, documents: bestOfEach(found) }
  }
  const { course, value } = askedForm(understanding)
  const parts = course && value === undefined ? stretchesOf(documents) : []
  return { parts, documents: parts.length === 0 ? documents : raised(documents, parts) }
}

/** The best ranked documents with all sentences of their summaries. */
export async function withSentences(
  retrieval: Retrieval,
  count: number,
  archive: Archive,
  except?: string,
): Promise<FoundDocument[]> {
  const documents = retrieval.ranked.filter(({ document }) => document.id !== except).slice(0, count)
  const sentences = await allSentencesFor(retrieval, documents, archive)
  const best = documents[0]?.score || 1
  return documents.map(({ document, number, score }, rank) => {
    const share = score / best
    return { document, number, rank, share, priority: share, sentences: sentences.get(document.id) ?? [] }
  })
}

/** Documents that the searches did not find, as if each were ranked last. */
async function asLast(
  ids: readonly string[],
  retrieval: Retrieval,
  archive: Archive,
): Promise<FoundDocument[]> {
  const places = ids.flatMap((id) => {
    const [document, number] = [archive.catalog.byId.get(id), archive.index.numberOf.get(id)]
    return document && number !== undefined ? [{ document, number }] : []
  })
  const sentences = await allSentencesFor(retrieval, places, archive)
  return places.map(({ document, number }) => ({
    ...{ document, number, rank: CONSIDERED, share: 0, priority: 0 },
    sentences: sentences.get(document.id) ?? [],
  }))
}

/** Removes duplicates from several searches: of each document the entry with the highest priority stays. */
function bestOfEach(found: readonly FoundDocument[]): FoundDocument[] {
  const best = new Map<string, FoundDocument>()
  for (const each of found) {
    const known = best.get(each.document.id)
    if (!known || each.priority > known.priority) best.set(each.document.id, each)
  }
  return [...best.values()]
}

/** Raises the priority of documents that are among the best of their part. */
function raised(documents: readonly FoundDocument[], parts: readonly Part[]): FoundDocument[] {
  const bests = parts.map((part) =>
    Math.max(...documents.filter(({ document }) => part.fit(document, '') > 0).map(({ share }) => share)),
  )
  return documents.map((each) => {
    const best = bests[parts.findIndex((part) => part.fit(each.document, '') > 0)]
    return best === undefined
      ? each
      : { ...each, priority: Math.max(each.share, (OF_STRETCH * each.share) / (best || 1)) }
  })
}

/** @example 'Compare Soviet and Chinese views' for the Soviet side → 'Compare Soviet and  views' */
function withoutOthers(question: string, side: Side, sides: readonly Side[]): string {
  const places = sides
    .filter((other) => other !== side)
    .map(({ name, period }) => name ?? period)
    .flatMap((words) => (words ? [words] : []))
    .sort((a, b) => b.start - a.start)
  return places.reduce((text, { start, end }) => `${text.slice(0, start)}${text.slice(end)}`, question)
}
