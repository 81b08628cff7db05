/**
 * How one model spreads its cosines, and the thresholds that follow from it: some are found by what they are to achieve, the
 * rest, for which there are no judgements, are carried over from the calibration before by the scale of the two models.
 */
import type { Archive } from '../../server/archive/archive.ts'
import type { Calibration } from '../../server/archive/calibration.ts'
import { retrieve } from '../../server/retrieval/retrieve.ts'
import { mean } from './metrics.ts'
import { type Case, isJudged } from './tune-ranking.ts'

type Cosines = Calibration['cosines']

/** Cosines of the judged questions with sentences of the archive. */
export async function measureCosines(cases: readonly Case[], { index }: Archive): Promise<Cosines> {
  const closest: number[] = []
  const unrelated: number[] = []
  for (const { evidence } of cases) {
    closest.push(evidence.sentences.similarities[0] ?? 0)
    const all = await index.nearest('sentence', evidence.vector, { limit: EVERY_SENTENCE })
    // Among all sentences those near the middle have nothing to do with the question.
    unrelated.push(median([...all.similarities]))
  }
  return { unrelated: median(unrelated), closest: median(closest) }
}

/** More sentences than the catalog has. */
const EVERY_SENTENCE = 100_000

/** Half of all first five neighbours of a record reach it. */
export async function tuneRelatedClose({ index }: Archive): Promise<number> {
  const cosines: number[] = []
  for (let number = 0; number < index.documents.length; number += 1) {
    const near = await index.nearest('record', index.recordVector(number), { limit: 12 })
    const others = new Map<number, number>()
    near.numbers.forEach((other, row) => {
      if (other !== number && !others.has(other)) others.set(other, near.similarities[row] ?? 0)
    })
    cosines.push(...[...others.values()].slice(0, 5))
  }
  return median(cosines)
}

/** Shares of the best score that are tried, and the share of relevant documents that a list must hold. */
const LISTED = Array.from({ length: 18 }, (_, step) => 0.95 - step * 0.05)
const HELD = 0.98

/** The largest share of the best score from which nearly all documents of grade 2 and 3 are listed. */
export async function tuneListed(cases: readonly Case[], archive: Archive): Promise<number> {
  const shares: number[][] = []
  for (const { question } of cases.filter(isJudged)) {
    const { ranked } = await retrieve(question.question, archive)
    const best = ranked[0]?.score ?? 0
    const scores = new Map(ranked.map(({ document, score }) => [document.id, score]))
    const relevant = Object.entries(question.relevant).filter(([, grade]) => grade >= 2)
    if (relevant.length > 0) shares.push(relevant.map(([id]) => (scores.get(id) ?? 0) / (best || 1)))
  }
  const held = (least: number) =>
    mean(shares.map((own) => own.filter((share) => share >= least).length / own.length))
  return LISTED.find((least) => held(least) >= HELD) ?? LISTED.at(-1) ?? 0
}

type CarriedOver = Pick<
  Calibration,
  'passageShown' | 'sameQuestion' | 'archiveTopic' | 'verification' | 'cosines'
>

/**
 * Thresholds on cosines, moved so that they stand where they stood between what is unrelated, what is closest, and 1. A
 * share of the closest cosine is moved as the cosine that it means where the best one is the usual one.
 */
export function carryOver<Some extends CarriedOver>(calibration: Some, to: Cosines): Some {
  const from = calibration.cosines
  const slope = (to.closest - to.unrelated) / (from.closest - from.unrelated)
  const moved = (cosine: number) =>
    cosine <= from.closest
      ? to.unrelated + slope * (cosine - from.unrelated)
      : 1 - ((1 - to.closest) * (1 - cosine)) / (1 - from.closest)
  const share = (value: number) => {
    const best = from.closest
    const linear = (cosine: number) => to.unrelated + slope * (cosine - from.unrelated)
    return linear(value * best) / linear(best)
  }
  const { verification } = calibration
  return {
    ...calibration,
    cosines: to,
    passageShown: share(calibration.passageShown),
    sameQuestion: moved(calibration.sameQuestion),
    archiveTopic: moved(calibration.archiveTopic),
    verification: {
      ...verification,
      asClose: slope * verification.asClose,
      worthShowing: moved(verification.worthShowing),
    },
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
