/** What a message holds, part by part, and messages as pairs of question and answer. */
import type { ChatDataParts, ChatMessage, Source } from '../../server/chat/message.ts'

export interface Exchange {
  question: ChatMessage
  answer: ChatMessage | undefined
}

export function exchangesOf(messages: readonly ChatMessage[]): Exchange[] {
  const exchanges: Exchange[] = []
  for (const message of messages) {
    const last = exchanges.at(-1)
    if (message.role === 'user') exchanges.push({ question: message, answer: undefined })
    else if (message.role === 'assistant' && last) last.answer = message
  }
  return exchanges
}

export function textOf(message: ChatMessage): string {
  return message.parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n\n')
}

export function sourcesOf(message: ChatMessage): readonly Source[] {
  for (const part of message.parts) if (part.type === 'data-sources') return part.data.sources
  return []
}

/** What was understood in the question; `undefined` where nothing was, and in answers kept from before that was told. */
export function understandingOf(message: ChatMessage): ChatDataParts['understanding'] | undefined {
  for (const part of message.parts) if (part.type === 'data-understanding') return part.data
  return undefined
}

export function suggestionsOf(message: ChatMessage): readonly string[] {
  for (const part of message.parts) if (part.type === 'data-suggestions') return part.data.questions
  return []
}

/** How the answer ended; `undefined` while it streams, and for good if it was stopped or broke off. */
export function outcomeOf(message: ChatMessage): ChatDataParts['outcome'] | undefined {
  for (const part of message.parts) if (part.type === 'data-outcome') return part.data
  return undefined
}
