/** Selects the candidate documents for an answer, with their sentences and the priority in which they are read. */

import { type AnswerPart, partsForSides, yearRangeParts } from '../answer/reading/answer-parts.ts'
import type { FoundDocument } from '../answer/reading/read-sentences.ts'
import type { Archive } from '../archive/archive.ts'
import { type Retrieval, retrieve } from '../retrieval/retrieve.ts'
import { allSentencesFor } from '../retrieval/scored-sentences.ts'
import { type ComparisonSide, comparisonSides } from '../understanding/comparison-sides.ts'
import { expectedAnswer } from '../understanding/expected-answer.ts'

/** Their summaries have some 70 sentences in all. */
const MAX_CANDIDATE_DOCUMENTS = 20
/** The best document of each range of years gets this priority; the best of all has 1. */
const BEST_OF_YEAR_RANGE_PRIORITY = 0.8

interface DocumentsToRead {
  documents: FoundDocument[]
  /** The sides of a comparison, or the ranges of years of a chronology. */
  parts: AnswerPart[]
}

interface DocumentsToReadOptions {
  question: string
  retrieval: Retrieval
  /** Keys of understood items that the user removed. */
  without: readonly string[]
  /** The id of the document that the question is about: it is read separately. */
  about: string | undefined
  /** Ids of documents that must be among them. */
  requiredIds: readonly string[]
  signal: AbortSignal
}

/** A comparison searches for each side separately; a chronology raises the best documents of each range of years. */
export async function documentsToRead(
  options: DocumentsToReadOptions,
  archive: Archive,
): Promise<DocumentsToRead> {
  const { documents, parts } = await searchDocuments(options, archive)
  const missing = options.requiredIds.filter((id) => !documents.some(({ document }) => document.id === id))
  return {
    parts,
    documents: [...documents, ...(await withLowestPriority(missing, options.retrieval, archive))],
  }
}

async function searchDocuments(options: DocumentsToReadOptions, archive: Archive): Promise<DocumentsToRead> {
  const { question, retrieval, about, without, signal } = options
  const documents = await documentsWithSentences(retrieval, MAX_CANDIDATE_DOCUMENTS, archive, about)
  const { understanding } = retrieval
  if (about !== undefined) return { documents, parts: [] }
  const sides = understanding.follows === undefined ? comparisonSides(question, understanding) : []
  if (sides.length > 0) {
    const parts = partsForSides(sides, archive)
    const found = [...documents]
    for (const [index, side] of sides.entries()) {
      const own = await retrieve(withoutOtherSides(question, side, sides), archive, { without, signal })
      const candidates = await documentsWithSentences(own, MAX_CANDIDATE_DOCUMENTS, archive)
      found.push(...candidates.filter(({ document }) => (parts[index]?.fitScore(document, '') ?? 0) > 0))
    }
    return { parts, documents: keepBestPerDocument(found) }
  }
  const { chronological, valueType } = expectedAnswer(understanding)
  const parts = chronological && valueType === undefined ? yearRangeParts(documents) : []
  return { parts, documents: parts.length === 0 ? documents : raiseBestOfEachPart(documents, parts) }
}

/** The best ranked documents with all sentences of their summaries. */
export async function documentsWithSentences(
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
async function withLowestPriority(
  ids: readonly string[],
  retrieval: Retrieval,
  archive: Archive,
): Promise<FoundDocument[]> {
  const numberedDocuments = ids.flatMap((id) => {
    const [document, number] = [archive.catalog.byId.get(id), archive.index.numberOf.get(id)]
    return document && number !== undefined ? [{ document, number }] : []
  })
  const sentences = await allSentencesFor(retrieval, numberedDocuments, archive)
  return numberedDocuments.map(({ document, number }) => ({
    ...{ document, number, rank: MAX_CANDIDATE_DOCUMENTS, share: 0, priority: 0 },
    sentences: sentences.get(document.id) ?? [],
  }))
}

/** Removes duplicates from several searches: of each document the entry with the highest priority stays. */
function keepBestPerDocument(found: readonly FoundDocument[]): FoundDocument[] {
  const best = new Map<string, FoundDocument>()
  for (const each of found) {
    const known = best.get(each.document.id)
    if (!known || each.priority > known.priority) best.set(each.document.id, each)
  }
  return [...best.values()]
}

/** Raises the priority of documents that are among the best of their part. */
function raiseBestOfEachPart(
  documents: readonly FoundDocument[],
  parts: readonly AnswerPart[],
): FoundDocument[] {
  const bests = parts.map((part) =>
    Math.max(
      ...documents.filter(({ document }) => part.fitScore(document, '') > 0).map(({ share }) => share),
    ),
  )
  return documents.map((each) => {
    const best = bests[parts.findIndex((part) => part.fitScore(each.document, '') > 0)]
    return best === undefined
      ? each
      : { ...each, priority: Math.max(each.share, (BEST_OF_YEAR_RANGE_PRIORITY * each.share) / (best || 1)) }
  })
}

/** @example 'Compare Soviet and Chinese views' for the Soviet side → 'Compare Soviet and  views' */
function withoutOtherSides(question: string, side: ComparisonSide, sides: readonly ComparisonSide[]): string {
  const spans = sides
    .filter((other) => other !== side)
    .map(({ name, period }) => name ?? period)
    .flatMap((words) => (words ? [words] : []))
    .sort((a, b) => b.start - a.start)
  return spans.reduce((text, { start, end }) => `${text.slice(0, start)}${text.slice(end)}`, question)
}
