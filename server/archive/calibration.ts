/**
 * Calibration of the embedding model: weights, thresholds and shares that depend on how the model's cosines are
 * distributed. Fitted by `npm run tune` and stored as `calibration.json` next to the model, with the model's id.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { BUNDLED_MODEL, type EmbeddingModel } from '../../embeddings/embedding-model.ts'

const share = z.number().min(0).max(1)
const cosine = z.number().min(-1).max(1)

export const calibrationSchema = z.strictObject({
  /** `EmbeddingModel.id` of the model for which these numbers were fitted. */
  model: z.string(),
  /** Typical cosines of this model (medians), to convert thresholds from one model to another. */
  cosines: z.strictObject({
    /** Between a question and an unrelated sentence. */
    unrelated: cosine,
    /** Between a question and the closest sentence of the archive. */
    closest: cosine,
  }),
  /** Weights of the ranking signals; `feedback` is the weight of pseudo-relevance feedback. */
  ranking: z.strictObject({
    bm25: z.number(),
    record: z.number(),
    sentence: z.number(),
    query: z.number(),
    queries: z.number(),
    names: z.number(),
    period: z.number(),
    maker: z.number(),
    subject: z.number(),
    feedback: z.number(),
  }),
  /** Logistic model: whether the archive may hold an answer, judged before any sentence is read. */
  answerable: z.strictObject({
    intercept: z.number(),
    similarity: z.number(),
    coverage: z.number(),
    unknownNames: z.number(),
    absentPerson: z.number(),
    widened: z.number(),
    /** Probability from which an answer is likely. */
    threshold: share,
  }),
  /**
   * Share of the best document's score from which a document is listed as found. With the shipped model the list holds
   * 0.98 of the documents with grade 2 or 3 of the judged questions, and 50 documents on average.
   */
  listed: share,
  /** Share of the best document's score from which a document is provided to the language model. */
  handed: share,
  /** Cosine from which two records are "close in meaning": half of all pairs of a record and one of its five neighbours reach it. */
  relatedClose: cosine,
  /** Normalized vector score from which a search result is "close in meaning". */
  resultClose: share,
  /** A sentence is shown with a document's closest sentence if its cosine is at least this share of that one's. */
  passageShown: share,
  /**
   * Cosine from which two questions count as the same question in other words. Of 17 pairs read by hand, 3 of the 5 that
   * ask the same have 0.74 or more; all pairs that only share a topic have 0.64 or less.
   */
  sameQuestion: cosine,
  /**
   * Cosine with a phrase of `archive-topic-phrases.json` from which a question asks about the archive itself. No judged
   * question whose nearest phrase is such a phrase reaches 0.43. The phrases of `tests/server/understanding/archive-topic-phrases.json`,
   * which chose this threshold, all have 0.5 or more, except one.
   */
  archiveTopic: cosine,
  /**
   * Factor by which the text signals of a record without expansion queries are raised. With 1.25 a random fifth of the
   * records, indexed without queries, ranks no worse than in an index without any expansion (tests/eval/left-out.ts).
   */
  unexpandedCredit: z.number().positive(),
  /** Checks whether a sentence of an answer is supported by the records that it cites. */
  verification: z.strictObject({
    /** Logistic model: whether the cited records are similar enough to the sentence. */
    near: z.strictObject({
      intercept: z.number(),
      similarity: z.number(),
      gap: z.number(),
      length: z.number(),
      /** Probability from which a sentence without contradictions counts as supported. */
      threshold: share,
    }),
    /** Probability from which a citation may be added to a sentence without one. */
    sure: share,
    /** Record sentences whose cosine is at most this much below the closest one's also support the sentence. */
    asClose: share,
    /** Minimum for a record sentence to be shown as support: cosine with the sentence or a clause of it, or share of its words. */
    worthShowing: share,
  }),
  /** Cross-validated scores, for information only. */
  crossValidated: z.record(z.string(), z.json()),
})

export type Calibration = z.output<typeof calibrationSchema>

/** A calibration file that cannot be used; the message names file and field. */
export class CalibrationError extends Error {
  override name = 'CalibrationError'
}

/** Path of a model's calibration: in the model's folder, one file per encoding of the same weights. */
export function calibrationFile({ id, folder }: Pick<EmbeddingModel, 'id' | 'folder'>): string {
  const [mark = ''] = /\+[0-9a-f]+$/.exec(id) ?? []
  return join(folder, `calibration${mark}.json`)
}

/**
 * The model's own calibration; if it has none, that of the bundled model as the best guess.
 * @throws {CalibrationError}
 */
export function readCalibration(model: Pick<EmbeddingModel, 'id' | 'folder'>): Calibration {
  const file = calibrationFile(model)
  const own = existsSync(file) ? readCalibrationFile(file) : undefined
  return own && isCalibrated(own, model) ? own : readCalibrationFile(join(BUNDLED_MODEL, 'calibration.json'))
}

/** Whether the calibration was fitted for this model. Only the part of the id from "@" on counts: folders may be renamed. */
export function isCalibrated(calibration: Calibration, { id }: Pick<EmbeddingModel, 'id'>): boolean {
  const weights = (name: string) => name.replace(/^[^@]*(?=@)/, '')
  return weights(calibration.model) === weights(id)
}

function readCalibrationFile(file: string): Calibration {
  return readTunedFile(file, calibrationSchema, 'npm run tune')
}

/** Reads a file of tuned numbers. @param command that writes the file @throws {CalibrationError} naming file and field */
export function readTunedFile<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  command: string,
): z.output<Schema> {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new CalibrationError(`${file} is not JSON (${error instanceof Error ? error.message : error}).`)
  }
  const result = schema.safeParse(json)
  if (result.success) return result.data
  const issues = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new CalibrationError(`${file}: ${issues.join('; ')}. \`${command}\` writes it anew.`)
}
