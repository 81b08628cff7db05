/**
 * The numbers that depend on how one model spreads its cosines: weights, thresholds and shares, all found by `npm run tune`
 * with that model. They stand beside the model in `calibration.json` with its id, and are handed in with the archive.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { BUNDLED_MODEL, type EmbeddingModel } from '../../embeddings/embedding-model.ts'

const share = z.number().min(0).max(1)
const cosine = z.number().min(-1).max(1)

export const calibrationSchema = z.strictObject({
  /** `EmbeddingModel.id` of the model with which these numbers were found. */
  model: z.string(),
  /** How this model spreads its cosines, to carry numbers over from one model to another. Medians. */
  cosines: z.strictObject({
    /** Of a question with a sentence that has nothing to do with it. */
    unrelated: cosine,
    /** Of a question with the closest sentence of the archive. */
    closest: cosine,
  }),
  /** Weights of the signals in the sum by which documents are ranked; `feedback` weighs the second look. */
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
  /** Logistic model: whether the archive may hold an answer, before anything is read. */
  answerable: z.strictObject({
    intercept: z.number(),
    similarity: z.number(),
    coverage: z.number(),
    unknownNames: z.number(),
    absentPerson: z.number(),
    widened: z.number(),
    /** Probability from which it does. */
    threshold: share,
  }),
  /**
   * Share of the best document's score from which a document is listed as found. With the shipped model such a list has 0.98 of the documents of grade 2 and 3 of the judged questions, and 50 documents in the mean.
   */
  listed: share,
  /** The same for what is handed to the language model. */
  handed: share,
  /** Cosine of two records from which they are "close in meaning": half of all first five neighbours reach it. */
  relatedClose: cosine,
  /** Normalized score by meaning from which a result is "close in meaning". */
  resultClose: share,
  /** Share of a document's closest sentence's cosine from which another of its sentences is shown with it. */
  passageShown: share,
  /**
   * Cosine from which a question says what was asked already, in other words: of 17 pairs that were read, 3 of the 5 that ask
   * the same have 0.74 and more, all that merely are on the same matter 0.64 and less.
   */
  sameQuestion: cosine,
  /**
   * Cosine with a phrase of `archive-topic-phrases.json` from which a question asks about the archive itself. No judged
   * question that is nearer to such a phrase than to one of the others reaches 0.43; the phrases of
   * `tests/server/archive-topic-phrases.json` that chose it do from 0.5 on, but for one.
   */
  archiveTopic: cosine,
  /**
   * What a record without queries is credited with above its own text's signals. With 1.25 the records of a random
   * fifth, their queries left out, rank no worse than with no expansion in the index at all (tests/eval/left-out.ts).
   */
  unexpandedCredit: z.number().positive(),
  /** Whether a sentence of an answer is supported by the records that it cites. */
  verification: z.strictObject({
    /** Logistic model: whether the records are near enough to the sentence. */
    near: z.strictObject({
      intercept: z.number(),
      similarity: z.number(),
      gap: z.number(),
      length: z.number(),
      /** Probability from which a sentence without objections is supported. */
      threshold: share,
    }),
    /** Probability from which a source may be given to a sentence that names none. */
    sure: share,
    /** Sentences whose cosine is less than the closest one's by at most this much carry the sentence, too. */
    asClose: share,
    /** Sentences shown as found are at least so close to the sentence or a clause of it, or carry such a share of its words. */
    worthShowing: share,
  }),
  /** Scores found by cross-validation, for those who read the file. */
  crossValidated: z.record(z.string(), z.json()),
})

export type Calibration = z.output<typeof calibrationSchema>

/** A calibration file that cannot be used; the message names file and field. */
export class CalibrationError extends Error {
  override name = 'CalibrationError'
}

/** Where the calibration of a model stands: among its files, one for each way of using the same weights. */
export function calibrationFile({ id, folder }: Pick<EmbeddingModel, 'id' | 'folder'>): string {
  const [mark = ''] = /\+[0-9a-f]+$/.exec(id) ?? []
  return join(folder, `calibration${mark}.json`)
}

/**
 * The model's own calibration; where it has none, that of the model that comes with Aide-Mémoire, as the best guess.
 * @throws {CalibrationError}
 */
export function readCalibration(model: Pick<EmbeddingModel, 'id' | 'folder'>): Calibration {
  const file = calibrationFile(model)
  const own = existsSync(file) ? parseFile(file) : undefined
  return own && isCalibrated(own, model) ? own : parseFile(join(BUNDLED_MODEL, 'calibration.json'))
}

/** Whether the numbers were found with this model. A folder may be renamed: its id counts from the "@" on. */
export function isCalibrated(calibration: Calibration, { id }: Pick<EmbeddingModel, 'id'>): boolean {
  const weights = (name: string) => name.replace(/^[^@]*(?=@)/, '')
  return weights(calibration.model) === weights(id)
}

function parseFile(file: string): Calibration {
  return readTuned(file, calibrationSchema, 'npm run tune')
}

/** A file of tuned numbers. @param command what writes it anew @throws {CalibrationError} naming file and field */
export function readTuned<Schema extends z.ZodType>(
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
