/** How the tokens that a model can read at once are shared out among the rules, sources, conversation, research and answer. */
import type { ModelMessage } from 'ai'
import type { Turn } from '../turn.ts'
import { frameSources, type Numbered } from './frame.ts'
import { instructions } from './prompt.ts'

/**
 * UTF-8 bytes that a token has at least in the mean: English has some four, a Korean syllable three, Cyrillic two letters
 * of two.
 */
const BYTES_A_TOKEN = 3

export function tokensOf(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / BYTES_A_TOKEN)
}

/** The tools as the model is told of them; `tests/server/window.test.ts` measures them. */
export const FOR_TOOLS = 950
/** Share of the window for the answer: a server that sets this aside would refuse more. */
const FOR_ANSWER = 0.25
/** An answer needs no more. Models that think before they answer spend most of it on that. */
const MOST_FOR_ANSWER = 4_000
/** Shares of what the rules, the question and the answer leave; the rest is for research. */
const FOR_SOURCES = 0.45
const FOR_CONVERSATION = 0.2
/** Where less than this share of the window is left, there is no room for tools. */
const LEAST_FOR_TOOLS = 0.3

/** Tokens for the answer, and for all messages: conversation, sources, question, research. */
export function roomIn(window: number, tools: boolean): { answer: number; messages: number } {
  const answer = Math.min(MOST_FOR_ANSWER, Math.floor(window * FOR_ANSWER))
  const rules = tokensOf(instructions({ tools })) + (tools ? FOR_TOOLS : 0)
  return { answer, messages: window - answer - rules }
}

export function hasRoomForTools(window: number): boolean {
  return roomIn(window, true).messages >= window * LEAST_FOR_TOOLS
}

/** Tokens for the sources handed at first and for the conversation. */
export function sharesOf(
  window: number,
  question: string,
  tools: boolean,
): { sources: number; conversation: number } {
  const left = roomIn(window, tools).messages - tokensOf(question)
  const shared = tools ? 1 : FOR_SOURCES + FOR_CONVERSATION
  return { sources: (left * FOR_SOURCES) / shared, conversation: (left * FOR_CONVERSATION) / shared }
}

/** The sources that fit, best first; always at least one. */
export function fittingSources<Source extends Numbered>(sources: readonly Source[], room: number): Source[] {
  let length = 0
  return sources.filter((source, index) => {
    length += tokensOf(frameSources([source]))
    return index === 0 || length <= room
  })
}

/** The conversation's latest turns that fit, whole, and how many older ones were left out. */
export function fittingTurns(turns: readonly Turn[], room: number): { kept: Turn[]; leftOut: number } {
  let length = 0
  let first = turns.length
  for (; first > 0; first -= 1) {
    const turn = turns[first - 1]
    length += tokensOf(turn?.question ?? '') + tokensOf(turn?.answer ?? '')
    if (length > room) break
  }
  return { kept: turns.slice(first), leftOut: first }
}

export function tokensOfMessages(messages: readonly ModelMessage[]): number {
  return tokensOf(JSON.stringify(messages))
}
