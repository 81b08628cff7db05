/**
 * Whether the archive holds an answer: a logistic model of several signs, none of which suffices alone. Where something
 * is missing that the question names, it says what.
 */
import { stem, wordsOf } from '../../corpus/lexicon.ts'
import { entityKey } from '../../corpus/names/entity.ts'
import { type Day, latestDay, yearOf } from '../../corpus/reduced-date.ts'
import type { Archive } from '../archive.ts'
import type { Period } from '../understanding/period.ts'
import type { Understanding } from '../understanding/understand.ts'
import type { Evidence } from './evidence.ts'
import { findUnknownNames } from './unknown-names.ts'
import tuned from './weights.json' with { type: 'json' }

export interface Answerability {
  answerable: boolean
  /** What is missing, where it can be named. */
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
}

export function judgeAnswerable(judged: Judged, archive: Archive): Answerability {
  const beyond = outsideTheArchive(judged.understanding.periods, archive)
  if (beyond) return { answerable: false, reason: beyond }
  if (judged.first.length === 0)
    return { answerable: false, reason: 'No document here shares a word with the question.' }
  const answerable = probability(signsOf(judged, archive)) >= tuned.answerable.threshold
  const reason = answerable ? undefined : whatIsMissing(judged.understanding, archive)
  return { answerable, ...(reason ? { reason } : {}) }
}

export function signsOf(
  { understanding, evidence, first, widened }: Judged,
  archive: Archive,
): AnswerabilitySigns {
  const { best } = evidence
  return {
    similarity: Math.max(best.record, best.sentence, best.query),
    coverage: coverageOf(understanding.question, first.slice(0, COVERING), archive),
    unknownNames: Math.min(2, findUnknownNames(understanding, archive.lexicon).length),
    absentPerson: Number(absentPeople(understanding, archive).length > 0),
    widened: Number(widened),
  }
}

export function probability(signs: AnswerabilitySigns): number {
  const { intercept, similarity, coverage, unknownNames, absentPerson, widened } = tuned.answerable
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

/** Words that a question is made of, whatever it is about. */
const QUESTION_WORDS = new Set(
  `a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with
   what why how when who whom whose where which did does do were has had have could would should can may might me my i you your about
   tell show find give please any some anything something document source paper say said talk between from after before during under
   over through than while out up down get got make made go went come came take took think thought want one two three much many long
   early late mid he she his her him its our we us him them`
    .split(/\s+/)
    .map(stem),
)

/** Those of a question's stems that say what it is about: neither question words nor years. */
export function contentOf(stems: Iterable<string>): string[] {
  return [...stems].filter((word) => !QUESTION_WORDS.has(word) && !/^(?:19|20)\d\d$|^\d0s?$/.test(word))
}

function coverageOf(question: string, numbers: readonly number[], { facts, lexicon }: Archive): number {
  const content = contentOf(new Set(wordsOf(question).map(stem)))
  const covered = numbers
    .map((number) => facts.documents[number])
    .flatMap((document) => (document ? [lexicon.stemsOf(document)] : []))
  let [total, shared] = [0, 0]
  for (const word of content) {
    const rarity = lexicon.rarity(word)
    total += rarity
    if (covered.some((stems) => stems.has(word))) shared += rarity
  }
  return total === 0 ? 0 : shared / total
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

function whatIsMissing(understanding: Understanding, archive: Archive): string | undefined {
  const missing = [
    ...new Set([
      ...absentPeople(understanding, archive),
      ...findUnknownNames(understanding, archive.lexicon),
    ]),
  ]
  if (missing.length === 0) return undefined
  const list = missing.length === 1 ? missing[0] : `${missing.slice(0, -1).join(', ')} or ${missing.at(-1)}`
  return `No document here names ${list}.`
}
