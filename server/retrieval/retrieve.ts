/** Finds documents for a question: dense search over passages and BM25 over records, fused by reciprocal rank. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import type { Archive } from '../archive.ts'
import { isAnswerable } from './answerable.ts'
import { reciprocalRankFusion } from './fuse.ts'

/** How many passages and how many records each search may propose. */
const PASSAGE_CANDIDATES = 300
const TEXT_CANDIDATES = 100

export interface RankedDocument {
  document: ArchiveDocument
  /** 0..1, falling with rank. */
  score: number
}

export interface Retrieval {
  question: string
  /** The question's vector, L2-normalized, of the model's `dimension`. */
  vector: Float32Array
  /** Every document that either search proposed, best first. */
  ranked: RankedDocument[]
  answerable: boolean
}

/** A sentence of a record (or its title, where it has no summary) with its closeness to the question, 0..1. */
export interface ScoredSentence {
  document: string
  ordinal: number
  text: string
  score: number
}

export type Signal = 'dense' | 'bm25'

export async function retrieve(
  question: string,
  archive: Archive,
  options: { signals?: readonly Signal[]; signal?: AbortSignal } = {},
): Promise<Retrieval> {
  const { catalog, index, model } = archive
  const signals = options.signals ?? ['dense', 'bm25']
  const [vector = new Float32Array(model.dimension)] = await model.embed([question])
  options.signal?.throwIfAborted()
  const [near, matches] = await Promise.all([
    index.nearestPassages(vector, { limit: PASSAGE_CANDIDATES }),
    index.matchText(question, { limit: TEXT_CANDIDATES }),
  ])
  options.signal?.throwIfAborted()

  const dense = [...new Set(near.map((passage) => passage.document))]
  const bm25 = matches.map((match) => match.document)
  const rankings = [
    ...(signals.includes('dense') ? [dense] : []),
    ...(signals.includes('bm25') ? [bm25] : []),
  ]
  const ranked = reciprocalRankFusion(rankings).flatMap(({ id, score }) => {
    const document = catalog.byId.get(id)
    return document ? [{ document, score }] : []
  })
  return {
    question,
    vector,
    ranked,
    answerable: isAnswerable({ similarity: near[0]?.similarity ?? 0, bm25: matches[0]?.score ?? 0 }),
  }
}

/** The sentences of the given documents by closeness to the question, best first. */
export async function sentencesFor(
  retrieval: Retrieval,
  documents: readonly ArchiveDocument[],
  archive: Archive,
): Promise<Map<string, ScoredSentence[]>> {
  const found = new Map<string, ScoredSentence[]>(documents.map((document) => [document.id, []]))
  if (documents.length === 0) return found
  const near = await archive.index.nearestPassages(retrieval.vector, {
    kind: 'sentence',
    documents: documents.map((document) => document.id),
    limit: documents.length * MOST_SENTENCES,
  })
  for (const { document, ordinal, text, similarity } of near)
    found.get(document)?.push({ document, ordinal, text, score: clamp(similarity) })
  return found
}

/** More sentences than a summary of the catalog has (at most 9), so that none is left out. */
const MOST_SENTENCES = 24

function clamp(similarity: number): number {
  return Math.min(1, Math.max(0, similarity))
}
