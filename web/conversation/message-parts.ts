/** What a message holds, part by part, and messages as pairs of question and answer. */

import { QUOTATIONS_VERSION } from '../../server/contract/chat-enums.ts'
import type {
  ChatDataParts,
  ChatMessage,
  CheckedSentence,
  Source,
} from '../../server/contract/chat-message.ts'
import type { Quotations } from '../../server/contract/quotations.ts'
import { textOfQuotations } from '../../server/contract/quotations-text.ts'
import { standingTexts } from '../../server/contract/standing-texts.ts'

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
  return textsOf(message).join('\n\n')
}

/** Where a model failed after it had begun, there are two texts: what it wrote, and what is quoted in its place. */
export function textsOf(message: ChatMessage): string[] {
  const quotations = quotationsOf(message)
  return [...unquotedTextsOf(message), ...(quotations ? [textOfQuotations(quotations)] : [])]
}

/** The texts but for that of the quotations, which follows their part and says the same. */
export function unquotedTextsOf({ parts }: ChatMessage): string[] {
  const quotations = parts.findIndex(isReadable)
  return standingTexts(quotations < 0 ? parts : parts.slice(0, quotations))
}

/** The answer where it is quotations; `undefined` where there are none, or in a form that this page does not know. */
export function quotationsOf({ parts }: ChatMessage): Quotations | undefined {
  return parts.find(isReadable)?.data
}

type QuotationsPart = Extract<ChatMessage['parts'][number], { type: 'data-quotations' }>

/** A server newer than this page may send another version. */
function isReadable(part: ChatMessage['parts'][number]): part is QuotationsPart {
  return part.type === 'data-quotations' && part.data.version === QUOTATIONS_VERSION
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

/** Who wrote the answer; `undefined` in answers kept from before that was told. */
export function writerOf(message: ChatMessage): ChatDataParts['writer'] | undefined {
  for (const part of message.parts) if (part.type === 'data-writer') return part.data
  return undefined
}

/** The sentences that were checked so far, in their order; none where the answer is quotations. */
export function verdictsOf(message: ChatMessage): readonly CheckedSentence[] {
  for (const part of message.parts) if (part.type === 'data-verdicts') return part.data.sentences
  return []
}

/** What the model searched, step by step. */
export function stepsOf(message: ChatMessage): readonly ChatDataParts['step'][] {
  return message.parts.flatMap((part) => (part.type === 'data-step' ? [part.data] : []))
}

/** The place in the queue for the model; 0 once it writes. */
export function waitingOf(message: ChatMessage): number {
  for (const part of message.parts) if (part.type === 'data-waiting') return part.data.place
  return 0
}

/** Earlier turns that the model was not given. */
export function leftOutOf(message: ChatMessage): number {
  for (const part of message.parts) if (part.type === 'data-conversation') return part.data.turnsLeftOut
  return 0
}
