/** Why a document is related to another, in a few words: "same meeting", "names both Mao Zedong and Kim Il Sung". */
import type { ArchiveDocument } from '../../corpus/document.ts'
import { type Entity, entityKey } from '../../corpus/names/entity.ts'
import { precisionOf } from '../../corpus/reduced-date.ts'
import type { Archive } from '../archive/archive.ts'
import { isNearTwin } from '../retrieval/near-twin.ts'
import { isSameMeeting } from '../retrieval/twins.ts'

/** A name that alone is a reason stands in at most this share of the documents. */
const SPECIFIC = 0.06
/** Reasons told of at most. */
const MOST_REASONS = 3
/** Days within which two documents belong together in time. */
const DAYS = 3

/** @param twin whether the two are known to be records of one meeting or text. */
export function whyRelated(
  document: ArchiveDocument,
  other: ArchiveDocument,
  { score, twin }: { score: number; twin: boolean },
  archive: Archive,
): string {
  if (twin) return whyTwins(document, other)
  const reasons = [
    ...sharedNames(document, other, archive),
    timeBetween(document, other),
    score >= archive.calibration.relatedClose && 'close in meaning',
  ].filter((reason) => reason !== false)
  return reasons.length > 0 ? reasons.slice(0, MOST_REASONS).join(' · ') : 'somewhat close in meaning'
}

function whyTwins(a: ArchiveDocument, b: ArchiveDocument): string {
  if (isSameMeeting(a, b)) return 'same meeting'
  return a.summary !== null && b.summary !== null && isNearTwin(a.summary, b.summary)
    ? 'same text'
    : 'same day and title'
}

/** The event that both are about, and the rarest two of the people and organizations that both name. */
function sharedNames(document: ArchiveDocument, other: ArchiveDocument, archive: Archive): string[] {
  const { index, facts } = archive
  const number = index.numberOf.get(other.id)
  const theirs = (number !== undefined && index.documents[number]?.entities) || new Set()
  const shared = entitiesOf(document, archive)
    .filter((entity) => theirs.has(entityKey(entity)))
    .sort((a, b) => facts.rarity(entityKey(b)) - facts.rarity(entityKey(a)))
  const event = shared.find(({ kind }) => kind === 'event')
  const [first, second] = shared.filter(({ kind }) => kind === 'person' || kind === 'organization')
  const rare = Math.log(1 + 1 / SPECIFIC)
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

function timeBetween(a: ArchiveDocument, b: ArchiveDocument): string | false {
  if (precisionOf(a.date) !== 'day' || precisionOf(b.date) !== 'day') return false
  const days = (Date.parse(b.date) - Date.parse(a.date)) / 86_400_000
  if (Math.abs(days) > DAYS) return false
  if (days === 0) return 'same day'
  const span = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`
  return `${span} ${days > 0 ? 'later' : 'earlier'}`
}
