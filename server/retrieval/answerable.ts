/**
 * Whether the archive holds an answer: a logistic model of several signs, none of which suffices alone. Where something
 * is missing that the question names, it says what.
 */
import { stem, wordsOf } from '../../corpus/lexicon.ts'
import { entityKey } from '../../corpus/names/entity.ts'
import { type Day, latestDay, yearOf } from '../../corpus/reduced-date.ts'
import type { Archive } from '../archive/archive.ts'
import type { Calibration } from '../archive/calibration.ts'
import { beyondNames, contentOf } from '../understanding/content-words.ts'
import { describePeriod } from '../understanding/describe.ts'
import type { Period } from '../understanding/period.ts'
import type { Understanding } from '../understanding/understanding.ts'
import type { Evidence } from './evidence.ts'
import { isNamedOutright } from './named-outright.ts'
import { findUnknownNames } from './unknown-names.ts'

export interface Answerability {
  answerable: boolean
  /** What is missing, where it can be named; of an answer, what of the question it leaves aside. */
  reason?: string
}

/** The signs, as the model weighs them. */
export interface AnswerabilitySigns {
  /** Cosine of the question with the closest passage of any kind. */
  similarity: number
  /** Share of the question's content words, weighted by rarity, that the first three documents have. */
  coverage: number
  /** Names in the question that the catalog does not have, at most two. */
  unknownNames: number
  /** 1 where the question names a person of the authority file whom no document names. */
  absentPerson: number
  /** 1 where it bounds itself to a period that holds nothing near. */
  widened: number
}

export interface Judged {
  understanding: Understanding
  evidence: Pick<Evidence, 'best'>
  /** Numbers of the documents, best first. */
  first: readonly number[]
  widened: boolean
  /** Whether it asks for a call number that these documents bear. */
  called?: boolean
}

export function judgeAnswerable(judged: Judged, archive: Archive): Answerability {
  const beyond = outsideTheArchive(judged.understanding.periods, archive)
  if (beyond) return { answerable: false, reason: beyond }
  if (judged.first.length === 0)
    return { answerable: false, reason: 'No document here shares a word with the question.' }
  const { understanding } = judged
  const answerable = judged.called === true || isAnswered(judged, archive)
  const reason =
    (answerable ? undefined : whatIsMissing(understanding, archive)) ?? whatIsUnread(understanding)
  return { answerable, ...(reason ? { reason } : {}) }
}

function isAnswered(judged: Judged, archive: Archive): boolean {
  const { understanding, first } = judged
  if (beyondNames(understanding).length === 0 && absentPeople(understanding, archive).length > 0) return false
  if (isNamedOutright(understanding, first.slice(0, COVERING), archive)) return true
  if (shareRead(understanding) < ENOUGH_READ) return false
  const { answerable } = archive.calibration
  return probability(signsOf(judged, archive), answerable) >= answerable.threshold
}

export function signsOf(
  { understanding, evidence, first, widened }: Judged,
  archive: Archive,
): AnswerabilitySigns {
  const { best } = evidence
  return {
    similarity: Math.max(best.record, best.sentence, best.query),
    coverage: coverageOf(understanding, first.slice(0, COVERING), archive),
    unknownNames: Math.min(2, findUnknownNames(understanding.question, archive).length),
    absentPerson: Number(absentPeople(understanding, archive).length > 0),
    widened: Number(widened),
  }
}

export function probability(signs: AnswerabilitySigns, weights: Calibration['answerable']): number {
  const { intercept, similarity, coverage, unknownNames, absentPerson, widened } = weights
  const logit =
    intercept +
    similarity * signs.similarity +
    coverage * signs.coverage +
    unknownNames * signs.unknownNames +
    absentPerson * signs.absentPerson +
    widened * signs.widened
  return 1 / (1 + Math.exp(-logit))
}

/** Documents whose words count as covering the question. */
const COVERING = 3

function coverageOf(
  understanding: Understanding,
  numbers: readonly number[],
  { facts, lexicon }: Archive,
): number {
  const content = contentOf(new Set(wordsOf(understanding.question).map(stem)))
  const covered = numbers
    .map((number) => facts.documents[number])
    .flatMap((document) => (document ? [lexicon.stemsOf(document)] : []))
  let [total, shared] = [0, 0]
  for (const word of content) {
    const rarity = lexicon.rarity(word)
    total += rarity
    if (covered.some((stems) => stems.has(word))) shared += rarity
  }
  return total === 0 ? 0 : shareRead(understanding) * (shared / total)
}

/**
 * The least share of a question in another script that must be read for an answer: one name among five words tells
 * whom it is about, among more of them too little.
 */
const ENOUGH_READ = 0.2

/** Of a question in another script, names and periods as a share of them and of the words that cannot be read. */
function shareRead({ unread, names, periods }: Understanding): number {
  const read = names.length + periods.length
  return unread.length === 0 ? 1 : read / (read + unread.length)
}

/** A sentence where a period asked for lies wholly before or after all documents. */
function outsideTheArchive(periods: readonly Period[], { catalog }: Archive): string | undefined {
  const [first, last] = [catalog.documents.at(0), catalog.documents.at(-1)]
  if (!first || !last || periods.length === 0) return undefined
  const [from, to]: [Day, Day] = [first.date, latestDay(last.date)]
  if (periods.every((period) => period.from !== undefined && period.from > to))
    return `No document here is later than ${yearOf(last.date)}.`
  if (periods.every((period) => period.to !== undefined && period.to < from))
    return `No document here is earlier than ${yearOf(first.date)}.`
  return undefined
}

function absentPeople({ names }: Understanding, { facts }: Archive): string[] {
  const people = names.flatMap(({ entities }) => entities.filter(({ kind }) => kind === 'person'))
  return people.filter((person) => facts.naming(entityKey(person)).length === 0).map(({ name }) => name)
}

function whatIsUnread({ unread, names, periods }: Understanding): string | undefined {
  if (unread.length === 0) return undefined
  const read = [...names.flatMap(({ entities }) => entities.slice(0, 1)).map(({ name }) => name)]
  const understood = [...new Set([...read, ...periods.map(describePeriod)])]
  const rest =
    'The records are in English; of a question in another script only names and years are understood'
  return understood.length === 0 ? `${rest}, and here none was.` : `${rest}: here ${understood.join(', ')}.`
}

function whatIsMissing(understanding: Understanding, archive: Archive): string | undefined {
  const missing = [
    ...new Set([
      ...absentPeople(understanding, archive),
      ...findUnknownNames(understanding.question, archive),
    ]),
  ]
  if (missing.length === 0) return undefined
  const list = missing.length === 1 ? missing[0] : `${missing.slice(0, -1).join(', ')} or ${missing.at(-1)}`
  return `No document here names ${list}.`
}
