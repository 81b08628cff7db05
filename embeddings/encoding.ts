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
export type GivenEncoding = Partial<Omit<Encoding, 'maxTokens'>>

/** Defaults: sentence-transformers models without other settings read 256 word pieces. */
const USUAL: Encoding = { pooling: 'mean', queryPrefix: '', passagePrefix: '', maxTokens: 256 }

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
  given: GivenEncoding
  /** Tokens at which the tokenizer truncates; may be infinite. */
  tokenizerLimit: number
}

/** @throws {EncodingError} for a file that cannot be parsed, and for a variable that contradicts file or family */
export function resolveEncoding({ files, names, given, tokenizerLimit }: EncodingSources): Encoding {
  const family = familyOf(names)
  const filed = { ...poolingIn(files), ...prefixesIn(files), ...lengthIn(files) }
  for (const setting of ['pooling', 'queryPrefix', 'passagePrefix'] as const) {
    const said = filed[setting] ?? family?.[setting]
    if (given[setting] !== undefined && said !== undefined && given[setting] !== said)
      throw new EncodingError(
        `${VARIABLES[setting]} is "${given[setting]}", but ${filed[setting] === undefined ? 'its family' : 'its own file'} says "${said}". Leave the variable unset.`,
      )
  }
  const encoding = { ...USUAL, ...given, ...family, ...filed }
  return { ...encoding, maxTokens: Math.min(encoding.maxTokens, tokenizerLimit) }
}

const VARIABLES = {
  pooling: 'EMBEDDING_POOLING',
  queryPrefix: 'EMBEDDING_QUERY_PREFIX',
  passagePrefix: 'EMBEDDING_PASSAGE_PREFIX',
} as const satisfies Record<keyof GivenEncoding, string>

/**
 * Settings from the model cards. Models that need a task instruction before a question (`-instruct`, `-icl`) have none
 * here: set the variables for them.
 */
const FAMILIES: readonly { name: RegExp; encoding: Partial<Encoding> }[] = [
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
function familyOf(names: readonly string[]): Partial<Encoding> | undefined {
  for (const name of names) {
    const own = name.replace(/^.*[/\\]/, '')
    const family = FAMILIES.find((each) => each.name.test(own))
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

function poolingIn(files: EncodingFiles): { pooling?: Pooling } {
  const read = parse(files, 'pooling', poolingSchema)
  if (!read) return {}
  const ways = read.pooling_mode
    ? [read.pooling_mode]
    : Object.entries(read).flatMap(([name, on]) =>
        on === true && name.startsWith('pooling_mode_')
          ? [name.replace(/^pooling_mode_|_tokens?$/g, '')]
          : [],
      )
  const pooling = poolings.find((each) => ways.length === 1 && ways[0]?.replace(/token$/, '') === each)
  if (!pooling)
    throw new EncodingError(
      `${encodingFiles.pooling} asks for pooling by ${ways.join(' and ') || 'nothing'}; only mean, cls and lasttoken can be used.`,
    )
  if (!read.include_prompt)
    throw new EncodingError(
      `${encodingFiles.pooling} leaves the prompt out of pooling, which is not done here.`,
    )
  return { pooling }
}

const promptsSchema = z.looseObject({ prompts: z.record(z.string(), z.string()).default({}) })

/** Ignores empty prompts: sentence-transformers writes them for every model. */
function prefixesIn(files: EncodingFiles): { queryPrefix?: string; passagePrefix?: string } {
  const { query, document, passage, corpus } = parse(files, 'prompts', promptsSchema)?.prompts ?? {}
  const ofPassages = document || passage || corpus
  return { ...(query ? { queryPrefix: query } : {}), ...(ofPassages ? { passagePrefix: ofPassages } : {}) }
}

const lengthSchema = z.looseObject({ max_seq_length: z.number().int().min(1).nullish() })

function lengthIn(files: EncodingFiles): { maxTokens?: number } {
  const length = parse(files, 'length', lengthSchema)?.max_seq_length
  return length ? { maxTokens: length } : {}
}

function parse<Schema extends z.ZodType>(
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
export function encodingMark(encoding: Encoding): string {
  const { pooling, queryPrefix, passagePrefix, maxTokens } = encoding
  const values = JSON.stringify([pooling, queryPrefix, passagePrefix, maxTokens])
  const { pooling: p, queryPrefix: q, passagePrefix: d, maxTokens: m } = USUAL
  if (values === JSON.stringify([p, q, d, m])) return ''
  return createHash('sha256').update(values).digest('hex').slice(0, 8)
}
