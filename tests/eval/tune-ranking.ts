/** The weights of the signals, found by coordinate ascent and cross-validated over the development questions. */
import type { Archive } from '../../server/archive/archive.ts'
import { type Evidence, gatherEvidence } from '../../server/retrieval/evidence.ts'
import { type Ranking, rank, type SignalWeights } from '../../server/retrieval/rank.ts'
import { understand } from '../../server/understanding/understand.ts'
import type { Understanding } from '../../server/understanding/understanding.ts'
import { folds } from './cross-validation.ts'
import { developmentSets, type JudgedQuestion, judgedQuestions, ownSets } from './judged-questions.ts'
import { mean, ndcg } from './metrics.ts'

export const FOLDS = 5
/** Weights tried; steps finer than these are noise on 136 questions. */
const GRID = [0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7]
/** A change must be worth this much nDCG, lest the weights follow single questions. */
const WORTH = 0.001
const ROUNDS = 2

/** A question with what the searches found for it, which no weight changes. */
export interface Case {
  question: JudgedQuestion
  understanding: Understanding
  evidence: Evidence
}

/** Of all judged questions, and of our own, which only tell what is answerable. */
export async function readCases(archive: Archive): Promise<Case[]> {
  const cases: Case[] = []
  for (const set of [...developmentSets, ...ownSets])
    for (const question of judgedQuestions(set)) {
      const understanding = understand(question.question, [], archive)
      cases.push({ question, understanding, evidence: await gatherEvidence(understanding, archive) })
    }
  return cases
}

export function isJudged({ question }: Case): boolean {
  return question.answerable && question.type !== 'own'
}

export function rankCase(
  { evidence, understanding }: Case,
  weights: SignalWeights,
  archive: Archive,
): Ranking {
  return rank({
    signals: evidence.signals,
    index: archive.index,
    documents: archive.facts.documents,
    periods: understanding.periods,
    weights,
  })
}

export function tuneRanking(cases: readonly Case[], archive: Archive) {
  const judged = cases.filter(isJudged)
  const start = archive.calibration.ranking
  const { broad, others } = crossValidate(judged, start, archive)
  return {
    weights: ascend(judged, start, archive),
    scores: { 'nDCG@10, dev-a and dev-b': others, 'nDCG@10, dev-c': broad },
  }
}

function scoreOf(cases: readonly Case[], weights: SignalWeights, archive: Archive): number {
  return mean(
    cases.map((each) => {
      const ids = rankCase(each, weights, archive)
        .ranked.slice(0, 10)
        .map(({ number }) => archive.facts.documents[number]?.id ?? '')
      return ndcg(ids, each.question.relevant)
    }),
  )
}

/** Coordinate ascent: each weight in turn takes the best value of the grid while the others stand. */
function ascend(cases: readonly Case[], start: SignalWeights, archive: Archive): SignalWeights {
  let weights = start
  let best = scoreOf(cases, weights, archive)
  for (let round = 0; round < ROUNDS; round += 1)
    for (const name of Object.keys(start) as (keyof SignalWeights)[])
      for (const value of GRID) {
        const tried = { ...weights, [name]: value }
        const score = scoreOf(cases, tried, archive)
        if (score > best + WORTH) [weights, best] = [tried, score]
      }
  return weights
}

/** What each question scored with weights found without it. */
function crossValidate(
  cases: readonly Case[],
  start: SignalWeights,
  archive: Archive,
): { broad: number; others: number } {
  const held = folds(cases, FOLDS).flatMap((fold) => {
    const weights = ascend(fold.training, start, archive)
    return fold.held.map((each) => ({
      broad: each.question.type === 'broad',
      score: scoreOf([each], weights, archive),
    }))
  })
  const scores = (broad: boolean) =>
    mean(held.filter((each) => each.broad === broad).map(({ score }) => score))
  return { broad: scores(true), others: scores(false) }
}
