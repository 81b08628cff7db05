/** Summary sentences by vector similarity to a question: answers quote them and search results show them. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import type { NearPassages } from '../../embeddings/index/passage-table.ts'
import type { Archive } from '../archive/archive.ts'
import type { Passage } from '../contract/search.ts'
import type { RankedDocument, Retrieval } from './retrieve.ts'

export interface ScoredSentence {
  document: string
  /** Position in the summary, from 0. */
  ordinal: number
  /** Verbatim. */
  text: string
  /** Cosine similarity to the question, clamped to 0..1. */
  score: number
}

/** No summary of the catalog has more than 9 sentences, so this limit never cuts any. */
const MAX_SUMMARY_SENTENCES = 24

/** Document id → all sentences of its summary, closest first. */
export async function allSentencesFor(
  { evidence }: { evidence: Pick<Retrieval['evidence'], 'vector'> },
  documents: readonly Pick<RankedDocument, 'number' | 'document'>[],
  { index }: Archive,
): Promise<Map<string, ScoredSentence[]>> {
  if (documents.length === 0) return new Map()
  const among = documents.map(({ number }) => number)
  const limit = documents.length * MAX_SUMMARY_SENTENCES
  return groupByDocument(await index.nearest('sentence', evidence.vector, { limit, among }), documents)
}

/** Document id → sentences that the search already found; for documents where it found none, all sentences. Closest first. */
export async function closestSentencesFor(
  retrieval: Pick<Retrieval, 'evidence'>,
  documents: readonly Pick<RankedDocument, 'number' | 'document'>[],
  archive: Archive,
): Promise<Map<string, ScoredSentence[]>> {
  const found = groupByDocument(retrieval.evidence.sentences, documents)
  const without = documents.filter(
    ({ document }) => document.summary !== null && !found.get(document.id)?.length,
  )
  const rest = await allSentencesFor(retrieval, without, archive)
  return new Map([...found, ...rest])
}

function groupByDocument(
  near: NearPassages,
  documents: readonly Pick<RankedDocument, 'number' | 'document'>[],
) {
  const ids = new Map(documents.map(({ number, document }) => [number, document.id]))
  const found = new Map<string, ScoredSentence[]>(documents.map(({ document }) => [document.id, []]))
  near.numbers.forEach((number, row) => {
    const document = ids.get(number)
    if (document === undefined) return
    const score = Math.min(1, Math.max(0, near.similarities[row] ?? 0))
    found.get(document)?.push({ document, ordinal: near.ordinals[row] ?? 0, text: near.text(row), score })
  })
  return found
}

const MAX_SHOWN_PASSAGES = 3

/** The passages shown for a search result: its closest sentences, or the title if the record has no summary. */
export function shownPassages(
  document: ArchiveDocument,
  sentences: readonly ScoredSentence[],
  { calibration }: Pick<Archive, 'calibration'>,
): Passage[] {
  const best = sentences[0]?.score ?? 0
  const close = sentences
    .filter(({ score }, rank) => rank === 0 || score >= best * calibration.passageShown)
    .slice(0, MAX_SHOWN_PASSAGES)
  if (close.length === 0 && document.summary === null) return [{ text: document.title, score: 0 }]
  return close.map(({ text, score }) => ({ text, score }))
}
