/** Failures of a language model: their cause, a sentence for the user, and a line for the log. */
import { APICallError, RetryError } from 'ai'
import type { FailureCause } from '../../contract/chat-enums.ts'
import { classifyErrorMessage, classifyErrorResponse, type ErrorClassification } from './classify-error.ts'

/** The model did not finish its answer. The message is for the log, not for the user. */
export class WriterFailure extends Error {
  override name = 'WriterFailure'
  constructor(
    readonly kind: FailureCause,
    detail: string,
    /** Set where tools are the cause: the question can then be asked again without them. */
    readonly tools?: ErrorClassification['tools'],
  ) {
    super(detail)
  }
}

const userSentences: Record<FailureCause, string> = {
  'refused-key': 'The language model’s provider does not accept this server’s key.',
  'unknown-model': 'The language model that this server is set to use is not known to its provider.',
  'wrong-address': 'Nothing answers at the address that this server has for the language model.',
  'too-much-to-read': 'The question and its sources are more than the language model can read at once.',
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

/** The text before the quotations that replace a model's answer. @param hasStreamedText whether part of the answer was streamed */
export function failureNotice(kind: FailureCause, hasStreamedText: boolean): string {
  return hasStreamedText
    ? `The answer above is not finished. ${userSentences[kind]} What follows is quoted from the documents.`
    : `${userSentences[kind]} What follows is quoted from the documents.`
}

/** Messages of undici for a socket that closes too early, and of the AI SDK for a stream that ends early. */
const CONNECTION_CLOSED = /terminated|socket|ECONNRESET|premature|other side closed|without a finish reason/i

/** Classifies anything that was thrown or streamed as an error. */
export function toWriterFailure(error: unknown): WriterFailure {
  if (error instanceof WriterFailure) return error
  if (RetryError.isInstance(error)) return toWriterFailure(error.lastError)
  if (APICallError.isInstance(error)) return fromApiCallError(error)
  const detail =
    error instanceof Error ? `${error.name}: ${error.message}` : (JSON.stringify(error) ?? 'unknown')
  if (CONNECTION_CLOSED.test(detail)) return new WriterFailure('broken-off', detail)
  if (error instanceof Error && /ToolChoiceViolation/.test(error.name))
    return new WriterFailure('no-end-of-searching', detail)
  if (error instanceof Error && /JSONParse|TypeValidation|InvalidResponse|InvalidStreamPart/.test(error.name))
    return new WriterFailure('garbled', detail)
  // A server that fails during a stream sends the error in a chunk, as text or as an object.
  if (!(error instanceof Error)) {
    const { kind = 'server-error', tools } = classifyErrorMessage(detail)
    return new WriterFailure(kind, detail, tools)
  }
  return new WriterFailure('failed', detail)
}

function fromApiCallError({
  statusCode: status,
  message,
  responseBody: body,
  url,
  cause,
}: APICallError): WriterFailure {
  // The response started well, so the failure is in the stream: classify its cause.
  if (status === 200 && cause instanceof Error) return toWriterFailure(cause)
  if (status === undefined) return new WriterFailure('unreachable', `no response: ${message}`)
  const { kind, detail, tools } = classifyErrorResponse({ status, statusText: message, body, url })
  return new WriterFailure(kind, detail, tools)
}

/** A log line repeats at most this much of a cause. */
const MAX_LOGGED_CHARACTERS = 300

/** The failure as one line of the log, without the API key. */
export function failureLogLine({ kind, message }: WriterFailure, apiKey: string | undefined): string {
  return `The language model failed (${kind}): ${redact(message, apiKey)}`
}

/** A text in one line, shortened, with all API keys replaced. */
export function redact(cause: string, apiKey: string | undefined): string {
  const hidden = apiKey ? cause.replaceAll(apiKey, '(key)') : cause
  return hidden
    .replace(/\b(?:sk|key|pk)-[\w*.-]{4,}|\bBearer\s+\S+/gi, '(key)')
    .replace(/\s+/g, ' ')
    .slice(0, MAX_LOGGED_CHARACTERS)
}
