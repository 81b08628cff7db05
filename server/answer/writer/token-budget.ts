/** Divides the model's context window among system prompt, sources, conversation, research and answer. */
import type { ModelMessage } from 'ai'
import type { Turn } from '../turn.ts'
import { formatSources, type NumberedDocument } from './format-sources.ts'
import { systemPrompt } from './prompt.ts'

/**
 * UTF-8 bytes per token, a low estimate of the mean: a token is about 4 letters of English, one Korean syllable (3 bytes) or
 * two Cyrillic letters (4 bytes).
 */
const BYTES_PER_TOKEN = 3

/** Estimated number of tokens of a text, from its length in bytes. */
export function estimateTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / BYTES_PER_TOKEN)
}

/** Tokens of the tools' descriptions; measured in `tests/server/answer/writer/token-budget.archive.test.ts`. */
export const TOOL_DESCRIPTION_TOKENS = 950
/** Share of the context window reserved for the answer: servers that reserve it refuse longer requests. */
const ANSWER_SHARE = 0.25
/** An answer needs no more; reasoning models spend most of it on reasoning. */
const MAX_ANSWER_TOKENS = 4_000
/** Shares of the tokens left by system prompt, question and answer; the rest is for research. */
const SOURCES_SHARE = 0.45
const CONVERSATION_SHARE = 0.2
/** Tools are offered only if at least this share of the context window is left for messages. */
const MIN_MESSAGES_SHARE_FOR_TOOLS = 0.3

/** Tokens for the answer, and for all messages together: conversation, sources, question, research. */
export function tokenBudget(contextWindow: number, tools: boolean): { answer: number; messages: number } {
  const answer = Math.min(MAX_ANSWER_TOKENS, Math.floor(contextWindow * ANSWER_SHARE))
  const rules = estimateTokens(systemPrompt({ tools })) + (tools ? TOOL_DESCRIPTION_TOKENS : 0)
  return { answer, messages: contextWindow - answer - rules }
}

export function hasBudgetForTools(contextWindow: number): boolean {
  return tokenBudget(contextWindow, true).messages >= contextWindow * MIN_MESSAGES_SHARE_FOR_TOOLS
}

/** Tokens for the sources provided before the first step, and for the conversation. */
export function contextBudget(
  contextWindow: number,
  question: string,
  tools: boolean,
): { sources: number; conversation: number } {
  const left = tokenBudget(contextWindow, tools).messages - estimateTokens(question)
  const shared = tools ? 1 : SOURCES_SHARE + CONVERSATION_SHARE
  return { sources: (left * SOURCES_SHARE) / shared, conversation: (left * CONVERSATION_SHARE) / shared }
}

/** The sources that fit, in their order; always at least the first. */
export function fittingSources<Source extends NumberedDocument>(
  sources: readonly Source[],
  maxTokens: number,
): Source[] {
  let tokens = 0
  return sources.filter((source, index) => {
    tokens += estimateTokens(formatSources([source]))
    return index === 0 || tokens <= maxTokens
  })
}

/** The latest turns that fit as a whole, and the number of older ones left out. */
export function fittingTurns(turns: readonly Turn[], maxTokens: number): { kept: Turn[]; leftOut: number } {
  let tokens = 0
  let first = turns.length
  for (; first > 0; first -= 1) {
    const turn = turns[first - 1]
    tokens += estimateTokens(turn?.question ?? '') + estimateTokens(turn?.answer ?? '')
    if (tokens > maxTokens) break
  }
  return { kept: turns.slice(first), leftOut: first }
}

export function estimateMessageTokens(messages: readonly ModelMessage[]): number {
  return estimateTokens(JSON.stringify(messages))
}
