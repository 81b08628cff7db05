/**
 * Whether the archive may hold an answer, by wording and meaning alone; whether it does is for the reader to say. Where
 * something is missing that the question names, it says what.
 */
import { stem, wordsOf } from '../../corpus/lexicon.ts'
import { entityKey } from '../../corpus/names/entity.ts'
import { type Day, latestDay, yearOf } from '../../corpus/reduced-date.ts'
import { probabilityOf } from '../archive/answering.ts'
import type { Archive } from '../archive/archive.ts'
import type { Calibration } from '../archive/calibration.ts'
import { describePeriod } from '../understanding/describe.ts'
import type { Period } from '../understanding/period.ts'
import type { Understanding } from '../understanding/understanding.ts'
import { shareCovered } from './coverage.ts'
import type { Evidence } from './evidence.ts'
import { isNamedOutright } from './named-outright.ts'
import { findUnknownNames } from './unknown-names.ts'

export interface Answerability {
  /**
   * False only for a period outside the archive, where no word is shared, for a person whom no record names or, where
   * wording and meaning are against it, any name that none has, for a call number that no record bears, and where the words that cannot be read leave too little to go by: a search reads no
   * sentences.
   */
  answerable: boolean
  /** What is missing, where it can be named; of an answer, what of the question it leaves aside. */
  reason?: string
  /** Probability that the archive holds an answer, by wording and meaning alone, 0..1. */
  likelihood: number
  /** Whether all that is asked for is named outright, or asked for by its call number, and one of the documents is that. */
  outright: boolean
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
  /** Whether it is nothing but a call number that no record bears. */
  calledInVain?: boolean
}

export function judgeAnswerable(judged: Judged, archive: Archive): Answerability {
  const { understanding, first } = judged
  const likelihood = probability(signsOf(judged, archive), archive.calibration.answerable)
  const outright = judged.called === true || isNamedOutright(understanding, first.slice(0, COVERING), archive)
  const isLikely = likelihood >= archive.calibration.answerable.threshold
  const judgement = { likelihood, outright }
  const beyond = outsideTheArchive(understanding.periods, archive)
  if (beyond) return { ...judgement, answerable: false, reason: beyond }
  if (judged.calledInVain && !isInOneDocument(understanding, first.slice(0, COVERING), archive))
    return { ...judgement, answerable: false, reason: 'No document here bears this call number.' }
  // A reader does not see the words that cannot be read.
  const isRead = understanding.unread.length === 0 || isLikely
  const answerable =
    judged.called === true ||
    (isRead && sharesWords(judged, archive) && !asksForTheAbsent(understanding, isLikely, archive))
  const reason =
    (answerable ? undefined : whatIsMissing(understanding, archive)) ?? whatIsUnread(understanding)
  if (!answerable && !reason)
    return { ...judgement, answerable, reason: 'No document here shares a word with the question.' }
  return { ...judgement, answerable, ...(reason ? { reason } : {}) }
}

function sharesWords({ understanding, first }: Judged, archive: Archive): boolean {
  if (first.length === 0 || shareRead(understanding) < ENOUGH_READ) return false
  const { names, periods, types, makers, publishers } = understanding
  const understood = names.length + periods.length + types.length + makers.length + publishers.length
  return understood > 0 || coverageOf(understanding, first.slice(0, COVERING), archive) > 0
}

/** "EC-121" has the form of a call number, and documents speak of it. */
function isInOneDocument(
  { question }: Understanding,
  numbers: readonly number[],
  { facts, lexicon }: Archive,
): boolean {
  const words = wordsOf(question).map(stem)
  return numbers.some((number) => {
    const document = facts.documents[number]
    const stems = document && lexicon.stemsOf(document)
    return stems !== undefined && words.every((word) => stems.has(word))
  })
}

/** Whether it is about somebody whom no document names; a name that the catalog lacks may be a slip where all else is likely. */
function asksForTheAbsent(understanding: Understanding, isLikely: boolean, archive: Archive): boolean {
  if (absentPeople(understanding, archive).length > 0) return true
  return !isLikely && findUnknownNames(understanding.question, archive).length > 0
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

export function probability(
  signs: AnswerabilitySigns,
  { intercept, threshold: _, ...weights }: Calibration['answerable'],
): number {
  return probabilityOf({ intercept, weights }, signs)
}

/** Documents whose words count as covering the question. */
const COVERING = 3

function coverageOf(
  understanding: Understanding,
  numbers: readonly number[],
  { facts, lexicon }: Archive,
): number {
  const covered = numbers
    .map((number) => facts.documents[number])
    .flatMap((document) => (document ? [lexicon.stemsOf(document)] : []))
  const has = (word: string) => covered.some((stems) => stems.has(word))
  return shareRead(understanding) * (shareCovered(understanding.question, has, lexicon) ?? 0)
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
