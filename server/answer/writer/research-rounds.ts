/** Limits the model's research: the number of rounds, of calls in a round, and the tokens of their results. */
import { type ModelMessage, stepCountIs } from 'ai'
import type { ResearchContext } from '../tools/research.ts'
import { MAX_CALLS_PER_ROUND } from '../tools/tool-budget.ts'
import { createTools } from '../tools/tools.ts'
import { estimateMessageTokens } from './token-budget.ts'
import { visibleText } from './visible-text.ts'

/** Tokens reserved in each round for the calls themselves and for short replies to them. */
const CALL_OVERHEAD_TOKENS = 250

/**
 * Settings for `streamText`: tools for the given number of rounds; in the round after them the model must answer. When the window
 * is full, the tools reply so: `toolChoice: 'none'` is not respected by every server.
 * @param maxRounds rounds with tools
 * @param maxTokens for all messages
 */
export function researchRounds(
  research: ResearchContext,
  { maxRounds, maxTokens }: { maxRounds: number; maxTokens: number },
) {
  let hasDroppedRounds = false
  return {
    tools: createTools(research),
    stopWhen: stepCountIs(maxRounds + 1),
    prepareStep: ({ stepNumber, messages }: { stepNumber: number; messages: ModelMessage[] }) => {
      const kept = dropOldestRounds(messages.map(compactMessage), maxTokens)
      if (kept.length < messages.length && !hasDroppedRounds)
        research.reportStep({ tool: 'window', summary: 'reading: what was found first no longer fits' })
      hasDroppedRounds ||= kept.length < messages.length
      research.toolBudget.startRound(maxTokens - estimateMessageTokens(kept) - CALL_OVERHEAD_TOKENS)
      return { messages: kept, ...(stepNumber < maxRounds ? {} : { toolChoice: 'none' as const }) }
    },
  }
}

/** Drops the oldest rounds until the messages fit: reasoning between searches can be long. */
function dropOldestRounds(messages: readonly ModelMessage[], maxTokens: number): ModelMessage[] {
  const question = messages.findLastIndex(({ role }) => role === 'user')
  const kept = [...messages]
  while (kept.length > question + 1 && estimateMessageTokens(kept) > maxTokens) {
    const next = kept.findIndex(({ role }, index) => index > question + 1 && role === 'assistant')
    kept.splice(question + 1, (next < 0 ? kept.length : next) - question - 1)
  }
  return kept
}

/** A longer argument of a call is not shown to the model again, and an error is cut to this length. */
const MAX_REPEATED_CHARACTERS = 600

/** A message of a round without reasoning, without calls beyond the limit, and without long arguments. */
function compactMessage(message: ModelMessage): ModelMessage {
  const { role, content } = message
  if (role === 'assistant' && typeof content !== 'string') {
    let calls = 0
    const parts = content.flatMap((part): typeof content => {
      if (part.type === 'text') return [{ ...part, text: visibleText(part.text) }]
      if (part.type !== 'tool-call') return [part]
      calls += 1
      if (calls > MAX_CALLS_PER_ROUND) return []
      return [JSON.stringify(part.input).length > MAX_REPEATED_CHARACTERS ? { ...part, input: {} } : part]
    })
    return { ...message, content: parts }
  }
  if (role === 'tool') {
    const results = content.slice(0, MAX_CALLS_PER_ROUND).map((part) => {
      if (part.type !== 'tool-result' || part.output.type !== 'error-text') return part
      const value = part.output.value.slice(0, MAX_REPEATED_CHARACTERS)
      return { ...part, output: { ...part.output, value } }
    })
    return { ...message, content: results }
  }
  return message
}
