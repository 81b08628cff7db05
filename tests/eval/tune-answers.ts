/**
 * How the reader's probabilities are used: three small logistic models and their thresholds, fitted to the labelled answers
 * with readers that have not seen the question, and scored by cross-validation over the same folds.
 */
import { splitSentences } from '../../embeddings/split-sentences.ts'
import { chooseSentences } from '../../server/answer/reading/choose-sentences.ts'
import { type ConfidenceFeatures, confidenceFeaturesOf } from '../../server/answer/reading/confidence.ts'
import { dependenceFeaturesOf } from '../../server/answer/reading/dependent-sentence.ts'
import type { ReadSentence } from '../../server/answer/reading/read-sentences.ts'
import { rateSentences, relevanceFeaturesOf } from '../../server/answer/reading/sentence-relevance.ts'
import type { Archive } from '../../server/archive/archive.ts'
import {
  confidenceFeatures,
  dependenceFeatures,
  logisticProbability,
  type ReaderCalibration,
  relevanceFeatures,
} from '../../server/archive/reader-calibration.ts'
import { findAndQuote } from '../../server/chat/find-and-quote.ts'
import { answerRows, type LabelledTurn, turnsOf } from './answer-questions.ts'
import { type AnswerMeasure, meanOf, scoreTurn } from './answer-scores.ts'
import { FOLDS, foldOf, type HeldOut } from './held-out.ts'
import { developmentSets, judgedQuestions, ownSets } from './judged-questions.ts'
import { type Example, fitLogistic } from './logistic-regression.ts'

/** A question, or a turn of a conversation as it reads alone, with what was read for it. */
interface Case {
  fold: number
  turn: LabelledTurn
  read: readonly ReadSentence[]
  signs: ConfidenceFeatures
  /** Whether it goes on from another question: its own sentences count, its outcome does not. */
  isTurn: boolean
}

/** A question of the sets by which search is judged; none of them has an answer labelled, and the reader has seen none. */
interface JudgedCase {
  fold: number
  answerable: boolean
  signs: ConfidenceFeatures
}

/** What a judged question counts beside a labelled one: most of those without an answer are of other matters altogether. */
const JUDGED_WEIGHT = 0.4

/** Of 156 judged questions without an answer 142 lie below both, of 226 with one none. */
const NEAR: ReaderCalibration['near'] = { evidence: 0.02, likelihood: 0.6 }

/** What a sentence that is useful context is worth, where one that answers outright is worth 1. */
const CONTEXT_WORTH = 0.35

/** Answerable questions that may be hedged, as a share. */
const MAX_HEDGED = 0.14

/**
 * Lines of worth. Lower ones find more and quote worse: 0.2 quotes .50 wanted at .71 found, 0.25 quotes .54 at .67, with the
 * sides and stages that are chosen besides.
 */
const WORTHS = [0.25, 0.3]
const OF_BEST = [0.3, 0.35, 0.4, 0.45]
const LEANINGS = [0.4, 0.5, 0.6]

export interface TunedAnswers {
  answering: ReaderCalibration
  /** By fold, fitted without it. */
  byFold: ReaderCalibration[]
}

export async function tuneAnswers(
  archive: Archive,
  heldOut: HeldOut,
  report: (line: string) => void,
): Promise<TunedAnswers> {
  const cases = await readCases(heldOut)
  const judged = await readJudged(archive)
  const models = (some: readonly Case[], others: readonly JudgedCase[]): ReaderCalibration => ({
    ...archive.readerCalibration,
    worth: fitWorth(some),
    leaning: { ...archive.readerCalibration.leaning, ...fitLeaning(some, archive) },
    confidence: { ...archive.readerCalibration.confidence, ...fitConfidence([...some, ...others]) },
  })
  const fitted = Array.from({ length: FOLDS }, (_, fold) =>
    models(
      cases.filter((each) => each.fold !== fold),
      judged.filter((each) => each.fold !== fold),
    ),
  )
  const at = (fold: number): ReaderCalibration => fitted[fold] ?? archive.readerCalibration

  let best: { quoted: ReaderCalibration['quoted']; threshold: number; scores: Scores } | undefined
  for (const worth of WORTHS)
    for (const ofBest of OF_BEST)
      for (const threshold of LEANINGS) {
        const quoted = { worth, ofBest }
        const scores = scoreCases(cases, (fold) => ({
          ...at(fold),
          quoted,
          leaning: { ...at(fold).leaning, threshold },
        }))
        report(`${worth} ${ofBest} ${threshold}: ${words(scores)} → ${merit(scores).toFixed(3)}`)
        if (!best || merit(scores) > merit(best.scores)) best = { quoted, threshold, scores }
      }
  if (!best) throw new Error('There is nothing to choose from.')
  const { quoted, threshold, scores } = best
  const outcomes = thresholds(cases, judged, at)
  report(`best: ${JSON.stringify(quoted)} leaning ${threshold}: ${words(scores)}`)
  report(`outcome: ${JSON.stringify(outcomes)}`)
  const complete = (answering: ReaderCalibration): ReaderCalibration => ({
    ...answering,
    quoted,
    leaning: { ...answering.leaning, threshold },
    confidence: { ...answering.confidence, answered: outcomes.answered },
    near: NEAR,
    crossValidated: { ...scores, ...outcomes },
  })
  return { answering: complete(models(cases, judged)), byFold: fitted.map(complete) }
}

async function readCases(heldOut: HeldOut): Promise<Case[]> {
  const cases: Case[] = []
  for (const row of answerRows())
    for (const turn of turnsOf(row)) {
      const archive = heldOut.archiveFor(row.id)
      const question = ('standalone' in turn && turn.standalone) || turn.question
      const found = await findAndQuote(
        { question, before: [], without: [] },
        archive,
        new AbortController().signal,
      )
      const { read } = found.quoted
      const signs = confidenceFeaturesOf(found.retrieval, read, archive)
      cases.push({ fold: foldOf(row.id), turn, read, signs, isTurn: 'turns' in row })
    }
  return cases
}

async function readJudged(archive: Archive): Promise<JudgedCase[]> {
  const cases: JudgedCase[] = []
  for (const set of [...developmentSets, ...ownSets])
    for (const { id, question, answerable } of judgedQuestions(set)) {
      const found = await findAndQuote({ question, before: [], without: [] }, archive, NEVER)
      const signs = confidenceFeaturesOf(found.retrieval, found.quoted.read, archive)
      cases.push({ fold: foldOf(id), answerable, signs })
    }
  return cases
}

const NEVER = new AbortController().signal

function gradeOf(turn: LabelledTurn, { document, ordinal }: ReadSentence): number {
  return turn.sentences.find((each) => each.document === document.id && each.index === ordinal)?.grade ?? 0
}

function fitWorth(cases: readonly Case[]): ReaderCalibration['worth'] {
  const examples = cases
    .filter(({ turn }) => turn.answerable)
    .flatMap(({ turn, read }) => {
      const signs = relevanceFeaturesOf(read)
      return read.flatMap((sentence, index): Example[] => {
        const features = relevanceFeatures.map((sign) => signs[index]?.[sign] ?? 0)
        const grade = gradeOf(turn, sentence)
        if (grade !== 1) return [{ features, positive: grade === 2 }]
        return [
          { features, positive: true, weight: CONTEXT_WORTH },
          { features, positive: false, weight: 1 - CONTEXT_WORTH },
        ]
      })
    })
  return named(relevanceFeatures, fitLogistic(examples, { balanced: false, penalty: 0.001 }))
}

function fitLeaning(cases: readonly Case[], { catalog }: Archive) {
  const examples = cases.flatMap(({ turn }) =>
    turn.sentences
      .filter(({ index }) => index > 0)
      .map(({ document, index, needs }): Example => {
        const sentences = splitSentences(catalog.byId.get(document)?.summary ?? '')
        const signs = dependenceFeaturesOf(sentences[index] ?? '', sentences[index - 1] ?? '', index)
        return { features: dependenceFeatures.map((sign) => signs[sign]), positive: needs.length > 0 }
      }),
  )
  return named(dependenceFeatures, fitLogistic(examples, { balanced: false, penalty: 0.003 }))
}

function fitConfidence(cases: readonly (Case | JudgedCase)[]) {
  const examples = cases.map((each): Example => {
    const isLabelled = 'turn' in each
    return {
      features: confidenceFeatures.map((sign) => each.signs[sign]),
      positive: isLabelled ? each.turn.answerable : each.answerable,
      weight: isLabelled ? 1 : JUDGED_WEIGHT,
    }
  })
  return named(confidenceFeatures, fitLogistic(examples, { balanced: true, penalty: 0.003 }))
}

function named<Sign extends string>(
  signs: readonly Sign[],
  { intercept, coefficients }: ReturnType<typeof fitLogistic>,
) {
  const weights = Object.fromEntries(signs.map((sign, index) => [sign, coefficients[index] ?? 0]))
  return { intercept, weights: weights as Record<Sign, number> }
}

type Scores = Partial<Record<AnswerMeasure, number>>
const MEASURES = ['wanted', 'fitting', 'found', 'parts', 'dangling', 'sentences'] as const

function scoreCases(cases: readonly Case[], answeringOf: (fold: number) => ReaderCalibration): Scores {
  const scores = cases
    .filter(({ turn, isTurn }) => turn.answerable && !isTurn)
    .map(({ turn, read, fold }) => {
      const answering = answeringOf(fold)
      const chosen = chooseSentences(rateSentences(read, answering), { readerCalibration: answering })
      return scoreTurn(
        turn,
        chosen.map(({ document, ordinal }) => ({ document: document.id, index: ordinal })),
        'answered',
      )
    })
  return Object.fromEntries(MEASURES.map((measure) => [measure, meanOf(scores, measure)?.mean ?? 0]))
}

/** What is aimed at: what is missing counts, what is above counts a fifth; a sentence that cannot be understood counts threefold. */
function merit(scores: Scores): number {
  const margins = [
    (scores.wanted ?? 0) - 0.55,
    (scores.fitting ?? 0) - 0.72,
    (scores.found ?? 0) - 0.7,
    (scores.parts ?? 0) - 0.82,
    3 * (0.01 - (scores.dangling ?? 0)),
  ]
  return margins.reduce((sum, margin) => sum + (margin < 0 ? margin : margin / 5), 0)
}

function words(scores: Scores): string {
  return MEASURES.map((measure) => `${measure} ${scores[measure]?.toFixed(3)}`).join(', ')
}

/** The line of `answered`, and what it does to questions that the models have not seen. */
function thresholds(
  cases: readonly Case[],
  judged: readonly JudgedCase[],
  at: (fold: number) => ReaderCalibration,
) {
  const confidence = (each: Case | JudgedCase) => logisticProbability(at(each.fold).confidence, each.signs)
  const single = cases.filter(({ isTurn }) => !isTurn)
  const of = (answerable: boolean) =>
    single.filter(({ turn }) => turn.answerable === answerable).map(confidence)
  const answerable = of(true).sort((a, b) => a - b)
  const answered = answerable[Math.floor(answerable.length * MAX_HEDGED)] ?? 0.5
  const below = (values: readonly number[]) =>
    values.filter((value) => value < answered).length / values.length
  const judgedOf = (answerable: boolean) =>
    judged.filter((each) => each.answerable === answerable).map(confidence)
  return {
    answered,
    told: below(of(false)),
    hedged: below(of(true)),
    'told, judged questions': below(judgedOf(false)),
    'hedged, judged questions': below(judgedOf(true)),
  }
}
