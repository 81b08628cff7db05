/** Why a document is related to another, in a few words: "same meeting", "names both Mao Zedong and Kim Il Sung". */
import type { ArchiveDocument } from '../../corpus/document.ts'
import { type Entity, entityKey } from '../../corpus/names/entity.ts'
import { precisionOf } from '../../corpus/reduced-date.ts'
import type { Archive } from '../archive/archive.ts'
import { isSameMeeting } from '../retrieval/near-duplicate-records.ts'
import { isNearDuplicateText } from '../retrieval/near-duplicate-text.ts'

/** A single shared name is a reason only if at most this share of the documents name it. */
const MAX_DISTINCTIVE_NAME_SHARE = 0.06
const MAX_REASONS = 3
/** Documents at most this many days apart are close in time. */
const MAX_DAYS_APART = 3

/** @param isDuplicate whether both are records of the same meeting or text (`retrieval/near-duplicate-records.ts`) */
export function relationReason(
  document: ArchiveDocument,
  other: ArchiveDocument,
  { score, isDuplicate }: { score: number; isDuplicate: boolean },
  archive: Archive,
): string {
  if (isDuplicate) return duplicateReason(document, other)
  const reasons = [
    ...sharedNames(document, other, archive),
    timeReason(document, other),
    score >= archive.calibration.relatedClose && 'close in meaning',
  ].filter((reason) => reason !== false)
  return reasons.length > 0 ? reasons.slice(0, MAX_REASONS).join(' · ') : 'somewhat close in meaning'
}

function duplicateReason(a: ArchiveDocument, b: ArchiveDocument): string {
  if (isSameMeeting(a, b)) return 'same meeting'
  return a.summary !== null && b.summary !== null && isNearDuplicateText(a.summary, b.summary)
    ? 'same text'
    : 'same day and title'
}

/** The event that both name, and the two rarest people or organizations that both name. */
function sharedNames(document: ArchiveDocument, other: ArchiveDocument, archive: Archive): string[] {
  const { index, facts } = archive
  const number = index.numberOf.get(other.id)
  const otherKeys = (number !== undefined && index.documents[number]?.entities) || new Set()
  const shared = entitiesOf(document, archive)
    .filter((entity) => otherKeys.has(entityKey(entity)))
    .sort((a, b) => facts.rarity(entityKey(b)) - facts.rarity(entityKey(a)))
  const event = shared.find(({ kind }) => kind === 'event')
  const [first, second] = shared.filter(({ kind }) => kind === 'person' || kind === 'organization')
  const rare = Math.log(1 + 1 / MAX_DISTINCTIVE_NAME_SHARE)
  return [
    event && `same event: ${event.name}`,
    first && second
      ? `names both ${first.name} and ${second.name}`
      : first && facts.rarity(entityKey(first)) >= rare && `names ${first.name}`,
  ].filter((reason) => typeof reason === 'string')
}

function entitiesOf(document: ArchiveDocument, { linker }: Archive): Entity[] {
  const { title, summary, people, events } = document
  const found = [title, ...people, ...events, summary ?? ''].flatMap((text) =>
    linker.link(text, { exact: true }).flatMap(({ entities }) => entities),
  )
  return [...new Set(found)]
}

function timeReason(a: ArchiveDocument, b: ArchiveDocument): string | false {
  if (precisionOf(a.date) !== 'day' || precisionOf(b.date) !== 'day') return false
  const days = (Date.parse(b.date) - Date.parse(a.date)) / 86_400_000
  if (Math.abs(days) > MAX_DAYS_APART) return false
  if (days === 0) return 'same day'
  const span = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`
  return `${span} ${days > 0 ? 'later' : 'earlier'}`
}
