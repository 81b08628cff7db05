/**
 * The answer reader: a cross-encoder run by transformers.js. It takes a question and a sentence together and returns the
 * probability that the sentence answers the question. Model card: `embeddings/reader/README.md`.
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

/** Folder of the reader model that is part of the repository. */
export const BUNDLED_READER = fileURLToPath(new URL('./reader', import.meta.url))

/** Maximum word pieces per pair, as in training. Pairs have 84 on average, so few are cut. */
const MAX_PAIR_TOKENS = 160
/** Pairs whose probability is cached: about 6 MB. */
const MAX_CACHED_PAIRS = 20_000

/**
 * With two threads, 24 pairs take 0.7 of the time of one thread (medians of one run on two busy cores). Batches of four or
 * eight, padded to their longest pair, are slower than single pairs.
 */
const READER_SESSION_OPTIONS = { intraOpNumThreads: 2, interOpNumThreads: 1 }

/** A sentence with title and date of its record. */
export interface SentenceInRecord {
  title: string
  /** As in the record, ISO 8601 of reduced precision. */
  date: string
  sentence: string
}

export interface AnswerReader {
  /** Folder name and the first 12 hex digits of the sha256 of the weights, joined by "@". */
  readonly id: string
  /**
   * The probability, 0..1, that each sentence answers the question. Pairs are run one by one: int8 activations are scaled
   * over a whole batch, so in a batch a pair's probability would depend on the other pairs.
   * @throws the signal's reason if it aborts
   */
  read(question: string, sentences: readonly SentenceInRecord[], signal?: AbortSignal): Promise<number[]>
}

/** @param folder with a sequence classification model of one logit, int8, and its tokenizer @throws {ModelError} */
export async function loadAnswerReader(folder: string = BUNDLED_READER): Promise<AnswerReader> {
  const { tokenizer, model } = await loadReaderModel(folder).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ModelError(
      `${folder} has no reader that transformers.js can load with int8 weights (${reason}).`,
    )
  })
  // Caches promises, so that two answers that need the same pair at the same time run it once.
  const cache = new LRUCache<string, Promise<number>>({ max: MAX_CACHED_PAIRS })
  const readOne = (question: string, sentence: SentenceInRecord) => {
    const text = readerEvidence(sentence)
    const key = `${question}\n${text}`
    const known = cache.get(key)
    if (known !== undefined) return known
    const probability = answerProbability(question, text, { tokenizer, model })
    cache.set(key, probability)
    probability.catch(() => cache.delete(key))
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

async function loadReaderModel(folder: string) {
  const options = { local_files_only: true } as const
  const tokenizer = await AutoTokenizer.from_pretrained(folder, options)
  const model = await AutoModelForSequenceClassification.from_pretrained(folder, {
    ...options,
    dtype: 'q8',
    session_options: READER_SESSION_OPTIONS,
  })
  return { tokenizer, model }
}

/** The second text of a pair, as in training. */
function readerEvidence({ title, date, sentence }: SentenceInRecord): string {
  return `${title}, ${date}. ${sentence}`
}

const outputSchema = z.object({ logits: z.object({ data: z.instanceof(Float32Array) }) })

async function answerProbability(
  question: string,
  text: string,
  { tokenizer, model }: { tokenizer: PreTrainedTokenizer; model: PreTrainedModel },
): Promise<number> {
  const inputs = tokenizer(question, { text_pair: text, truncation: true, max_length: MAX_PAIR_TOKENS })
  const { logits } = outputSchema.parse(await model(inputs))
  return 1 / (1 + Math.exp(-(logits.data[0] ?? 0)))
}
