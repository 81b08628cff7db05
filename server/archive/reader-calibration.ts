/**
 * Calibration of the answer reader: small logistic models and thresholds that turn its probabilities into decisions. They
 * are fitted by `npm run tune -- answers` on the labelled answers of tests/eval, with reader models that had not been trained
 * on the question. Stored as `answering.json` next to the reader's weights.
 */
import { join } from 'node:path'
import { z } from 'zod'
import { BUNDLED_READER } from '../../embeddings/answer-reader.ts'
import { readTunedFile } from './calibration.ts'

const share = z.number().min(0).max(1)

/** A logistic model: an intercept, and one weight per feature. */
function logisticSchema<Sign extends string>(signs: readonly Sign[]) {
  return z.strictObject({
    intercept: z.number(),
    weights: z.strictObject(
      Object.fromEntries(signs.map((sign) => [sign, z.number()])) as Record<Sign, z.ZodNumber>,
    ),
  })
}

/** Features of the model that scores how likely a sentence answers the question: see `server/answer/reading/sentence-relevance.ts`. */
export const relevanceFeatures = ['probability', 'behindBest', 'share', 'rank', 'opens', 'words'] as const
/** Features of the model that tells whether a sentence depends on the one before it: see `server/answer/reading/dependent-sentence.ts`. */
export const dependenceFeatures = [
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
/** Features of the model that tells whether the quotations answer the question: see `server/answer/reading/confidence.ts`. */
export const confidenceFeatures = ['evidence', 'people', 'period', 'kind', 'covered', 'likelihood'] as const

export const readerCalibrationSchema = z.strictObject({
  /**
   * Number of sentences read for one answer, over all its searches: each takes about 10 ms of one core. A course of events
   * needs more: with 16 sentences it covers 0.65 of its stages, with 24 it covers 0.72. Other answers are as good with 16.
   * `npm run eval -- answers --sentences 12` measures other numbers.
   */
  sentences: z.strictObject({ usual: z.int().min(1).max(200), ofCourse: z.int().min(1).max(200) }),
  /** Logistic model: whether a sentence answers the question by itself. */
  worth: logisticSchema(relevanceFeatures),
  /** A sentence is quoted if its score reaches `worth` and also `ofBest` times the best sentence's score. */
  quoted: z.strictObject({ worth: share, ofBest: share }),
  /** Logistic model: whether a sentence depends on the one before it. From `threshold` on, that one is quoted with it. */
  leaning: logisticSchema(dependenceFeatures).extend({ threshold: share }),
  /** Logistic model: whether the quotations answer the question. From `answered` on, the verdict is `answered`. */
  confidence: logisticSchema(confidenceFeatures).extend({ answered: share }),
  /**
   * Minimums for the verdict `near`: the sum of the best sentences' probabilities, or `Answerability.likelihood`. If both are
   * lower, the verdict is `nothing-found`.
   */
  near: z.strictObject({ evidence: z.number().min(0), likelihood: share }),
  /** Cross-validated scores, for information only. */
  crossValidated: z.record(z.string(), z.json()),
})

export type ReaderCalibration = z.output<typeof readerCalibrationSchema>

export const READER_CALIBRATION_FILE = join(BUNDLED_READER, 'answering.json')

/** @throws {CalibrationError} naming file and field */
export function loadReaderCalibration(file: string = READER_CALIBRATION_FILE): ReaderCalibration {
  return readTunedFile(file, readerCalibrationSchema, 'npm run tune -- answers')
}

/** The probability that a logistic model gives for these feature values. */
export function logisticProbability<Sign extends string>(
  { intercept, weights }: { intercept: number; weights: Readonly<Record<Sign, number>> },
  features: Readonly<Record<Sign, number>>,
): number {
  let logit = intercept
  for (const [sign, weight] of Object.entries(weights) as [Sign, number][]) logit += weight * features[sign]
  return 1 / (1 + Math.exp(-logit))
}
