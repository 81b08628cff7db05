/** What a run of questions scored, as a row of a table. */
import type { Outcome } from '../../server/contract/chat-enums.ts'
import type { JudgedQuestion } from './judged-questions.ts'
import { mean, ndcg, recall, reciprocalRank } from './metrics.ts'

export interface Run {
  question: JudgedQuestion
  /** Ids, best first. */
  ranking: string[]
  /** How the chat's answer ended. */
  outcome: Outcome | undefined
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
  /** Share of the unanswerable questions that were not called answered. */
  recognized: number
  /** Shares of the answerable questions for which only something near, or nothing, was found. */
  hedged: number
  refused: number
}

export function abstentionOf(runs: readonly Run[]): Abstention {
  const share = (answerable: boolean, holds: (run: Run) => boolean) =>
    mean(runs.filter(({ question }) => question.answerable === answerable).map((run) => Number(holds(run))))
  return {
    recognized: share(false, ({ outcome }) => outcome !== 'answered'),
    hedged: share(true, ({ outcome }) => outcome === 'near'),
    refused: share(true, ({ outcome }) => outcome === 'nothing-found'),
  }
}
