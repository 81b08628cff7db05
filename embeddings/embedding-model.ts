/** The embedding model: a sentence-embedding model of transformers.js, mean-pooled and L2-normalized. */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { env, type FeatureExtractionPipeline, pipeline } from '@xenova/transformers'

/** The model in the repository: `embeddings/model/`, described in its README. */
export const BUNDLED_MODEL = fileURLToPath(new URL('./model', import.meta.url))

/** Sentence-transformers' MiniLM models read 256 word pieces; a model whose tokenizer says less reads less. */
const MAX_TOKENS = 256

/**
 * One thread: a question is too short to share out, and the runtime's other threads would go on spinning while the
 * index is searched (measured on two cores: a search takes 15 % less, embedding alone a fifth more).
 */
const SESSION = { intraOpNumThreads: 1, interOpNumThreads: 1 }

export interface EmbeddingModel {
  /** Names the weights: a folder's name with the sha256 of its weights, or a name on the hub. */
  readonly id: string
  /** Length of each vector. */
  readonly dimension: number
  /** How many tokens, special ones included, the model reads of a text. */
  readonly maxTokens: number
  countTokens(text: string): number
  /**
   * One L2-normalized `Float32Array` of `dimension` a text. A text's vector does not depend on its neighbours: int8
   * activations are scaled over a whole batch, which moves vectors by up to 0.01 in cosine, so texts run one by one
   * (measured: batches of 8 to 32 save at most a quarter of the time).
   */
  embed(texts: readonly string[]): Promise<Float32Array[]>
}

export interface LoadOptions {
  /** Where models from the hub are kept. */
  cacheFolder: string
  /** Called while a model downloads: the file and how much of it is here, 0..1. */
  onDownload?: (file: string, fraction: number) => void
}

/** A model that could not be loaded; the message says what to do. */
export class ModelError extends Error {
  override name = 'ModelError'
}

/**
 * Loads a model by its folder, or by its name on the Hugging Face hub (`Xenova/all-MiniLM-L6-v2`), which is downloaded
 * once and kept. A folder never causes a request. @throws {ModelError}
 */
export async function loadEmbeddingModel(name: string, options: LoadOptions): Promise<EmbeddingModel> {
  const folder = resolve(name)
  const local = existsSync(folder) && statSync(folder).isDirectory()
  if (!local && !/^\w[\w.-]*\/[\w.-]+$/.test(name))
    throw new ModelError(
      `EMBEDDING_MODEL is "${name}", but there is no folder ${folder}, and a name on the hub reads owner/model.`,
    )

  env.allowRemoteModels = !local
  env.cacheDir = options.cacheFolder
  let extractor: FeatureExtractionPipeline
  try {
    extractor = await pipeline('feature-extraction', local ? folder : name, {
      dtype: 'q8',
      local_files_only: local,
      session_options: SESSION,
      progress_callback: (event) => {
        if (!local && event.status === 'progress') options.onDownload?.(event.file, event.progress / 100)
      },
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ModelError(
      local
        ? `EMBEDDING_MODEL is "${name}", a folder without a model that transformers.js can load with int8 weights (${reason}).`
        : `EMBEDDING_MODEL is "${name}", which could not be loaded from the hub (${reason}). Is the name right, and is ` +
            'there a network? Without one, leave it unset to use the model that comes with Aide-Mémoire.',
    )
  }

  const embedOne = async (text: string) => {
    const output = await extractor(text, { pooling: 'mean', normalize: true })
    return Float32Array.from(output.data as Float32Array)
  }
  const tokenizerLimit = extractor.tokenizer.model_max_length
  return {
    id: local ? `${basename(folder)}@${(await weightsHash(folder)).slice(0, 12)}` : name,
    dimension: (await embedOne('dimension')).length,
    maxTokens: Math.min(MAX_TOKENS, Number.isFinite(tokenizerLimit) ? tokenizerLimit : MAX_TOKENS),
    countTokens: (text) => extractor.tokenizer.encode(text).length,
    async embed(texts) {
      const vectors: Float32Array[] = []
      for (const text of texts) vectors.push(await embedOne(text))
      return vectors
    },
  }
}

/** sha256 (hex) of a model folder's int8 weights. */
export async function weightsHash(folder: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(join(folder, 'onnx', 'model_quantized.onnx'))) hash.update(chunk)
  return hash.digest('hex')
}
