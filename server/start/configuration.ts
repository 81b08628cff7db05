/** Reads the settings from the environment; no other file does. */
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { BUNDLED_MODEL } from '../../embeddings/embedding-model.ts'
import { type ConfiguredEncoding, poolings } from '../../embeddings/encoding.ts'
import {
  secretVariables,
  type WriterSettings,
  wholeNumber,
  writerEnvironment,
  writerSettings,
} from '../answer/writer/settings.ts'
import { isLoopback, type RateLimits } from '../routes/rate-limit.ts'

/** The folder for generated files: index, built page, downloaded models. */
export const DATA_FOLDER = fileURLToPath(new URL('../../.data', import.meta.url))

const environmentSchema = z.object({
  PORT: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(0, 'must lie between 0 and 65535')
    .max(65535, 'must lie between 0 and 65535')
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be a host name or an IP address')
    .default('127.0.0.1'),
  LANCEDB_URI: z
    .string()
    .regex(
      /^(?:(?:s3|gs|az|db):\/\/.+|(?!\w+:\/\/).+)$/,
      'must be a folder, or start with s3://, gs://, az:// or db://',
    )
    .default(DATA_FOLDER),
  EMBEDDING_MODEL: z.string().trim().default(BUNDLED_MODEL),
  EMBEDDING_POOLING: z.enum(poolings, `must be ${joinWithOr(poolings)}`).optional(),
  // Not trimmed: the space at the end of "query: " is part of the prefix.
  EMBEDDING_QUERY_PREFIX: z.string().optional(),
  EMBEDDING_PASSAGE_PREFIX: z.string().optional(),
  PUBLIC_URL: z
    .string()
    .trim()
    .refine(isOrigin, 'must be a web address without a path, such as https://archive.example.org')
    .transform((address) => new URL(address).origin)
    .optional(),
  RATE_LIMIT: wholeNumber(1, 1_000_000, 300),
  LLM_RATE_LIMIT: wholeNumber(1, 1_000_000, 10),
  ...writerEnvironment,
})

function joinWithOr(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

/** The page is built for the root of a host, so an address with a path would break every link. */
function isOrigin(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, pathname, search, hash, username, password } = new URL(address)
  return /^https?:$/.test(protocol) && pathname === '/' && !(search || hash || username || password)
}

export interface Configuration {
  port: number
  host: string
  /** A folder or a URI that LanceDB connects to. */
  lancedbUri: string
  /** A folder or a name on the hub. */
  embeddingModel: string
  /** Pooling and prefixes, for a model whose files and family do not define them. */
  embeddingEncoding?: ConfiguredEncoding
  /** Public scheme and host, if a proxy is in front of the server. */
  publicUrl?: string
  /** For each client; absent if only this machine can reach the server. */
  limits?: RateLimits
  /** The language model that writes the answers; without it they are quotations. */
  writer?: WriterSettings
}

/** An invalid setting; the message names it and says what it must be. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError'
}

/** Reads the settings; an unset or empty one gets its default. @throws {ConfigurationError} */
export function readConfiguration(environment: NodeJS.ProcessEnv): Configuration {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const result = environmentSchema.safeParse(given)
  if (!result.success) {
    const problems = result.error.issues.map((issue) => {
      const name = String(issue.path[0])
      const given = secretVariables.includes(name) ? 'set' : `"${environment[name]}"`
      return `${name} is ${given}, but it ${issue.message}.`
    })
    throw new ConfigurationError(problems.join('\n'))
  }
  const writer = writerSettings(result.data)
  if ('problem' in writer) throw new ConfigurationError(writer.problem)
  const { PORT, HOST, LANCEDB_URI, EMBEDDING_MODEL, PUBLIC_URL } = result.data
  const embeddingEncoding = encodingFrom(result.data)
  const limits = {
    requests: result.data.RATE_LIMIT,
    answers: result.data.LLM_RATE_LIMIT,
    behindProxy: PUBLIC_URL !== undefined,
  }
  return {
    port: PORT,
    host: HOST,
    lancedbUri: LANCEDB_URI,
    embeddingModel: EMBEDDING_MODEL,
    ...(embeddingEncoding ? { embeddingEncoding } : {}),
    ...(PUBLIC_URL ? { publicUrl: PUBLIC_URL } : {}),
    ...(isLoopback(HOST) && !PUBLIC_URL ? {} : { limits }),
    ...(writer.settings ? { writer: writer.settings } : {}),
  }
}

function encodingFrom(environment: z.output<typeof environmentSchema>): ConfiguredEncoding | undefined {
  const { EMBEDDING_POOLING, EMBEDDING_QUERY_PREFIX, EMBEDDING_PASSAGE_PREFIX } = environment
  const given = {
    ...(EMBEDDING_POOLING ? { pooling: EMBEDDING_POOLING } : {}),
    ...(EMBEDDING_QUERY_PREFIX ? { queryPrefix: EMBEDDING_QUERY_PREFIX } : {}),
    ...(EMBEDDING_PASSAGE_PREFIX ? { passagePrefix: EMBEDDING_PASSAGE_PREFIX } : {}),
  }
  return Object.keys(given).length > 0 ? given : undefined
}
