/** What a run of questions scored, as a row of a table. */
import type { JudgedQuestion } from './judged-questions.ts'
import { mean, ndcg, recall, reciprocalRank } from './metrics.ts'

export interface Run {
  question: JudgedQuestion
  /** Ids, best first. */
  ranking: string[]
  answerable: boolean
}

export interface Scores {
  questions: number
  ndcg: number
  recall: number
  mrr: number
}

/** The means over the answerable questions of the runs. */
export function scoresOf(runs: readonly Run[]): Scores {
  const judged = runs.filter(({ question }) => question.answerable)
  return {
    questions: judged.length,
    ndcg: mean(judged.map(({ ranking, question }) => ndcg(ranking, question.relevant))),
    recall: mean(judged.flatMap(({ ranking, question }) => recall(ranking, question.relevant) ?? [])),
    mrr: mean(judged.map(({ ranking, question }) => reciprocalRank(ranking, question.relevant))),
  }
}

export interface Abstention {
  /** Share of the unanswerable questions that were recognized. */
  recognized: number
  /** Share of the answerable questions that were refused. */
  refused: number
}

export function abstentionOf(runs: readonly Run[]): Abstention {
  const unanswerable = runs.filter(({ question }) => !question.answerable)
  const answerable = runs.filter(({ question }) => question.answerable)
  return {
    recognized: mean(unanswerable.map((run) => (run.answerable ? 0 : 1))),
    refused: mean(answerable.map((run) => (run.answerable ? 0 : 1))),
  }
}
