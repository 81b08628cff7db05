/** Documents related to one by meaning: its neighbours in the space of record vectors. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import type { Archive } from '../archive.ts'
import { isTwin } from './twins.ts'

export interface RelatedDocument {
  document: ArchiveDocument
  /** Cosine of the records' vectors, 0..1. */
  score: number
}

/** The nearest other documents, nearest first: not the document itself, nor a second record of the same text. */
export async function related(
  document: ArchiveDocument,
  archive: Archive,
  limit: number,
): Promise<RelatedDocument[]> {
  const number = archive.index.numberOf.get(document.id)
  if (number === undefined) return []
  const near = await archive.index.nearest('record', archive.index.recordVector(number), {
    limit: (limit + 2) * 4,
  })
  const found = new Map<string, RelatedDocument>()
  near.numbers.forEach((other, row) => {
    const candidate = archive.facts.documents[other]
    if (!candidate || candidate.id === document.id || isTwin(document, candidate) || found.has(candidate.id))
      return
    found.set(candidate.id, {
      document: candidate,
      score: Math.min(1, Math.max(0, near.similarities[row] ?? 0)),
    })
  })
  return [...found.values()].slice(0, limit)
}
