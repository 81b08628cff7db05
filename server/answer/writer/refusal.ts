/** What a model's server means when it refuses a request or fails at it: its own words, and the cause that is in them. */
import { z } from 'zod'
import type { FailureCause } from '../../contract/chat-enums.ts'

export interface Refusal {
  kind: FailureCause
  /** For the log. */
  detail: string
  /** The server knows no tools, or could not read how the model called one. */
  tools?: 'refused' | 'miscalled'
}

/** @param answer as HTTP gave it; `url` is what was asked. */
export function readRefusal(answer: {
  status: number
  statusText: string
  body: string | undefined
  url: string
}): Refusal {
  const { status, url } = answer
  const said = wordsIn(answer.body ?? '') || answer.statusText
  const detail = `${status}: ${said}`
  if (status === 401 || status === 403) return { kind: 'refused-key', detail }
  if ([429, 503, 529].includes(status)) return { kind: 'busy', detail }
  const meant = meaningOf(said)
  const kind = meant.kind ?? kindOf(status, said)
  const hint = /\/v\d/.test(url) ? 'LLM_BASE_URL may be wrong' : 'LLM_BASE_URL may lack /v1'
  return { ...meant, kind, detail: kind === 'wrong-address' ? `${detail} (${hint})` : detail }
}

/** What the words alone tell, in an answer of any status or in the midst of a stream. */
export function meaningOf(said: string): Pick<Partial<Refusal>, 'kind' | 'tools'> {
  // The order counts: a complaint of length may count the tools' tokens, and one of a call may repeat anything.
  if (TOO_MUCH.test(said)) return { kind: 'too-much-to-read' }
  if (MISCALLED.test(said)) return { tools: 'miscalled' }
  return REFUSES_TOOLS.some((form) => form.test(said)) ? { tools: 'refused' } : {}
}

function kindOf(status: number, said: string): FailureCause {
  if (status === 413) return 'too-much-to-read'
  const namesModel = status === 404 && /\bmodels?\b/i.test(said)
  if (namesModel || (status < 500 && UNKNOWN_MODEL.test(said))) return 'unknown-model'
  if (status === 404 || status === 405) return 'wrong-address'
  if (status === 408 || status === 504) return 'too-slow'
  if (status >= 500) return 'server-error'
  return status >= 200 && status < 300 ? 'garbled' : 'failed'
}

/** OpenAI, vLLM, llama.cpp, LM Studio, Ollama, Anthropic and TGI say it in these words. */
const TOO_MUCH =
  /\bcontext[ _](?:length|size|window|limit)|context the overflows|prompt (?:is )?too long|maximum (?:input length|number of tokens)|\bmax_new_tokens\b.*must be/i

/** The bounds keep a name with stops in it (`gpt-3.5`) together with what is said of it. */
const UNKNOWN_MODEL =
  /\bmodel\b.{0,100}?\b(?:not found|does(?: not|n[’']t) exist|not (?:a )?(?:known|valid)|unknown|not (?:available|loaded)|decommissioned)|\b(?:unknown|invalid|no such|not a valid|no) models?\b/i

/** Ollama, llama.cpp, Groq and vLLM of a call that they cannot read. */
const MISCALLED =
  /\b(?:pars(?:e|ing)|extract(?:ing)?|validat(?:e|ing))\b.{0,30}\b(?:tool|function)[ _]calls?\b|\b(?:tool|function)[ _]calls?\b.{0,30}\b(?:pars(?:e|ed|ing)|validation|invalid|malformed)\b|\bfailed to (?:call a function|parse input)/i

const TOOLS = '(?:tools?|functions?)(?:[ _-]?(?:use|calls?|calling|choice))?\\b'
/** A parameter of the request, not a single tool of that name. */
const PARAMETER = '(?:tools|functions|tool_choice)\\b'
const REFUSES_TOOLS = [
  // "does not support tools" (Ollama), "No endpoints found that support tool use" (OpenRouter)
  `(?:\\bnot|n[’']t|\\bno\\b.{0,40}\\bthat) support (?:[\\w:]+ ){0,3}\\W{0,2}${TOOLS}`,
  // "'tools' is not supported with this model" (OpenAI), "Function calling is not enabled" (Mistral)
  `\\b${TOOLS}\\W{0,2}\\s(?:(?:is|are)\\s)?(?:\\w+\\s)?(?:not\\s|un)(?:supported|enabled|allowed|permitted|available|implemented)`,
  // "Unrecognized request argument supplied: tools", "body.tools: Extra inputs are not permitted"
  `\\b(?:unsupported|unrecogni[sz]ed|unknown|unexpected)\\s(?:\\w+\\s?){0,3}\\W{0,4}${PARAMETER}`,
  `\\b${PARAMETER}: extra inputs`,
  // "auto" tool choice requires --enable-auto-tool-choice (vLLM), tools param requires --jinja flag (llama.cpp)
  `\\b${TOOLS}.{0,20}\\brequires? --`,
].map((form) => new RegExp(form, 'i'))

/** `{"error":{"message"}}` (OpenAI), `{"message"}` (vLLM), `{"error":"…"}` (Ollama, LM Studio), `{"detail"}` (FastAPI). */
const wordsSchema: z.ZodType<string> = z.lazy(() =>
  z.union([
    z.string(),
    z.object({ error: wordsSchema }).transform(({ error }) => error),
    z.object({ message: wordsSchema }).transform(({ message }) => message),
    z.object({ detail: wordsSchema }).transform(({ detail }) => detail),
    z
      .object({ loc: z.array(z.union([z.string(), z.number()])), msg: z.string() })
      .transform(({ loc, msg }) => `${loc.join('.')}: ${msg}`),
    z.array(wordsSchema).transform((words) => words.join('; ')),
  ]),
)

function wordsIn(body: string): string {
  return (inJson(body) ?? body.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ').trim()
}

function inJson(body: string): string | undefined {
  try {
    return wordsSchema.safeParse(JSON.parse(body)).data
  } catch {
    return undefined
  }
}
