/** Loads a sentence-embedding model with transformers.js. Vectors are pooled as the model requires and L2-normalized. */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { env, type FeatureExtractionPipeline, pipeline } from '@xenova/transformers'
import {
  type ConfiguredEncoding,
  type Encoding,
  EncodingError,
  type EncodingFiles,
  encodingSuffix,
  type Pooling,
  resolveEncoding,
} from './encoding.ts'
import { downloadEncodingFiles, readEncodingFiles } from './encoding-files.ts'

/** Folder of the embedding model that is part of the repository, described in its README. */
export const BUNDLED_MODEL = fileURLToPath(new URL('./model', import.meta.url))

/**
 * One thread: a question is too short to gain from more, and idle threads of the runtime keep spinning while the index is
 * searched. Measured on two cores against two threads: a search takes 15 % less time, embedding alone 20 % more.
 */
const EMBEDDING_SESSION_OPTIONS = { intraOpNumThreads: 1, interOpNumThreads: 1 }

/** Whether a text is a query or text of a document. Some models need a different prefix for each. */
export type TextRole = 'query' | 'passage'

export interface EmbeddingModel {
  /**
   * Identifies weights and encoding: folder name, "@" and sha256 prefix of the weights, or the name on the hub; then "+" and
   * a hash if pooling, prefixes or length differ from the defaults.
   */
  readonly id: string
  /** The folder of its files. */
  readonly folder: string
  /** Length of each vector. */
  readonly dimension: number
  /** Maximum tokens that the model reads of a text, including prefix and special tokens. */
  readonly maxTokens: number
  /** Number of tokens of a text, including the prefix of its role and special tokens. */
  countTokens(text: string, role: TextRole): number
  /**
   * One L2-normalized `Float32Array` of `dimension` per text. Texts run one by one: int8 activations are scaled over a
   * whole batch, which would change vectors by up to 0.01 in cosine. Batches of 8 to 32 would save at most 25 % of the time.
   */
  embed(texts: readonly string[], role: TextRole): Promise<Float32Array[]>
}

export interface EmbeddingModelOptions {
  /** Folder for models downloaded from the hub. */
  cacheFolder: string
  /** Encoding settings that neither the model's files nor its model family tell. */
  encoding?: ConfiguredEncoding
  /** Download progress: the file and the fraction downloaded, 0..1. */
  onDownload?: (file: string, fraction: number) => void
}

/** A model that could not be loaded; the message says what to do. */
export class ModelError extends Error {
  override name = 'ModelError'
}

/** Our name of a pooling → its name in transformers.js. */
const TRANSFORMERS_POOLING = { mean: 'mean', cls: 'cls', last: 'last_token' } as const satisfies Record<
  Pooling,
  string
>

/**
 * Loads a model from a folder, without any network request, or by its name on the Hugging Face hub, downloading it once.
 * @throws {ModelError}
 * @example await loadEmbeddingModel('Xenova/all-MiniLM-L6-v2', { cacheFolder })
 */
export async function loadEmbeddingModel(
  name: string,
  options: EmbeddingModelOptions,
): Promise<EmbeddingModel> {
  const local = isLocalFolder(name)
  if (!local && !/^\w[\w.-]*\/[\w.-]+$/.test(name))
    throw new ModelError(
      `EMBEDDING_MODEL is "${name}", but there is no folder ${resolve(name)}, and a name on the hub reads owner/model.`,
    )
  const folder = local ? resolve(name) : join(options.cacheFolder, name)
  const { extractor, files } = await loadExtractor(name, folder, options).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ModelError(
      local
        ? `EMBEDDING_MODEL is "${name}", a folder without a model that transformers.js can load with int8 weights (${reason}).`
        : `EMBEDDING_MODEL is "${name}", which could not be loaded from the hub (${reason}). Is the name right, and is ` +
            'there a network? Without one, leave it unset to use the model that comes with Aide-Mémoire.',
    )
  })
  const encoding = resolveModelEncoding(name, extractor, files, options.encoding ?? {})
  const { pooling, queryPrefix, passagePrefix, maxTokens } = encoding

  const embedOne = async (text: string) => {
    const output = await extractor(text, { pooling: TRANSFORMERS_POOLING[pooling], normalize: true })
    return Float32Array.from(output.data as Float32Array)
  }
  const prefixed = (text: string, role: TextRole) => (role === 'query' ? queryPrefix : passagePrefix) + text
  const countTokens = (text: string, role: TextRole) =>
    extractor.tokenizer.encode(prefixed(text, role)).length
  for (const role of ['query', 'passage'] as const)
    if (countTokens('', role) > maxTokens / 2)
      throw new ModelError(
        `EMBEDDING_MODEL is "${name}", which reads ${maxTokens} tokens: too few for the prefix "${prefixed('', role)}".`,
      )
  const weights = local ? `${basename(folder)}@${(await weightsHash(folder)).slice(0, 12)}` : name
  const suffix = encodingSuffix(encoding)
  return {
    id: suffix ? `${weights}+${suffix}` : weights,
    folder,
    dimension: (await embedOne('dimension')).length,
    maxTokens,
    countTokens,
    async embed(texts, role) {
      const vectors: Float32Array[] = []
      for (const text of texts) vectors.push(await embedOne(prefixed(text, role)))
      return vectors
    },
  }
}

function isLocalFolder(name: string): boolean {
  const folder = resolve(name)
  return existsSync(folder) && statSync(folder).isDirectory()
}

async function loadExtractor(
  name: string,
  folder: string,
  { cacheFolder, onDownload }: EmbeddingModelOptions,
): Promise<{ extractor: FeatureExtractionPipeline; files: EncodingFiles }> {
  const local = isLocalFolder(name)
  env.allowRemoteModels = !local
  env.cacheDir = cacheFolder
  if (!local) await downloadEncodingFiles(name, folder)
  const extractor = await pipeline('feature-extraction', local ? folder : name, {
    dtype: 'q8',
    local_files_only: local,
    session_options: EMBEDDING_SESSION_OPTIONS,
    progress_callback: (event) => {
      if (!local && event.status === 'progress') onDownload?.(event.file, event.progress / 100)
    },
  })
  return { extractor, files: await readEncodingFiles(folder) }
}

/** @throws {ModelError} naming the model and the wrong setting */
function resolveModelEncoding(
  name: string,
  { tokenizer, model }: FeatureExtractionPipeline,
  files: EncodingFiles,
  given: ConfiguredEncoding,
): Encoding {
  const limit: unknown = tokenizer.model_max_length
  const original: unknown = Reflect.get(model.config, '_name_or_path')
  try {
    return resolveEncoding({
      files,
      names: [name, ...(typeof original === 'string' ? [original] : [])],
      configured: given,
      tokenizerLimit: typeof limit === 'number' ? limit : Number.POSITIVE_INFINITY,
    })
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error
    throw new ModelError(`EMBEDDING_MODEL is "${name}": ${error.message}`)
  }
}

/** sha256 (hex) of a model folder's int8 weights. */
export async function weightsHash(folder: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(join(folder, 'onnx', 'model_quantized.onnx'))) hash.update(chunk)
  return hash.digest('hex')
}
