/** Which of the documents found may speak in the answer: those near the best, and those that name what is asked about. */
import { entityKey } from '../../corpus/names/entity.ts'
import type { Archive } from '../archive/archive.ts'
import type { RankedDocument, Retrieval } from '../retrieval/retrieve.ts'

/** An entity that at most this share of the documents name is specific: a question about it wants just those. */
const SPECIFIC = 0.06
/** The share of the best score that a document needs, and that one needs which does not name what is specific. */
const NEAR = 0.6
const NEAR_WITHOUT_NAME = 0.85

/** Whether a document comes near the best that was found. */
export function isNear({ score }: RankedDocument, { ranked }: Retrieval): boolean {
  return score >= (ranked[0]?.score ?? 0) * NEAR
}

export function worthQuoting(
  ranked: readonly RankedDocument[],
  retrieval: Retrieval,
  archive: Archive,
): RankedDocument[] {
  const best = ranked[0]?.score ?? 0
  const near = ranked.filter((each) => isNear(each, retrieval))
  const named = near.filter((each) => namesSpecific(each, retrieval, archive))
  if (named.length === 0) return near
  return near.filter((each) => named.includes(each) || each.score >= best * NEAR_WITHOUT_NAME)
}

function namesSpecific(
  { number }: RankedDocument,
  { understanding }: Retrieval,
  { index, facts }: Archive,
): boolean {
  const rare = Math.log(1 + 1 / SPECIFIC)
  const entities = index.documents[number]?.entities
  return understanding.names
    .flatMap((name) => name.entities)
    .some(
      (entity) =>
        entity.kind !== 'place' &&
        facts.rarity(entityKey(entity)) >= rare &&
        entities?.has(entityKey(entity)),
    )
}
