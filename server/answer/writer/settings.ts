/** The settings of a language model: the `LLM_*` environment variables, checked and converted. */
import { z } from 'zod'
import { providers } from '../../contract/chat-enums.ts'

export interface WriterSettings {
  provider: (typeof providers)[number]
  model: string
  /** Base address of the provider's API; absent for the provider's own. */
  baseUrl?: string
  /** Sent to the provider and to nobody else. */
  apiKey?: string
  /** Longest wait for the first token, and between two tokens, in ms. */
  silenceTimeoutMs: number
  /** Longest time for one answer including its searches, in ms. */
  answerTimeoutMs: number
  /** Rounds of searching before the model must answer. */
  maxSearchRounds: number
  /** Answers written at the same time; further questions wait in a queue. */
  concurrency: number
  /** Whether the model is offered tools. */
  tools: boolean
  /** Whether the model judges the sentences whose rule-based verdict is `unclear`. */
  verify: boolean
  /** Context window of the model, in tokens. */
  contextWindowTokens: number
}

/** Schema of a variable that is a whole number within bounds, with a default where it is not set. */
export const wholeNumber = (min: number, max: number, defaultValue: number) =>
  z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(min, `must lie between ${min} and ${max}`)
    .max(max, `must lie between ${min} and ${max}`)
    .default(defaultValue)

export const writerEnvironment = {
  LLM: z
    .string()
    .trim()
    .regex(
      /^(?:anthropic|openai|local)\/\S+$/,
      'must be anthropic/, openai/ or local/ and the name of a model, such as local/qwen3:8b',
    )
    .optional(),
  LLM_BASE_URL: z
    .string()
    .trim()
    .refine(
      isPlainWebAddress,
      'must be a web address without a name, a password or a query, such as http://localhost:11434/v1',
    )
    .transform((address) => address.replace(/\/+$/, ''))
    .optional(),
  LLM_API_KEY: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]+$/, 'must be one word of plain characters')
    .optional(),
  LLM_TIMEOUT: wholeNumber(1, 600, 60),
  LLM_LONGEST: wholeNumber(5, 3600, 300),
  LLM_STEPS: wholeNumber(1, 12, 4),
  LLM_CONCURRENCY: wholeNumber(1, 64, 2),
  LLM_TOOLS: z.enum(['on', 'off'], 'must be on or off').default('on'),
  LLM_VERIFY: z.enum(['on', 'off'], 'must be on or off').default('off'),
  LLM_WINDOW: wholeNumber(2000, 2_000_000, 16_000),
}

/** Variables whose value never appears in a message: it is, or may contain, a secret. */
export const secretVariables: readonly string[] = ['LLM_API_KEY', 'LLM_BASE_URL']

const environmentSchema = z.object(writerEnvironment)

/**
 * Combines the checked variables.
 * @returns `settings`, undefined where `LLM` is not set; or `problem`, a sentence on the variable that is missing
 */
export function writerSettings(
  environment: z.output<typeof environmentSchema>,
): { settings?: WriterSettings } | { problem: string } {
  const { LLM, LLM_BASE_URL: baseUrl, LLM_API_KEY: apiKey } = environment
  if (LLM === undefined) return {}
  const [provider, model] = [providers.find((each) => LLM.startsWith(`${each}/`)), LLM.replace(/^\w+\//, '')]
  if (!provider) return { problem: `LLM is "${LLM}", but it names no provider.` }
  if (provider === 'local' && !baseUrl)
    return {
      problem: `LLM is "${LLM}", so LLM_BASE_URL must say where its server listens, such as http://localhost:11434/v1.`,
    }
  if (provider !== 'local' && !apiKey)
    return { problem: `LLM is "${LLM}", which needs a key. Set LLM_API_KEY.` }
  return {
    settings: {
      provider,
      model,
      ...(baseUrl ? { baseUrl } : {}),
      ...(apiKey ? { apiKey } : {}),
      silenceTimeoutMs: environment.LLM_TIMEOUT * 1000,
      answerTimeoutMs: environment.LLM_LONGEST * 1000,
      maxSearchRounds: environment.LLM_STEPS,
      concurrency: environment.LLM_CONCURRENCY,
      tools: environment.LLM_TOOLS === 'on',
      verify: environment.LLM_VERIFY === 'on',
      contextWindowTokens: environment.LLM_WINDOW,
    },
  }
}

function isPlainWebAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, search, hash, username, password } = new URL(address)
  return /^https?:$/.test(protocol) && !(search || hash || username || password)
}
