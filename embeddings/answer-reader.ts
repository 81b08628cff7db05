/**
 * The reader: a cross-encoder of transformers.js that reads a question and a sentence together and tells how likely it is
 * that the sentence answers. `embeddings/reader/README.md` is its card.
 */
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  AutoModelForSequenceClassification,
  AutoTokenizer,
  type PreTrainedModel,
  type PreTrainedTokenizer,
} from '@xenova/transformers'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { ModelError, weightsHash } from './embedding-model.ts'

/** The reader in the repository. */
export const BUNDLED_READER = fileURLToPath(new URL('./reader', import.meta.url))

/** Word pieces read of a pair, as in training: 84 in the mean, so that few are cut. */
const MAX_TOKENS = 160
/** Pairs whose probability is remembered: some 6 MB. */
const MAX_REMEMBERED_PAIRS = 20_000

/**
 * Two threads: 24 pairs take 0.7 of the time that they take with one (medians of one run on two busy cores); batches of four
 * or eight, padded to their longest pair, take longer than pairs one by one.
 */
const SESSION = { intraOpNumThreads: 2, interOpNumThreads: 1 }

/** A sentence with the record that it stands in. */
export interface ReadSentence {
  title: string
  /** As in the record, ISO 8601 of reduced precision. */
  date: string
  sentence: string
}

export interface AnswerReader {
  /** Names the weights: the folder's name with the sha256 of its weights. */
  readonly id: string
  /**
   * For each sentence the probability, 0..1, that it answers the question. Pairs are read one by one: int8 activations
   * are scaled over a whole batch, so that a pair's probability would depend on its neighbours.
   * @throws the signal's reason when it aborts
   */
  read(question: string, sentences: readonly ReadSentence[], signal?: AbortSignal): Promise<number[]>
}

/** @param folder with a sequence classification model of one logit, int8, and its tokenizer @throws {ModelError} */
export async function loadAnswerReader(folder: string = BUNDLED_READER): Promise<AnswerReader> {
  const { tokenizer, model } = await load(folder).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ModelError(
      `${folder} has no reader that transformers.js can load with int8 weights (${reason}).`,
    )
  })
  // A pair that is being read for one answer is not read for another at the same time.
  const remembered = new LRUCache<string, Promise<number>>({ max: MAX_REMEMBERED_PAIRS })
  const readOne = (question: string, sentence: ReadSentence) => {
    const text = textOf(sentence)
    const key = `${question}\n${text}`
    const known = remembered.get(key)
    if (known !== undefined) return known
    const probability = probabilityOf(question, text, { tokenizer, model })
    remembered.set(key, probability)
    probability.catch(() => remembered.delete(key))
    return probability
  }
  return {
    id: `${basename(folder)}@${(await weightsHash(folder)).slice(0, 12)}`,
    async read(question, sentences, signal) {
      const probabilities: number[] = []
      for (const sentence of sentences) {
        signal?.throwIfAborted()
        probabilities.push(await readOne(question, sentence))
      }
      return probabilities
    },
  }
}

async function load(folder: string) {
  const options = { local_files_only: true } as const
  const tokenizer = await AutoTokenizer.from_pretrained(folder, options)
  const model = await AutoModelForSequenceClassification.from_pretrained(folder, {
    ...options,
    dtype: 'q8',
    session_options: SESSION,
  })
  return { tokenizer, model }
}

/** The second text of a pair, as in training. */
function textOf({ title, date, sentence }: ReadSentence): string {
  return `${title}, ${date}. ${sentence}`
}

const outputSchema = z.object({ logits: z.object({ data: z.instanceof(Float32Array) }) })

async function probabilityOf(
  question: string,
  text: string,
  { tokenizer, model }: { tokenizer: PreTrainedTokenizer; model: PreTrainedModel },
): Promise<number> {
  const inputs = tokenizer(question, { text_pair: text, truncation: true, max_length: MAX_TOKENS })
  const { logits } = outputSchema.parse(await model(inputs))
  return 1 / (1 + Math.exp(-(logits.data[0] ?? 0)))
}
