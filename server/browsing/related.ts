/** Documents related to a given one: other records of the same meeting or text, then the nearest by embedding. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import type { Archive } from '../archive/archive.ts'
import { isNearDuplicateRecord } from '../retrieval/near-duplicate-records.ts'
import { relationReason } from './relation-reason.ts'

export interface RelatedDocument {
  document: ArchiveDocument
  /** Cosine of the records' vectors, 0..1. */
  score: number
  /** Why it is related, in a few words. */
  why: string
}

/** Duplicates first, then the nearest others, both by descending score; without the document itself. */
export async function findRelatedDocuments(
  document: ArchiveDocument,
  archive: Archive,
  limit: number,
): Promise<RelatedDocument[]> {
  const { index, facts, catalog } = archive
  const number = index.numberOf.get(document.id)
  if (number === undefined) return []
  const vector = index.recordVector(number)
  const duplicates = catalog.documents.filter(
    (other) => other.id !== document.id && isNearDuplicateRecord(document, other),
  )
  const near = await index.nearest('record', vector, { limit: (limit + 2) * 4 })
  const nearest = [...new Set(near.numbers)].flatMap((other) => facts.documents[other] ?? [])
  const found = [...new Set([...duplicates, ...nearest])].filter(({ id }) => id !== document.id)
  const numbers = found.map(({ id }) => index.numberOf.get(id) ?? number)
  const similarities = index.recordSimilarities(vector, numbers)
  return found
    .map((other, position) => {
      const score = Math.min(1, Math.max(0, similarities.get(numbers[position] ?? number) ?? 0))
      return { other, score, isDuplicate: duplicates.includes(other) }
    })
    .sort((a, b) => Number(b.isDuplicate) - Number(a.isDuplicate) || b.score - a.score)
    .slice(0, limit)
    .map(({ other, score, isDuplicate }) => ({
      document: other,
      score,
      why: relationReason(document, other, { score, isDuplicate }, archive),
    }))
}
