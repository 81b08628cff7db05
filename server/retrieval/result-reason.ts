/** Explains why a document was found: "names Honecker · on De-Stalinization · 1984 · close in meaning". */
import type { ArchiveDocument } from '../../corpus/document.ts'
import { entityKey } from '../../corpus/names/entity.ts'
import { yearOf } from '../../corpus/reduced-date.ts'
import type { AskedSubject } from '../../corpus/subjects/subject-linker.ts'
import type { Archive } from '../archive/archive.ts'
import type { RankedDocument, Retrieval } from './retrieve.ts'
import { isInAnyPeriod, type SignalName } from './signals.ts'

/** The rarest names are shown first. */
const MAX_NAMES_IN_REASON = 2
/** Normalized BM25 score, 0..1, from which a document is said to share words with the question. */
const SHARED_WORDS_BM25_THRESHOLD = 0.4

export function resultReason(
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
  const names = [...new Set(shared.map(({ name }) => name))].slice(0, MAX_NAMES_IN_REASON)
  const subject = bestMatchingSubject(document, evidence.subjects, archive)
  const score = (name: SignalName) => evidence.signals[name].get(number) ?? 0
  const close = Math.max(score('record'), score('sentence'), score('query'))
  const reasons = [
    names.length > 0 && `names ${names.join(', ')}`,
    subject !== undefined && `on ${subject}`,
    understanding.periods.length > 0 &&
      isInAnyPeriod(document, understanding.periods) &&
      String(yearOf(document.date)),
    understanding.types.some(({ value }) => value === document.type) && document.type,
    close >= archive.calibration.resultClose && 'close in meaning',
  ].filter((reason) => reason !== false)
  if (reasons.length > 0) return reasons.join(' · ')
  return score('bm25') >= SHARED_WORDS_BM25_THRESHOLD ? 'shares words' : 'somewhat close in meaning'
}

/** The document's subject that fits the question best; on a tie, the one that fewest documents have. */
function bestMatchingSubject(
  document: ArchiveDocument,
  asked: readonly AskedSubject[],
  { catalog, facts }: Archive,
): string | undefined {
  const closeness = (subject: string) => Math.max(0, ...asked.map(({ targets }) => targets.get(subject) ?? 0))
  return catalog.subjects
    .preferredOf(document.subjects)
    .filter((subject) => closeness(subject) > 0)
    .sort(
      (a, b) =>
        closeness(b) - closeness(a) ||
        facts.documentsOnSubject(a).length - facts.documentsOnSubject(b).length,
    )
    .at(0)
}
