/**
 * How the reader's probabilities are used: small logistic models and thresholds, found by `npm run tune -- answers` on the
 * labelled answers of tests/eval with readers that had not seen the question. They stand beside the reader's weights.
 */
import { join } from 'node:path'
import { z } from 'zod'
import { BUNDLED_READER } from '../../embeddings/answer-reader.ts'
import { readTuned } from './calibration.ts'

const share = z.number().min(0).max(1)

/** A logistic model: the intercept, and a weight a sign. */
function logisticSchema<Sign extends string>(signs: readonly Sign[]) {
  return z.strictObject({
    intercept: z.number(),
    weights: z.strictObject(
      Object.fromEntries(signs.map((sign) => [sign, z.number()])) as Record<Sign, z.ZodNumber>,
    ),
  })
}

/** What tells whether a sentence answers: see `server/answer/reading/worth.ts`. */
export const worthSigns = ['probability', 'behindBest', 'share', 'rank', 'opens', 'words'] as const
/** What tells whether a sentence can be understood without the one before it: see `server/answer/reading/leaning.ts`. */
export const leaningSigns = [
  'second',
  'person',
  'personSubject',
  'group',
  'groupSubject',
  'thing',
  'thingSubject',
  'pointing',
  'names',
  'nameless',
  'opensWithKnownName',
  'opensWithThe',
  'words',
] as const
/** What tells whether the quotations answer the question: see `server/answer/reading/confidence.ts`. */
export const confidenceSigns = ['evidence', 'people', 'period', 'kind', 'covered', 'likelihood'] as const

export const answeringSchema = z.strictObject({
  /**
   * Sentences read for one answer, all its searches together: each costs some 10 ms of one core. A course of events needs
   * more of them: with 16 it tells .65 of its stages, with 24 .72; other answers are as good with 16. `npm run eval --
   * answers --sentences 12` shows what fewer or more would give.
   */
  sentences: z.strictObject({ usual: z.int().min(1).max(200), ofCourse: z.int().min(1).max(200) }),
  /** Whether a sentence answers outright. */
  worth: logisticSchema(worthSigns),
  /** Worth from which a sentence is quoted, and the share of the best one's worth that it needs besides. */
  quoted: z.strictObject({ worth: share, ofBest: share }),
  /** Whether a sentence leans on the one before it, and the probability from which that is quoted with it. */
  leaning: logisticSchema(leaningSigns).extend({ threshold: share }),
  /** Whether what is quoted answers the question, and the probability from which it is `answered`. */
  confidence: logisticSchema(confidenceSigns).extend({ answered: share }),
  /**
   * What makes it `near`: the sum of the best sentences' probabilities, or how likely the archive holds an answer by wording
   * and meaning. Where neither is reached nothing is found.
   */
  near: z.strictObject({ evidence: z.number().min(0), likelihood: share }),
  /** Scores found by cross-validation, for those who read the file. */
  crossValidated: z.record(z.string(), z.json()),
})

export type Answering = z.output<typeof answeringSchema>

export const ANSWERING_FILE = join(BUNDLED_READER, 'answering.json')

/** @throws {CalibrationError} naming file and field */
export function readAnswering(file: string = ANSWERING_FILE): Answering {
  return readTuned(file, answeringSchema, 'npm run tune -- answers')
}

/** The probability that a logistic model gives to signs. */
export function probabilityOf<Sign extends string>(
  { intercept, weights }: { intercept: number; weights: Readonly<Record<Sign, number>> },
  signs: Readonly<Record<Sign, number>>,
): number {
  let logit = intercept
  for (const [sign, weight] of Object.entries(weights) as [Sign, number][]) logit += weight * signs[sign]
  return 1 / (1 + Math.exp(-logit))
}
