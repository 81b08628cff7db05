/** What each signal is worth: alone, the whole without it, and reciprocal rank fusion of words and vectors for comparison. */
import type { Archive } from '../../server/archive/archive.ts'
import { type Evidence, gatherEvidence } from '../../server/retrieval/evidence.ts'
import { rank, type SignalWeights } from '../../server/retrieval/rank.ts'
import { type Scores, signalNames } from '../../server/retrieval/signals.ts'
import { understand } from '../../server/understanding/understand.ts'
import type { Understanding } from '../../server/understanding/understanding.ts'
import type { JudgedQuestion } from './judged-questions.ts'
import { mean, ndcg } from './metrics.ts'
import { reciprocalRankFusion } from './reciprocal-rank-fusion.ts'

export interface AblationRow {
  system: string
  /** nDCG@10 of dev-a and dev-b. */
  others: number
  /** nDCG@10 of dev-c. */
  broad: number
}

interface Case {
  question: JudgedQuestion
  understanding: Understanding
  evidence: Evidence
}

export async function ablate(questions: readonly JudgedQuestion[], archive: Archive): Promise<AblationRow[]> {
  const cases: Case[] = []
  for (const question of questions.filter(({ answerable }) => answerable)) {
    const understanding = understand(question.question, [], archive)
    cases.push({ question, understanding, evidence: await gatherEvidence(understanding, archive) })
  }
  const ids = (numbers: readonly number[]) =>
    numbers.slice(0, 10).map((number) => archive.index.documents[number]?.id ?? '')
  const row = (system: string, ranking: (each: Case) => readonly number[]): AblationRow => {
    const score = (broad: boolean) =>
      mean(
        cases
          .filter(({ question }) => (question.type === 'broad') === broad)
          .map((each) => ndcg(ids(ranking(each)), each.question.relevant)),
      )
    return { system, others: score(false), broad: score(true) }
  }
  const ranked =
    (weights: SignalWeights) =>
    ({ understanding, evidence }: Case) =>
      rank({
        signals: evidence.signals,
        index: archive.index,
        documents: archive.facts.documents,
        periods: weights.period > 0 ? understanding.periods : [],
        weights,
      }).ranked.map(({ number }) => number)

  const { ranking } = archive.calibration
  const parts = [...signalNames, 'feedback'] as const
  const nothing = Object.fromEntries(parts.map((name) => [name, 0])) as SignalWeights
  return [
    ...signalNames.map((name) => row(`${name} alone`, ({ evidence }) => bestFirst(evidence.signals[name]))),
    row('reciprocal rank fusion of bm25 and record', ({ evidence }) => {
      const rankings = [evidence.signals.bm25, evidence.signals.record].map((scores) =>
        bestFirst(scores).map(String),
      )
      return reciprocalRankFusion(rankings).map(({ id }) => Number(id))
    }),
    row('bm25 and record, weighted', ranked({ ...nothing, bm25: ranking.bm25, record: ranking.record })),
    ...parts.map((name) => row(`all but ${name}`, ranked({ ...ranking, [name]: 0 }))),
    row('all', ranked(ranking)),
  ]
}

function bestFirst(scores: Scores): number[] {
  return [...scores].sort(([, a], [, b]) => b - a).map(([number]) => number)
}
