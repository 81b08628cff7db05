/**
 * How a model turns a text into one vector: pooling, prefixes, length. Each setting comes from the first source that has it:
 * the model's sentence-transformers files, the table of known model families, the `EMBEDDING_*` variables, the defaults.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'

/** Mean of the token vectors, or the vector of the first (`cls`) or the last token. */
export const poolings = ['mean', 'cls', 'last'] as const
export type Pooling = (typeof poolings)[number]

export interface Encoding {
  pooling: Pooling
  /** Put before each question and each expansion query; often ''. */
  queryPrefix: string
  /** Put before each text of a document; often ''. */
  passagePrefix: string
  /** Maximum tokens that the model reads of a text, including prefix and special tokens. */
  maxTokens: number
}

/** Settings from environment variables, for a model without such files and of an unknown family. */
export type ConfiguredEncoding = Partial<Omit<Encoding, 'maxTokens'>>

/** Defaults: sentence-transformers models without other settings read 256 word pieces. */
const DEFAULT_ENCODING: Encoding = { pooling: 'mean', queryPrefix: '', passagePrefix: '', maxTokens: 256 }

/** Configuration files of sentence-transformers. https://sbert.net/docs/sentence_transformer/usage/custom_models.html */
export const encodingFiles = {
  pooling: '1_Pooling/config.json',
  prompts: 'config_sentence_transformers.json',
  length: 'sentence_bert_config.json',
} as const
/** Contents of these files; absent if the model has no such file. */
export type EncodingFiles = Partial<Record<keyof typeof encodingFiles, string>>

/** A model setting that cannot be used; the message begins with the file or the variable. */
export class EncodingError extends Error {
  override name = 'EncodingError'
}

export interface EncodingSources {
  files: EncodingFiles
  /** Names that may tell the model family: the folder's or hub name, and the name in `config.json`. */
  names: readonly string[]
  configured: ConfiguredEncoding
  /** Tokens at which the tokenizer truncates; may be infinite. */
  tokenizerLimit: number
}

/** @throws {EncodingError} for a file that cannot be parsed, and for a variable that contradicts file or family */
export function resolveEncoding({
  files,
  names,
  configured: given,
  tokenizerLimit,
}: EncodingSources): Encoding {
  const family = familyEncoding(names)
  const fromFiles = { ...readPooling(files), ...readPrefixes(files), ...readMaxTokens(files) }
  for (const setting of ['pooling', 'queryPrefix', 'passagePrefix'] as const) {
    const expected = fromFiles[setting] ?? family?.[setting]
    if (given[setting] !== undefined && expected !== undefined && given[setting] !== expected)
      throw new EncodingError(
        `${ENVIRONMENT_VARIABLES[setting]} is "${given[setting]}", but ${fromFiles[setting] === undefined ? 'its family' : 'its own file'} says "${expected}". Leave the variable unset.`,
      )
  }
  const encoding = { ...DEFAULT_ENCODING, ...given, ...family, ...fromFiles }
  return { ...encoding, maxTokens: Math.min(encoding.maxTokens, tokenizerLimit) }
}

const ENVIRONMENT_VARIABLES = {
  pooling: 'EMBEDDING_POOLING',
  queryPrefix: 'EMBEDDING_QUERY_PREFIX',
  passagePrefix: 'EMBEDDING_PASSAGE_PREFIX',
} as const satisfies Record<keyof ConfiguredEncoding, string>

/**
 * Settings from the model cards. Models that need a task instruction before a question (`-instruct`, `-icl`) have none
 * here: set the variables for them.
 */
const MODEL_FAMILIES: readonly { name: RegExp; encoding: Partial<Encoding> }[] = [
  { name: /instruct|-icl|qwen/i, encoding: {} },
  {
    name: /(?:^|[-_])e5[-_](?:small|base|large)/i,
    encoding: { pooling: 'mean', queryPrefix: 'query: ', passagePrefix: 'passage: ', maxTokens: 512 },
  },
  { name: /^bge-m3/i, encoding: { pooling: 'cls', maxTokens: 8192 } },
  {
    name: /^bge-(?:small|base|large)-en/i,
    encoding: {
      pooling: 'cls',
      queryPrefix: 'Represent this sentence for searching relevant passages: ',
      maxTokens: 512,
    },
  },
  {
    name: /^bge-(?:small|base|large)-zh/i,
    encoding: { pooling: 'cls', queryPrefix: '为这个句子生成表示以用于检索相关文章：', maxTokens: 512 },
  },
  {
    name: /^gte-(?:multilingual|modernbert|(?:base|large)-en-v1\.5)/i,
    encoding: { pooling: 'cls', maxTokens: 8192 },
  },
  { name: /^gte-(?:tiny|small|base|large)/i, encoding: { pooling: 'mean', maxTokens: 512 } },
]

/** Looks up the family by the last part of a name: "Xenova/bge-small-en-v1.5" is a BGE model. */
function familyEncoding(names: readonly string[]): Partial<Encoding> | undefined {
  for (const name of names) {
    const own = name.replace(/^.*[/\\]/, '')
    const family = MODEL_FAMILIES.find((each) => each.name.test(own))
    if (family) return family.encoding
  }
  return undefined
}

/** Before version 5 sentence-transformers writes one flag per pooling mode, since then the mode's name. */
const poolingSchema = z.looseObject({
  pooling_mode: z.string().optional(),
  pooling_mode_cls_token: z.boolean().default(false),
  pooling_mode_mean_tokens: z.boolean().default(false),
  pooling_mode_lasttoken: z.boolean().default(false),
  pooling_mode_max_tokens: z.boolean().default(false),
  pooling_mode_mean_sqrt_len_tokens: z.boolean().default(false),
  pooling_mode_weightedmean_tokens: z.boolean().default(false),
  /** Whether the prefix's tokens are included in pooling. */
  include_prompt: z.boolean().default(true),
})

function readPooling(files: EncodingFiles): { pooling?: Pooling } {
  const read = parseEncodingFile(files, 'pooling', poolingSchema)
  if (!read) return {}
  const modes = read.pooling_mode
    ? [read.pooling_mode]
    : Object.entries(read).flatMap(([name, on]) =>
        on === true && name.startsWith('pooling_mode_')
          ? [name.replace(/^pooling_mode_|_tokens?$/g, '')]
          : [],
      )
  const pooling = poolings.find((each) => modes.length === 1 && modes[0]?.replace(/token$/, '') === each)
  if (!pooling)
    throw new EncodingError(
      `${encodingFiles.pooling} asks for pooling by ${modes.join(' and ') || 'nothing'}; only mean, cls and lasttoken can be used.`,
    )
  if (!read.include_prompt)
    throw new EncodingError(
      `${encodingFiles.pooling} leaves the prompt out of pooling, which is not done here.`,
    )
  return { pooling }
}

const promptsSchema = z.looseObject({ prompts: z.record(z.string(), z.string()).default({}) })

/** Ignores empty prompts: sentence-transformers writes them for every model. */
function readPrefixes(files: EncodingFiles): { queryPrefix?: string; passagePrefix?: string } {
  const { query, document, passage, corpus } =
    parseEncodingFile(files, 'prompts', promptsSchema)?.prompts ?? {}
  const passagePrefix = document || passage || corpus
  return {
    ...(query ? { queryPrefix: query } : {}),
    ...(passagePrefix ? { passagePrefix: passagePrefix } : {}),
  }
}

const lengthSchema = z.looseObject({ max_seq_length: z.number().int().min(1).nullish() })

function readMaxTokens(files: EncodingFiles): { maxTokens?: number } {
  const length = parseEncodingFile(files, 'length', lengthSchema)?.max_seq_length
  return length ? { maxTokens: length } : {}
}

function parseEncodingFile<Schema extends z.ZodType>(
  files: EncodingFiles,
  file: keyof EncodingFiles,
  schema: Schema,
): z.output<Schema> | undefined {
  const text = files[file]
  if (text === undefined) return undefined
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new EncodingError(
      `${encodingFiles[file]} is not JSON (${error instanceof Error ? error.message : error}).`,
    )
  }
  const result = schema.safeParse(json)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new EncodingError(`${encodingFiles[file]}, ${issue?.path.join('.')}: ${issue?.message}`)
}

/** '' for the default encoding; else 8 hex digits that distinguish encodings of the same weights. */
export function encodingSuffix(encoding: Encoding): string {
  const { pooling, queryPrefix, passagePrefix, maxTokens } = encoding
  const values = JSON.stringify([pooling, queryPrefix, passagePrefix, maxTokens])
  const { pooling: p, queryPrefix: q, passagePrefix: d, maxTokens: m } = DEFAULT_ENCODING
  if (values === JSON.stringify([p, q, d, m])) return ''
  return createHash('sha256').update(values).digest('hex').slice(0, 8)
}
