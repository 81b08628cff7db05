/** Documents related to one: other records of the same meeting or text, then its neighbours in meaning. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import type { Archive } from '../archive/archive.ts'
import { isTwin } from '../retrieval/twins.ts'
import { whyRelated } from './kinship.ts'

export interface RelatedDocument {
  document: ArchiveDocument
  /** Cosine of the records' vectors, 0..1. */
  score: number
  /** Why it is here, in a few words. */
  why: string
}

/** Twins first, then the nearest others, each by nearness; never the document itself. */
export async function related(
  document: ArchiveDocument,
  archive: Archive,
  limit: number,
): Promise<RelatedDocument[]> {
  const { index, facts, catalog } = archive
  const number = index.numberOf.get(document.id)
  if (number === undefined) return []
  const vector = index.recordVector(number)
  const twins = catalog.documents.filter((other) => other.id !== document.id && isTwin(document, other))
  const near = await index.nearest('record', vector, { limit: (limit + 2) * 4 })
  const nearest = [...new Set(near.numbers)].flatMap((other) => facts.documents[other] ?? [])
  const found = [...new Set([...twins, ...nearest])].filter(({ id }) => id !== document.id)
  const numbers = found.map(({ id }) => index.numberOf.get(id) ?? number)
  const similarities = index.recordSimilarities(vector, numbers)
  return found
    .map((other, place) => {
      const score = Math.min(1, Math.max(0, similarities.get(numbers[place] ?? number) ?? 0))
      return { other, score, twin: twins.includes(other) }
    })
    .sort((a, b) => Number(b.twin) - Number(a.twin) || b.score - a.score)
    .slice(0, limit)
    .map(({ other, score, twin }) => ({
      document: other,
      score,
      why: whyRelated(document, other, { score, twin }, archive),
    }))
}
