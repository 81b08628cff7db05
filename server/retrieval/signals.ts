/** The signals of relevance: what each way of searching says of each document, on a scale of 0 to 1. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import { type EntityKey, entityKey } from '../../corpus/names/entity.ts'
import { earliestDay, latestDay, overlapsPeriod } from '../../corpus/reduced-date.ts'
import type { AskedSubject } from '../../corpus/subjects/subject-reader.ts'
import type { TextMatches } from '../../embeddings/index/archive-index.ts'
import type { DocumentNumber } from '../../embeddings/index/document-number.ts'
import type { NearPassages } from '../../embeddings/index/passage-table.ts'
import type { ArchiveFacts } from '../archive/archive.ts'
import type { Period } from '../understanding/period.ts'
import type { Understanding } from '../understanding/understanding.ts'

/**
 * `bm25`: words, with the expansion's queries and the linked names. `record`: the record's vector. `sentence`: its
 * closest sentence. `query`: the closest query of its expansion. `queries`: the mean of the three closest. `names`:
 * linked names that it shares, by rarity. `period`: whether it lies in the period asked for. `maker`: whether it can be by
 * the maker whose papers are asked for, of the kind and of the publisher asked for. `subject`: subjects that
 * the question's words mean, by rarity.
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

/** Scores are spread over the first 200 documents of a signal: what comes after counts as 0. */
const DEPTH = 200

/**
 * The scores as shares between the 200th and the first (min-max: Bruch, Gai and Ingber 2023). Where fewer documents
 * have one, `floor` stands for the last: 0 for BM25; by default the lowest score found.
 */
export function normalized(scores: Scores, floor?: number): Scores {
  const sorted = [...scores].sort(([, a], [, b]) => b - a).slice(0, DEPTH)
  const best = sorted.at(0)?.[1] ?? 0
  const last = sorted.at(-1)?.[1] ?? 0
  const worst = sorted.length < DEPTH ? (floor ?? last) : last
  const range = best - worst
  return new Map(sorted.map(([number, score]) => [number, range > 0 ? (score - worst) / range : 1]))
}

/** A document's score by its closest passage. */
export function closest({ numbers, similarities }: NearPassages): Scores {
  const scores: Scores = new Map()
  numbers.forEach((number, row) => {
    if (!scores.has(number)) scores.set(number, similarities[row] ?? 0)
  })
  return scores
}

/** A document's score by the mean of its three closest passages; one that is not near counts as the farthest found. */
export function meanOfThree({ numbers, similarities }: NearPassages): Scores {
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

export function scoresOf({ numbers, scores }: TextMatches): Scores {
  return new Map([...numbers].map((number, row) => [number, scores[row] ?? 0]))
}

/** How much less a word counts that merely stands for somebody ("the Kremlin"). */
const METONYM = 0.7

/** The share of the question's linked names that a document names, weighted by how rare each is in the archive. */
export function nameScores({ names }: Understanding, { rarity, naming }: ArchiveFacts): Scores {
  const weights = new Map<EntityKey, number>()
  for (const { entities, metonym } of names)
    for (const key of entities.map(entityKey))
      weights.set(key, Math.max(weights.get(key) ?? 0, rarity(key) * (metonym ? METONYM : 1)))
  const total = [...weights.values()].reduce((a, b) => a + b, 0)
  const scores: Scores = new Map()
  for (const [key, weight] of weights)
    for (const number of naming(key)) scores.set(number, (scores.get(number) ?? 0) + weight / total)
  return scores
}

/** The share of the subjects asked for that a document has, weighted by how rare each is in the archive. */
export function subjectScores(
  asked: readonly AskedSubject[],
  { documents, onSubject }: ArchiveFacts,
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

/** Days after which a document outside the period counts a third as much. */
const NEARBY = 30
const DAY = 24 * 60 * 60 * 1000

/** 1 for a document of a period asked for, less with its distance in days; nothing where none is asked for. */
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
    const score = Math.exp(-nearest / NEARBY)
    if (score > NEGLIGIBLE) scores.set(number, score)
  })
  return scores
}

/** A period's share below which a document counts as far from it. */
const NEGLIGIBLE = 0.01

export function isWithin(document: ArchiveDocument, periods: readonly Period[]): boolean {
  return periods.some(({ from, to }) => overlapsPeriod(document.date, from, to))
}

function daysOutside({ date }: ArchiveDocument, { from, to }: Period): number {
  // Whole years apart are settled without reckoning days.
  const year = Number(date.slice(0, 4))
  if (from !== undefined && year < Number(from.slice(0, 4)) - 1) return Number.POSITIVE_INFINITY
  if (to !== undefined && year > Number(to.slice(0, 4)) + 1) return Number.POSITIVE_INFINITY
  if (overlapsPeriod(date, from, to)) return 0
  const after = to !== undefined && earliestDay(date) > to
  const [day, border] = after ? [earliestDay(date), to] : [latestDay(date), from]
  return border === undefined ? 0 : Math.abs(Date.parse(day) - Date.parse(border)) / DAY
}

/** 1 where the record is of a kind, a maker and a publisher that the question asks for; the share of those that it is. */
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
