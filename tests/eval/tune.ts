/**
 * `node --import tsx tests/eval/tune.ts`: finds the weights of the signals and the line at which the archive abstains,
 * by cross-validation over the development questions, and writes both with their scores to server/retrieval/weights.json.
 */
import { writeFileSync } from 'node:fs'
import { type AnswerabilitySigns, signsOf } from '../../server/retrieval/answerable.ts'
import { type Evidence, gatherEvidence } from '../../server/retrieval/evidence.ts'
import { rank, tunedWeights, type Weights } from '../../server/retrieval/rank.ts'
import { understand } from '../../server/understanding/understand.ts'
import type { Understanding } from '../../server/understanding/understanding.ts'
import { folds } from './cross-validation.ts'
import { developmentSets, type JudgedQuestion, judgedQuestions, ownSets } from './judged-questions.ts'
import { type Example, fitLogistic, predict } from './logistic-regression.ts'
import { mean, ndcg } from './metrics.ts'
import { openQuietly } from './open-archive.ts'

const FOLDS = 5
/** Weights tried; steps finer than these are noise on 136 questions. */
const GRID = [0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7]
/** A change must be worth this much nDCG, lest the weights follow single questions. */
const WORTH = 0.001
const ROUNDS = 2

interface Case {
  question: JudgedQuestion
  understanding: Understanding
  evidence: Evidence
}

const archive = await openQuietly()
const { documents } = archive.facts

async function caseOf(question: JudgedQuestion): Promise<Case> {
  const understanding = understand(question.question, [], archive)
  return { question, understanding, evidence: await gatherEvidence(understanding, archive) }
}

const rankingOf = ({ evidence, understanding }: Case, weights?: Weights) =>
  rank({
    signals: evidence.signals,
    index: archive.index,
    documents,
    periods: understanding.periods,
    ...(weights ? { weights } : {}),
  })

function scoreOf(cases: readonly Case[], weights: Weights): number {
  return mean(
    cases.map((each) => {
      const ids = rankingOf(each, weights)
        .ranked.slice(0, 10)
        .map(({ number }) => documents[number]?.id ?? '')
      return ndcg(ids, each.question.relevant)
    }),
  )
}

/** Coordinate ascent: each weight in turn takes the best value of the grid while the others stand. */
function ascend(cases: readonly Case[], start: Weights): Weights {
  let weights = start
  let best = scoreOf(cases, weights)
  for (let round = 0; round < ROUNDS; round += 1)
    for (const name of Object.keys(start) as (keyof Weights)[])
      for (const value of GRID) {
        const tried = { ...weights, [name]: value }
        const score = scoreOf(cases, tried)
        if (score > best + WORTH) [weights, best] = [tried, score]
      }
  return weights
}

/** What each question scored with weights found without it. */
function crossValidate(cases: readonly Case[], start: Weights): { broad: number; others: number } {
  const held = folds(cases, FOLDS).flatMap((fold) => {
    const weights = ascend(fold.training, start)
    return fold.held.map((each) => ({
      broad: each.question.type === 'broad',
      score: scoreOf([each], weights),
    }))
  })
  const scores = (broad: boolean) =>
    mean(held.filter((each) => each.broad === broad).map(({ score }) => score))
  return { broad: scores(true), others: scores(false) }
}

const signNames = [
  'similarity',
  'coverage',
  'unknownNames',
  'absentPerson',
  'widened',
] as const satisfies (keyof AnswerabilitySigns)[]
/** Answerable questions that may be refused, as a share: half of what the target allows. */
const REFUSED = 0.015

function answerabilityOf(cases: readonly Case[]) {
  const examples = cases.map((each): Example => {
    const { ranked, widened } = rankingOf(each)
    const signs = signsOf({ ...each, first: ranked.map(({ number }) => number), widened }, archive)
    return { features: signNames.map((name) => signs[name]), positive: each.question.answerable }
  })
  const held = folds(examples, FOLDS).flatMap(({ training, held }) => {
    const model = fitLogistic(training)
    return held.map(({ features, positive }) => ({ positive, probability: predict(model, features) }))
  })
  const answerable = held
    .filter(({ positive }) => positive)
    .map(({ probability }) => probability)
    .sort((a, b) => a - b)
  const threshold = answerable[Math.floor(answerable.length * REFUSED)] ?? 0.5
  const { intercept, coefficients } = fitLogistic(examples)
  const share = (positive: boolean) =>
    mean(
      held
        .filter((each) => each.positive === positive)
        .map(({ probability }) => Number(probability < threshold)),
    )
  return {
    parameters: {
      intercept,
      ...Object.fromEntries(signNames.map((name, index) => [name, coefficients[index] ?? 0])),
      threshold,
    },
    scores: { recognized: share(false), refused: share(true) },
  }
}

const cases: Case[] = []
for (const set of [...developmentSets, ...ownSets])
  for (const question of judgedQuestions(set)) cases.push(await caseOf(question))
const judged = cases.filter(({ question }) => question.answerable && question.type !== 'own')

const crossValidated = crossValidate(judged, tunedWeights)
const weights = ascend(judged, tunedWeights)
const answerability = answerabilityOf(cases)
const round = (value: number) => Number(value.toFixed(3))
const rounded = (record: Record<string, number>) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, round(value)]))
const found = {
  weights: rounded(weights),
  answerable: rounded(answerability.parameters),
  crossValidated: {
    'nDCG@10, dev-a and dev-b': round(crossValidated.others),
    'nDCG@10, dev-c': round(crossValidated.broad),
    'unanswerable recognized, our own included': round(answerability.scores.recognized),
    'answerable refused': round(answerability.scores.refused),
  },
}
writeFileSync(
  new URL('../../server/retrieval/weights.json', import.meta.url),
  `${JSON.stringify(found, null, 2)}\n`,
)
console.log(found)
