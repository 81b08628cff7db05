/** Classifies the error response of a model's server by its status and its message. */
import { z } from 'zod'
import type { FailureCause } from '../../contract/chat-enums.ts'

export interface ErrorClassification {
  kind: FailureCause
  /** For the log. */
  detail: string
  /** `refused`: the server supports no tools. `miscalled`: it could not parse the model's tool call. */
  tools?: 'refused' | 'miscalled'
}

/** @param answer the HTTP response; `url` is the address requested */
export function classifyErrorResponse(answer: {
  status: number
  statusText: string
  body: string | undefined
  url: string
}): ErrorClassification {
  const { status, url } = answer
  const message = messageIn(answer.body ?? '') || answer.statusText
  const detail = `${status}: ${message}`
  if (status === 401 || status === 403) return { kind: 'refused-key', detail }
  if ([429, 503, 529].includes(status)) return { kind: 'busy', detail }
  const byMessage = classifyErrorMessage(message)
  const kind = byMessage.kind ?? causeByStatus(status, message)
  const hint = /\/v\d/.test(url) ? 'LLM_BASE_URL may be wrong' : 'LLM_BASE_URL may lack /v1'
  return { ...byMessage, kind, detail: kind === 'wrong-address' ? `${detail} (${hint})` : detail }
}

/** Classifies by the message alone: for a response of any status, or an error within a stream. */
export function classifyErrorMessage(message: string): Pick<Partial<ErrorClassification>, 'kind' | 'tools'> {
  // The order matters: a message on length may mention the tools' tokens, and one on a tool call may repeat any text.
  if (CONTEXT_EXCEEDED.test(message)) return { kind: 'too-much-to-read' }
  if (UNPARSABLE_CALL.test(message)) return { tools: 'miscalled' }
  return REFUSES_TOOLS.some((form) => form.test(message)) ? { tools: 'refused' } : {}
}

function causeByStatus(status: number, message: string): FailureCause {
  if (status === 413) return 'too-much-to-read'
  const namesModel = status === 404 && /\bmodels?\b/i.test(message)
  if (namesModel || (status < 500 && UNKNOWN_MODEL.test(message))) return 'unknown-model'
  if (status === 404 || status === 405) return 'wrong-address'
  if (status === 408 || status === 504) return 'too-slow'
  if (status >= 500) return 'server-error'
  return status >= 200 && status < 300 ? 'garbled' : 'failed'
}

/** Messages of OpenAI, vLLM, llama.cpp, LM Studio, Ollama, Anthropic and TGI. */
const CONTEXT_EXCEEDED =
  /\bcontext[ _](?:length|size|window|limit)|context the overflows|prompt (?:is )?too long|maximum (?:input length|number of tokens)|\bmax_new_tokens\b.*must be/i

/** `.{0,100}` rather than `[^.]*`: a model's name may contain full stops (`gpt-3.5`). */
const UNKNOWN_MODEL =
  /\bmodel\b.{0,100}?\b(?:not found|does(?: not|n[’']t) exist|not (?:a )?(?:known|valid)|unknown|not (?:available|loaded)|decommissioned)|\b(?:unknown|invalid|no such|not a valid|no) models?\b/i

/** Messages of Ollama, llama.cpp, Groq and vLLM on a tool call that they cannot parse. */
const UNPARSABLE_CALL =
  /\b(?:pars(?:e|ing)|extract(?:ing)?|validat(?:e|ing))\b.{0,30}\b(?:tool|function)[ _]calls?\b|\b(?:tool|function)[ _]calls?\b.{0,30}\b(?:pars(?:e|ed|ing)|validation|invalid|malformed)\b|\bfailed to (?:call a function|parse input)/i

const TOOL_USE = '(?:tools?|functions?)(?:[ _-]?(?:use|calls?|calling|choice))?\\b'
/** The request's parameter, not a single tool. */
const TOOLS_PARAMETER = '(?:tools|functions|tool_choice)\\b'
const REFUSES_TOOLS = [
  // "does not support tools" (Ollama), "No endpoints found that support tool use" (OpenRouter)
  `(?:\\bnot|n[’']t|\\bno\\b.{0,40}\\bthat) support (?:[\\w:]+ ){0,3}\\W{0,2}${TOOL_USE}`,
  // "'tools' is not supported with this model" (OpenAI), "Function calling is not enabled" (Mistral)
  `\\b${TOOL_USE}\\W{0,2}\\s(?:(?:is|are)\\s)?(?:\\w+\\s)?(?:not\\s|un)(?:supported|enabled|allowed|permitted|available|implemented)`,
  // "Unrecognized request argument supplied: tools", "body.tools: Extra inputs are not permitted"
  `\\b(?:unsupported|unrecogni[sz]ed|unknown|unexpected)\\s(?:\\w+\\s?){0,3}\\W{0,4}${TOOLS_PARAMETER}`,
  `\\b${TOOLS_PARAMETER}: extra inputs`,
  // "auto" tool choice requires --enable-auto-tool-choice (vLLM), tools param requires --jinja flag (llama.cpp)
  `\\b${TOOL_USE}.{0,20}\\brequires? --`,
].map((form) => new RegExp(form, 'i'))

/** `{"error":{"message"}}` (OpenAI), `{"message"}` (vLLM), `{"error":"…"}` (Ollama, LM Studio), `{"detail"}` (FastAPI). */
const messageSchema: z.ZodType<string> = z.lazy(() =>
  z.union([
    z.string(),
    z.object({ error: messageSchema }).transform(({ error }) => error),
    z.object({ message: messageSchema }).transform(({ message }) => message),
    z.object({ detail: messageSchema }).transform(({ detail }) => detail),
    z
      .object({ loc: z.array(z.union([z.string(), z.number()])), msg: z.string() })
      .transform(({ loc, msg }) => `${loc.join('.')}: ${msg}`),
    z.array(messageSchema).transform((words) => words.join('; ')),
  ]),
)

function messageIn(body: string): string {
  return (jsonMessage(body) ?? body.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ').trim()
}

function jsonMessage(body: string): string | undefined {
  try {
    return messageSchema.safeParse(JSON.parse(body)).data
  } catch {
    return undefined
  }
}
