/** Whether the archive may hold an answer, by wording and meaning alone. */
import type { Archive } from '../../server/archive/archive.ts'
import type { Calibration } from '../../server/archive/calibration.ts'
import { type AnswerabilityFeatures, answerabilityFeatures } from '../../server/retrieval/answerability.ts'
import { folds } from './cross-validation.ts'
import { type Example, fitLogistic, predict } from './logistic-regression.ts'
import { mean } from './metrics.ts'
import { type Case, FOLDS, rankCase } from './tune-ranking.ts'

const signNames = [
  'similarity',
  'coverage',
  'unknownNames',
  'absentPerson',
  'widened',
] as const satisfies (keyof AnswerabilityFeatures)[]
/** Answerable questions that may be refused, as a share: half of what the target allows. */
const REFUSED = 0.015

/** @param archive with the weights by which the cases are ranked. */
export function tuneAnswerable(cases: readonly Case[], archive: Archive) {
  const examples = cases.map((each): Example => {
    const { ranked, widened } = rankCase(each, archive.calibration.ranking, archive)
    const signs = answerabilityFeatures(
      { ...each, rankedNumbers: ranked.map(({ number }) => number), widened },
      archive,
    )
    return { features: signNames.map((name) => signs[name]), positive: each.question.answerable }
  })
  const held = folds(examples, FOLDS).flatMap(({ training, held }) => {
    const model = fitLogistic(training)
    return held.map(({ features, positive }) => ({ positive, probability: predict(model, features) }))
  })
  const threshold = lowest(
    held.filter(({ positive }) => positive).map(({ probability }) => probability),
    REFUSED,
  )
  const { intercept, coefficients } = fitLogistic(examples)
  const [similarity = 0, coverage = 0, unknownNames = 0, absentPerson = 0, widened = 0] = coefficients
  const answerable: Calibration['answerable'] = {
    intercept,
    similarity,
    coverage,
    unknownNames,
    absentPerson,
    widened,
    threshold,
  }
  const share = (positive: boolean) =>
    mean(
      held
        .filter((each) => each.positive === positive)
        .map(({ probability }) => Number(probability < threshold)),
    )
  return {
    answerable,
    scores: {
      'unanswerable recognized, our own included': share(false),
      'answerable refused': share(true),
    },
  }
}

/** The value below which that share of the values lies. */
function lowest(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length * share)] ?? 0.5
}
