/** The model's rounds of searching: so many, with so many calls each, as long as it can read what they bring. */
import { type ModelMessage, stepCountIs } from 'ai'
import type { Research } from '../tools/research.ts'
import { MOST_CALLS } from '../tools/room.ts'
import { toolsFor } from '../tools/tools.ts'
import { spoken } from './spoken.ts'
import { tokensOfMessages } from './window.ts'

/** What the calls of a round and what is said of them may take up besides. In tokens. */
const FOR_CALLS = 250

/**
 * Tools for so many rounds; in the one after them the model must answer. When the window is full the tools say so: not every
 * server keeps a model from calling them.
 * @param room tokens for all messages
 */
export function searching(research: Research, { most, room }: { most: number; room: number }) {
  let forgot = false
  return {
    tools: toolsFor(research),
    stopWhen: stepCountIs(most + 1),
    prepareStep: ({ stepNumber, messages }: { stepNumber: number; messages: ModelMessage[] }) => {
      const kept = fitting(messages.map(brief), room)
      if (kept.length < messages.length && !forgot)
        research.tell({ tool: 'window', summary: 'reading: what was found first no longer fits' })
      forgot ||= kept.length < messages.length
      research.room.open(room - tokensOfMessages(kept) - FOR_CALLS)
      return { messages: kept, ...(stepNumber < most ? {} : { toolChoice: 'none' as const }) }
    },
  }
}

/** Without the oldest rounds, where all of them are too much: thoughts between searches can be long. */
function fitting(messages: readonly ModelMessage[], room: number): ModelMessage[] {
  const question = messages.findLastIndex(({ role }) => role === 'user')
  const kept = [...messages]
  while (kept.length > question + 1 && tokensOfMessages(kept) > room) {
    const next = kept.findIndex(({ role }, index) => index > question + 1 && role === 'assistant')
    kept.splice(question + 1, (next < 0 ? kept.length : next) - question - 1)
  }
  return kept
}

/** Characters of an argument or an error that the model is shown again. */
const LONGEST_REPEATED = 600

/** A message of a round without its thoughts, without calls beyond the most, and without long wrong arguments. */
function brief(message: ModelMessage): ModelMessage {
  const { role, content } = message
  if (role === 'assistant' && typeof content !== 'string') {
    let calls = 0
    const parts = content.flatMap((part): typeof content => {
      if (part.type === 'text') return [{ ...part, text: spoken(part.text) }]
      if (part.type !== 'tool-call') return [part]
      calls += 1
      if (calls > MOST_CALLS) return []
      return [JSON.stringify(part.input).length > LONGEST_REPEATED ? { ...part, input: {} } : part]
    })
    return { ...message, content: parts }
  }
  if (role === 'tool') {
    const results = content.slice(0, MOST_CALLS).map((part) => {
      if (part.type !== 'tool-result' || part.output.type !== 'error-text') return part
      const value = part.output.value.slice(0, LONGEST_REPEATED)
      return { ...part, output: { ...part.output, value } }
    })
    return { ...message, content: results }
  }
  return message
}
