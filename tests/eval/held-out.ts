/**
 * Readers that have not seen a question: three readers, each trained without a third of the labelled answers, and the small
 * models fitted in the same way. Their scores are kept in `reader-folds.jsonl`, so that the table is made without them.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type AnswerReader, loadAnswerReader, type SentenceInRecord } from '../../embeddings/answer-reader.ts'
import { splitSentences } from '../../embeddings/split-sentences.ts'
import type { Archive } from '../../server/archive/archive.ts'
import { type ReaderCalibration, readerCalibrationSchema } from '../../server/archive/reader-calibration.ts'

export const FOLDS = 3

/** The fold in which a question or a whole conversation is held out: a fixed hash of its id, as in the training's recipe. */
export function foldOf(id: string): number {
  return Number(BigInt(`0x${createHash('sha256').update(id).digest('hex')}`) % BigInt(FOLDS))
}

const SCORES = new URL('./reader-folds.jsonl', import.meta.url)
const ANSWERINGS = new URL('./answering-folds.json', import.meta.url)

const scoreSchema = z.object({
  fold: z.int(),
  question: z.string(),
  document: z.string(),
  index: z.int(),
  probability: z.number(),
})
type Score = z.output<typeof scoreSchema>

/** The archive as a question of this fold meets it: a reader and small models that have not seen it. */
export interface HeldOut {
  archiveFor(id: string): Archive
  /** Adds what the readers were asked to the kept scores; only where they were loaded. */
  save(): void
}

/** @param folder with `fold-0` to `fold-2`, readers of transformers.js; without it the kept scores stand for them */
export async function openHeldOut(archive: Archive, folder?: string): Promise<HeldOut> {
  const scores = new Map<string, Score>()
  const keyOf = ({ fold, question, document, index }: Omit<Score, 'probability'>) =>
    JSON.stringify([fold, question, document, index])
  if (existsSync(SCORES))
    for (const line of readFileSync(SCORES, 'utf8').trim().split('\n')) {
      const score = scoreSchema.parse(JSON.parse(line))
      scores.set(keyOf(score), score)
    }
  const places = placesOf(archive)
  const readers = await Promise.all(
    Array.from({ length: FOLDS }, async (_, fold): Promise<AnswerReader> => {
      const model = folder ? await loadAnswerReader(join(folder, `fold-${fold}`)) : undefined
      return {
        id: model?.id ?? `fold-${fold}`,
        async read(question, sentences, signal) {
          const probabilities = await model?.read(question, sentences, signal)
          return sentences.map((sentence, position) => {
            const place = places.get(textOf(sentence))
            if (!place) throw new Error(`No record has the sentence “${sentence.sentence}”.`)
            const key = keyOf({ fold, question, ...place })
            const probability = probabilities?.[position]
            if (probability !== undefined)
              scores.set(key, { fold, question, ...place, probability: round(probability) })
            const score = scores.get(key)
            if (!score)
              throw new Error(
                `reader-folds.jsonl lacks a score of “${question}” with ${place.document}, sentence ${place.index}: ` +
                  'the product reads other sentences than when it was made. `npm run eval -- answers --readers <folder>` makes it anew.',
              )
            return score.probability
          })
        },
      }
    }),
  )
  const answerings: ReaderCalibration[] | undefined = existsSync(ANSWERINGS)
    ? z
        .array(readerCalibrationSchema)
        .length(FOLDS)
        .parse(JSON.parse(readFileSync(ANSWERINGS, 'utf8')))
    : undefined
  return {
    archiveFor(id) {
      const fold = foldOf(id)
      return {
        ...archive,
        reader: readers[fold] ?? archive.reader,
        readerCalibration: answerings?.[fold] ?? archive.readerCalibration,
      }
    },
    save() {
      const lines = [...scores.values()].map((score) => JSON.stringify(score)).sort()
      writeFileSync(SCORES, `${lines.join('\n')}\n`)
    },
  }
}

export function saveAnswerings(answerings: readonly ReaderCalibration[]): void {
  writeFileSync(ANSWERINGS, `${JSON.stringify(answerings, null, 2)}\n`)
}

const textOf = ({ title, date, sentence }: SentenceInRecord) => JSON.stringify([title, date, sentence])
const round = (probability: number) => Math.round(probability * 1e4) / 1e4

/** Where each sentence of the archive stands. */
function placesOf({ catalog }: Archive): Map<string, { document: string; index: number }> {
  return new Map(
    catalog.documents.flatMap(({ id, title, date, summary }) =>
      splitSentences(summary ?? '').map((sentence, index) => [
        textOf({ title, date, sentence }),
        { document: id, index },
      ]),
    ),
  )
}
