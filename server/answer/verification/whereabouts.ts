/** Where something happens: "met in Seoul" where the record has them meet in Saigon, and Seoul only as one who must consult. */
import { entityKey } from '../../../corpus/names/entity.ts'
import type { LinkedName } from '../../../corpus/names/name-linker.ts'
import type { Mentions } from './claim.ts'
import type { Objection } from './objection.ts'
import type { ReadRecord, ReadSentence } from './record.ts'

const BEFORE_PLACE = /\b(?:in|at|near|outside|inside) $/i

/** @param near the records' sentences that are nearest to the claim. */
export function displaced(
  claim: Mentions,
  near: readonly Pick<ReadSentence, 'text' | 'names'>[],
  records: readonly ReadRecord[],
): Objection[] {
  const placed = near.flatMap(placesIn)
  if (placed.length === 0) return []
  const everywhere = records.flatMap(({ sentences, title }) => [
    ...title.names,
    ...sentences.flatMap(placesIn),
  ])
  return placesIn(claim)
    .filter((place) => !everywhere.some((other) => isOne(place, other)))
    .map(({ text }) => ({ check: 'name', text, certain: false }))
}

/** Names of places behind "in" or "at". */
function placesIn({ text, names }: Pick<ReadSentence, 'text' | 'names'>): LinkedName[] {
  return names.filter(
    ({ entities, start }) =>
      entities.every(({ kind }) => kind === 'place') &&
      BEFORE_PLACE.test(text.slice(Math.max(0, start - 10), start)),
  )
}

function isOne(a: LinkedName, b: LinkedName): boolean {
  const keys = a.entities.map(entityKey)
  return b.entities.some((entity) => keys.includes(entityKey(entity)))
}
