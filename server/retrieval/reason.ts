/** Why a document is here, in a few words: "names Honecker · 1984 · close in meaning". */
import { entityKey } from '../../corpus/names/entity.ts'
import { yearOf } from '../../corpus/reduced-date.ts'
import type { Archive } from '../archive/archive.ts'
import type { RankedDocument, Retrieval } from './retrieve.ts'
import { isWithin, type SignalName } from './signals.ts'

/** Names told of at most, the rarest first. */
const MOST_NAMES = 2
/** Normalized BM25 from which a document counts as sharing the question's words. */
const WORDED = 0.4

export function reasonFor(
  { document, number }: Pick<RankedDocument, 'document' | 'number'>,
  retrieval: Retrieval,
  archive: Archive,
): string {
  const { understanding, evidence } = retrieval
  const { entities } = archive.index.documents[number] ?? { entities: new Set() }
  const shared = understanding.names
    .flatMap((name) => name.entities)
    .filter((entity) => entities.has(entityKey(entity)))
    .sort((a, b) => archive.facts.rarity(entityKey(b)) - archive.facts.rarity(entityKey(a)))
  const names = [...new Set(shared.map(({ name }) => name))].slice(0, MOST_NAMES)
  const score = (name: SignalName) => evidence.signals[name].get(number) ?? 0
  const close = Math.max(score('record'), score('sentence'), score('query'))
  const reasons = [
    names.length > 0 && `names ${names.join(', ')}`,
    understanding.periods.length > 0 &&
      isWithin(document, understanding.periods) &&
      String(yearOf(document.date)),
    understanding.types.some(({ value }) => value === document.type) && document.type,
    close >= archive.calibration.resultClose && 'close in meaning',
  ].filter((reason) => reason !== false)
  if (reasons.length > 0) return reasons.join(' · ')
  return score('bm25') >= WORDED ? 'shares words' : 'somewhat close in meaning'
}
