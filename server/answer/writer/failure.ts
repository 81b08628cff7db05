/** What can go wrong with a language model: the cause, a plain sentence for the reader, one line for the log. */
import { APICallError, RetryError } from 'ai'
import type { FailureCause } from '../../chat/message.ts'

/** A model's answer that was not finished. The message is for the log. */
export class WriterFailure extends Error {
  override name = 'WriterFailure'
  constructor(
    readonly kind: FailureCause,
    detail: string,
    /** Whether the server says that it knows no tools: then it can be asked without. */
    readonly refusesTools = false,
  ) {
    super(detail)
  }
}

const sentences: Record<FailureCause, string> = {
  'refused-key': 'The language model’s provider does not accept this server’s key.',
  'unknown-model': 'The language model that this server is set to use is not known to its provider.',
  'too-slow': 'The language model did not answer in time.',
  'too-long': 'The language model did not come to an end in the time and length it has.',
  busy: 'The language model’s provider takes no more requests at the moment.',
  'server-error': 'The language model’s server met an error.',
  unreachable: 'The language model’s server cannot be reached.',
  'broken-off': 'The connection to the language model broke off.',
  garbled: 'The language model’s server sent what cannot be read.',
  empty: 'The language model gave an empty answer.',
  'no-end-of-searching': 'The language model went on searching and did not answer.',
  withheld: 'The language model’s provider withheld the answer.',
  failed: 'The language model could not answer.',
}

/** Stands before the quotations that take the place of a model's answer. */
export function tellFailure(kind: FailureCause, begun: boolean): string {
  return begun
    ? `The answer above is not finished. ${sentences[kind]} What follows is quoted from the documents.`
    : `${sentences[kind]} What follows is quoted from the documents.`
}

/** Undici's words for a socket that closes too early, and the AI SDK's for a stream that ends so. */
const BROKEN_OFF = /terminated|socket|ECONNRESET|premature|other side closed|without a finish reason/i

/** What was thrown, or streamed as an error, as a failure. */
export function failureOf(error: unknown): WriterFailure {
  if (error instanceof WriterFailure) return error
  if (RetryError.isInstance(error)) return failureOf(error.lastError)
  if (APICallError.isInstance(error)) return ofCall(error)
  const detail =
    error instanceof Error ? `${error.name}: ${error.message}` : (JSON.stringify(error) ?? 'unknown')
  if (BROKEN_OFF.test(detail)) return new WriterFailure('broken-off', detail)
  if (error instanceof Error && /ToolChoiceViolation/.test(error.name))
    return new WriterFailure('no-end-of-searching', detail)
  if (error instanceof Error && /JSONParse|TypeValidation|InvalidResponse|InvalidStreamPart/.test(error.name))
    return new WriterFailure('garbled', detail)
  // A server that fails within a stream says so in a chunk, as text or as an object.
  if (!(error instanceof Error)) return new WriterFailure('server-error', detail)
  return new WriterFailure('failed', detail)
}

function ofCall({ statusCode: status, message, cause }: APICallError): WriterFailure {
  // It began well.
  if (status === 200 && cause instanceof Error) return failureOf(cause)
  const detail = `${status ?? 'no response'}: ${message}`
  if (status === undefined) return new WriterFailure('unreachable', detail)
  const refusesTools =
    status >= 400 && status !== 401 && status !== 429 && /\btools?\b|function.?call/i.test(message)
  return new WriterFailure(kindOf(status, message), detail, refusesTools)
}

function kindOf(status: number, message: string): FailureCause {
  if (status === 401 || status === 403) return 'refused-key'
  if (status === 404 || (status === 400 && /model.*(?:not|unknown|invalid)/i.test(message)))
    return 'unknown-model'
  if ([429, 503, 529].includes(status)) return 'busy'
  if (status === 408 || status === 504) return 'too-slow'
  if (status >= 500) return 'server-error'
  return status >= 200 && status < 300 ? 'garbled' : 'failed'
}

/** The longest cause that a log line repeats, in characters. */
const LONGEST = 300

/** One line, without the key, whoever repeated it. */
export function logLine({ kind, message }: WriterFailure, apiKey: string | undefined): string {
  const hidden = apiKey ? message.replaceAll(apiKey, '(key)') : message
  const safe = hidden.replace(/\b(?:sk|key|pk)-[\w*.-]{4,}|\bBearer\s+\S+/gi, '(key)').replace(/\s+/g, ' ')
  return `The language model failed (${kind}): ${safe.slice(0, LONGEST)}`
}
