/**
 * Judges before reading any sentence whether the archive may hold an answer, from shared words and vector similarity.
 * If the question names something that the archive lacks, the judgement says what. The answer reader decides later.
 */
import { foldedWords, stem } from '../../corpus/lexicon.ts'
import { entityKey } from '../../corpus/names/entity.ts'
import { type Day, latestDay, yearOf } from '../../corpus/reduced-date.ts'
import type { Archive } from '../archive/archive.ts'
import type { Calibration } from '../archive/calibration.ts'
import { logisticProbability } from '../archive/reader-calibration.ts'
import { describePeriod } from '../understanding/describe-understanding.ts'
import type { Period } from '../understanding/period.ts'
import type { Understanding } from '../understanding/understanding.ts'
import { coverageShare } from './coverage.ts'
import { matchesAllCriteria } from './criteria-match.ts'
import type { Evidence } from './evidence.ts'
import { findUnknownNames } from './unknown-names.ts'

export interface Answerability {
  /**
   * False only if: the period lies outside the archive; no word is shared with any record; no record names the person
   * asked for; no record has a name asked for and `likelihood` is below its threshold; no record has the call number;
   * or too few words of the question could be understood. The answer then reads no sentences.
   */
  answerable: boolean
  /** A sentence on what is missing or was not understood. May be present although `answerable` is true. */
  reason?: string
  /** Probability that the archive holds an answer, from shared words and vector similarity alone, 0..1. */
  likelihood: number
  /** True if the question is only a list of criteria (names, periods, kinds, a call number) and one document meets all. */
  matchesAllCriteria: boolean
}

/** Features of the logistic model; its weights are in `calibration.json`. */
export interface AnswerabilityFeatures {
  /** Cosine of the question with the closest passage of any kind. */
  similarity: number
  /** Share of the question's content words, weighted by rarity, that occur in the first three documents. */
  coverage: number
  /** Number of names in the question that the catalog does not have, at most 2. */
  unknownNames: number
  /** 1 if the question names a person of the authority file whom no document names, else 0. */
  absentPerson: number
  /** 1 if no document found lies in the period that the question requires, else 0. */
  widened: number
}

export interface AnswerabilityInput {
  understanding: Understanding
  evidence: Pick<Evidence, 'best'>
  /** Numbers of the documents, best first. */
  rankedNumbers: readonly number[]
  widened: boolean
  /** Whether the question asks for a call number that these documents have. */
  matchesCallNumber?: boolean
  /** Whether the question is only a call number, and no record has it. */
  isUnknownCallNumber?: boolean
}

export function judgeAnswerability(judged: AnswerabilityInput, archive: Archive): Answerability {
  const { understanding, rankedNumbers } = judged
  const likelihood = answerabilityProbability(
    answerabilityFeatures(judged, archive),
    archive.calibration.answerable,
  )
  const top = rankedNumbers.slice(0, COVERAGE_DOCUMENTS)
  const meetsAll = judged.matchesCallNumber === true || matchesAllCriteria(understanding, top, archive)
  const isLikely = likelihood >= archive.calibration.answerable.threshold
  const judgement = { likelihood, matchesAllCriteria: meetsAll }
  const beyond = describePeriodOutsideArchive(understanding.periods, archive)
  if (beyond) return { ...judgement, answerable: false, reason: beyond }
  if (judged.isUnknownCallNumber && !occursInOneDocument(understanding, top, archive))
    return { ...judgement, answerable: false, reason: 'No document here bears this call number.' }
  // The answer reader cannot read these words either, so only a likely match is worth reading.
  const isRead = understanding.unreadableWords.length === 0 || isLikely
  const answerable =
    judged.matchesCallNumber === true ||
    (isRead &&
      sharesAnythingWithArchive(judged, archive) &&
      !asksForUnknownName(understanding, isLikely, archive))
  const reason =
    (answerable ? undefined : describeMissingNames(understanding, archive)) ??
    describeUnreadWords(understanding)
  if (!answerable && !reason)
    return { ...judgement, answerable, reason: 'No document here shares a word with the question.' }
  return { ...judgement, answerable, ...(reason ? { reason } : {}) }
}

function sharesAnythingWithArchive(
  { understanding, rankedNumbers }: AnswerabilityInput,
  archive: Archive,
): boolean {
  if (rankedNumbers.length === 0 || understoodShare(understanding) < MIN_UNDERSTOOD_SHARE) return false
  const { names, periods, types, makers, publishers } = understanding
  const understood = names.length + periods.length + types.length + makers.length + publishers.length
  return (
    understood > 0 || questionCoverage(understanding, rankedNumbers.slice(0, COVERAGE_DOCUMENTS), archive) > 0
  )
}

/** All words of the question occur in one document. "EC-121" looks like a call number but is an aircraft in the summaries. */
function occursInOneDocument(
  { question }: Understanding,
  numbers: readonly number[],
  { facts, lexicon }: Archive,
): boolean {
  const words = foldedWords(question).map(stem)
  return numbers.some((number) => {
    const document = facts.documents[number]
    const stems = document && lexicon.stemsOf(document)
    return stems !== undefined && words.every((word) => stems.has(word))
  })
}

/** A person whom no document names, or an unknown name. An unknown name may be a typo, so it counts only if an answer is unlikely. */
function asksForUnknownName(understanding: Understanding, isLikely: boolean, archive: Archive): boolean {
  if (absentPeople(understanding, archive).length > 0) return true
  return !isLikely && findUnknownNames(understanding.question, archive).length > 0
}

export function answerabilityFeatures(
  { understanding, evidence, rankedNumbers, widened }: AnswerabilityInput,
  archive: Archive,
): AnswerabilityFeatures {
  const { best } = evidence
  return {
    similarity: Math.max(best.record, best.sentence, best.query),
    coverage: questionCoverage(understanding, rankedNumbers.slice(0, COVERAGE_DOCUMENTS), archive),
    unknownNames: Math.min(2, findUnknownNames(understanding.question, archive).length),
    absentPerson: Number(absentPeople(understanding, archive).length > 0),
    widened: Number(widened),
  }
}

export function answerabilityProbability(
  signs: AnswerabilityFeatures,
  { intercept, threshold: _, ...weights }: Calibration['answerable'],
): number {
  return logisticProbability({ intercept, weights }, signs)
}

/** Number of top documents whose words count for the coverage of the question. */
const COVERAGE_DOCUMENTS = 3

function questionCoverage(
  understanding: Understanding,
  numbers: readonly number[],
  { facts, lexicon }: Archive,
): number {
  const covered = numbers
    .map((number) => facts.documents[number])
    .flatMap((document) => (document ? [lexicon.stemsOf(document)] : []))
  const has = (word: string) => covered.some((stems) => stems.has(word))
  return understoodShare(understanding) * (coverageShare(understanding.question, has, lexicon) ?? 0)
}

/**
 * Share of a question in another script that must be understood to try an answer. One known name among five words is
 * enough to know whom the question is about; one name among more words is not.
 */
const MIN_UNDERSTOOD_SHARE = 0.2

/** For a question in another script: understood names and periods divided by these plus the unread words. Else 1. */
function understoodShare({ unreadableWords, names, periods }: Understanding): number {
  const read = names.length + periods.length
  return unreadableWords.length === 0 ? 1 : read / (read + unreadableWords.length)
}

/** A sentence if every period asked for lies before the first or after the last document, else undefined. */
function describePeriodOutsideArchive(periods: readonly Period[], { catalog }: Archive): string | undefined {
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
  return people
    .filter((person) => facts.documentsNaming(entityKey(person)).length === 0)
    .map(({ name }) => name)
}

function describeUnreadWords({ unreadableWords, names, periods }: Understanding): string | undefined {
  if (unreadableWords.length === 0) return undefined
  const read = [...names.flatMap(({ entities }) => entities.slice(0, 1)).map(({ name }) => name)]
  const understood = [...new Set([...read, ...periods.map(describePeriod)])]
  const rest =
    'The records are in English; of a question in another script only names and years are understood'
  return understood.length === 0 ? `${rest}, and here none was.` : `${rest}: here ${understood.join(', ')}.`
}

function describeMissingNames(understanding: Understanding, archive: Archive): string | undefined {
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
