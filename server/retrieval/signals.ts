/** Ranking signals: one score per document and signal, 0..1. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import { type EntityKey, entityKey } from '../../corpus/names/entity.ts'
import { earliestDay, latestDay, overlapsPeriod } from '../../corpus/reduced-date.ts'
import type { AskedSubject } from '../../corpus/subjects/subject-linker.ts'
import type { TextMatches } from '../../embeddings/index/archive-index.ts'
import type { DocumentNumber } from '../../embeddings/index/document-number.ts'
import type { NearPassages } from '../../embeddings/index/passage-table.ts'
import type { ArchiveFacts } from '../archive/archive.ts'
import type { Period } from '../understanding/period.ts'
import type { Understanding } from '../understanding/understanding.ts'

/**
 * - `bm25`: full-text score over the record, its expansion queries and linked names
 * - `record`: similarity of the record's vector
 * - `sentence`: similarity of its closest sentence
 * - `query`: similarity of its closest expansion query
 * - `queries`: mean similarity of its three closest expansion queries
 * - `names`: shared linked names, weighted by rarity
 * - `period`: closeness in time to the period asked for
 * - `maker`: share of the maker, kind and publisher asked for that it has
 * - `subject`: shared subjects, weighted by rarity
 */
export const signalNames = [
  'bm25',
  'record',
  'sentence',
  'query',
  'queries',
  'names',
  'period',
  'maker',
  'subject',
] as const
export type SignalName = (typeof signalNames)[number]

export type Scores = Map<DocumentNumber, number>
export type Signals = Record<SignalName, Scores>

/** Only the first 200 documents of a signal are normalized; the rest count as 0. */
const MAX_NORMALIZED_DOCUMENTS = 200

/**
 * Min-max normalization to 0..1 between the 200th and the first score (Bruch, Gai and Ingber 2023). With fewer scores,
 * `floor` is the minimum: 0 for BM25, by default the lowest score found.
 */
export function normalizedScores(scores: Scores, floor?: number): Scores {
  const sorted = [...scores].sort(([, a], [, b]) => b - a).slice(0, MAX_NORMALIZED_DOCUMENTS)
  const best = sorted.at(0)?.[1] ?? 0
  const last = sorted.at(-1)?.[1] ?? 0
  const worst = sorted.length < MAX_NORMALIZED_DOCUMENTS ? (floor ?? last) : last
  const range = best - worst
  return new Map(sorted.map(([number, score]) => [number, range > 0 ? (score - worst) / range : 1]))
}

/** A document's score by its closest passage. */
export function closestPassageScores({ numbers, similarities }: NearPassages): Scores {
  const scores: Scores = new Map()
  numbers.forEach((number, row) => {
    if (!scores.has(number)) scores.set(number, similarities[row] ?? 0)
  })
  return scores
}

/** The mean of a document's three closest passages. A passage that was not found counts as similar as the last one found. */
export function meanOfThreeClosestScores({ numbers, similarities }: NearPassages): Scores {
  const floor = similarities.at(-1) ?? 0
  const found = new Map<DocumentNumber, number[]>()
  numbers.forEach((number, row) => {
    const near = found.get(number) ?? []
    if (near.length < 3) near.push(similarities[row] ?? 0)
    found.set(number, near)
  })
  return new Map(
    [...found].map(([number, near]) => [
      number,
      (near.reduce((a, b) => a + b, 0) + floor * (3 - near.length)) / 3,
    ]),
  )
}

export function textMatchScores({ numbers, scores }: TextMatches): Scores {
  return new Map([...numbers].map((number, row) => [number, scores[row] ?? 0]))
}

/** Weight of a metonym ("the Kremlin") relative to a name. */
const METONYM_WEIGHT = 0.7

/** Share of the question's linked names that a document names, weighted by rarity in the archive. */
export function nameScores(
  { names }: Understanding,
  { rarity, documentsNaming: naming }: ArchiveFacts,
): Scores {
  const weights = new Map<EntityKey, number>()
  for (const { entities, metonym } of names)
    for (const key of entities.map(entityKey))
      weights.set(key, Math.max(weights.get(key) ?? 0, rarity(key) * (metonym ? METONYM_WEIGHT : 1)))
  const total = [...weights.values()].reduce((a, b) => a + b, 0)
  const scores: Scores = new Map()
  for (const [key, weight] of weights)
    for (const number of naming(key)) scores.set(number, (scores.get(number) ?? 0) + weight / total)
  return scores
}

/** Share of the subjects asked for that a document has, weighted by rarity in the archive. */
export function subjectScores(
  asked: readonly AskedSubject[],
  { documents, documentsOnSubject: onSubject }: ArchiveFacts,
): Scores {
  const fits = asked.map(({ targets }) => {
    const fit: Scores = new Map()
    for (const [subject, share] of targets)
      for (const number of onSubject(subject)) fit.set(number, Math.max(share, fit.get(number) ?? 0))
    return { fit, weight: Math.log(1 + documents.length / (1 + fit.size)) }
  })
  const total = fits.reduce((sum, { weight }) => sum + weight, 0)
  const scores: Scores = new Map()
  for (const { fit, weight } of fits)
    for (const [number, share] of fit)
      scores.set(number, (scores.get(number) ?? 0) + (share * weight) / total)
  return scores
}

/** Scale of the exponential decay: this many days outside the period, a document scores 1/e. */
const PERIOD_DECAY_DAYS = 30
const DAY_MS = 24 * 60 * 60 * 1000

/** 1 for a document inside a period asked for, exponentially less with its distance in days; empty if no period is asked for. */
export function periodScores(
  periods: readonly Period[],
  documents: readonly (ArchiveDocument | undefined)[],
): Scores {
  const scores: Scores = new Map()
  if (periods.length === 0) return scores
  documents.forEach((document, number) => {
    if (!document) return
    let nearest = Number.POSITIVE_INFINITY
    for (const period of periods) nearest = Math.min(nearest, daysOutside(document, period))
    const score = Math.exp(-nearest / PERIOD_DECAY_DAYS)
    if (score > MIN_PERIOD_SCORE) scores.set(number, score)
  })
  return scores
}

/** Lower period scores are left out. */
const MIN_PERIOD_SCORE = 0.01

export function isInAnyPeriod(document: ArchiveDocument, periods: readonly Period[]): boolean {
  return periods.some(({ from, to }) => overlapsPeriod(document.date, from, to))
}

function daysOutside({ date }: ArchiveDocument, { from, to }: Period): number {
  // More than a year apart: no need to count days.
  const year = Number(date.slice(0, 4))
  if (from !== undefined && year < Number(from.slice(0, 4)) - 1) return Number.POSITIVE_INFINITY
  if (to !== undefined && year > Number(to.slice(0, 4)) + 1) return Number.POSITIVE_INFINITY
  if (overlapsPeriod(date, from, to)) return 0
  const after = to !== undefined && earliestDay(date) > to
  const [day, border] = after ? [earliestDay(date), to] : [latestDay(date), from]
  return border === undefined ? 0 : Math.abs(Date.parse(day) - Date.parse(border)) / DAY_MS
}

/** Which share of the criteria asked for (kind, maker, publisher) the record meets. */
export function makerScores(
  { types, makers, publishers }: Understanding,
  { documents, makers: made }: Pick<ArchiveFacts, 'documents' | 'makers'>,
): Scores {
  const scores: Scores = new Map()
  const asked = [types, makers, publishers].filter((list) => list.length > 0).length
  if (asked === 0) return scores
  documents.forEach((document, number) => {
    if (!document) return
    const met =
      Number(types.some(({ value }) => value === document.type)) +
      Number(makers.some(({ value }) => made.canBeBy(value, number))) +
      Number(publishers.some(({ value }) => value === document.publisher))
    if (met > 0) scores.set(number, met / asked)
  })
  return scores
}
