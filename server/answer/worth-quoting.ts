/** Which of the documents found may speak in the answer: those near the best, and those that name what is asked about. */
import { entityKey } from '../../corpus/names/entity.ts'
import type { Archive } from '../archive/archive.ts'
import type { RankedDocument, Retrieval } from '../retrieval/retrieve.ts'

/** An entity that at most this share of the documents name is specific: a question about it wants just those. */
const SPECIFIC = 0.06

/** Whether a document comes near the best that was found. */
export function isNear(
  { score }: RankedDocument,
  { ranked }: Retrieval,
  { calibration }: Pick<Archive, 'calibration'>,
): boolean {
  return score >= (ranked[0]?.score ?? 0) * calibration.quotation.near
}

export function worthQuoting(
  ranked: readonly RankedDocument[],
  retrieval: Retrieval,
  archive: Archive,
): RankedDocument[] {
  const best = ranked[0]?.score ?? 0
  const near = ranked.filter((each) => isNear(each, retrieval, archive))
  const named = near.filter((each) => namesSpecific(each, retrieval, archive))
  if (named.length === 0) return near
  const { nearWithoutName } = archive.calibration.quotation
  return near.filter((each) => named.includes(each) || each.score >= best * nearWithoutName)
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
