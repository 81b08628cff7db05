/** Accessors for the parts of a chat message, and messages grouped into question–answer exchanges. */
import { QUOTATIONS_VERSION } from '../../server/contract/chat-enums.ts'
import type {
  ChatDataParts,
  ChatMessage,
  CheckedSentence,
  Source,
} from '../../server/contract/chat-message.ts'
import type { Quotations } from '../../server/contract/quotations.ts'
import { quotationsText } from '../../server/contract/quotations-text.ts'
import { unretractedTexts } from '../../server/contract/texts-after-retraction.ts'

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

export function messageText(message: ChatMessage): string {
  return messageTexts(message).join('\n\n')
}

/**
 * The texts of a message. Two when a model failed after writing some text: its text, and the quotations that replace
 * it.
 */
export function messageTexts(message: ChatMessage): string[] {
  const quotations = quotationsOf(message)
  return [...textsOutsideQuotations(message), ...(quotations ? [quotationsText(quotations)] : [])]
}

/** The texts without that of the quotations: the server repeats the quotations part as a text part after it. */
export function textsOutsideQuotations({ parts }: ChatMessage): string[] {
  const quotations = parts.findIndex(isReadableQuotations)
  return unretractedTexts(quotations < 0 ? parts : parts.slice(0, quotations))
}

/** The quotations part; `undefined` when there is none, or its version is unknown to this page. */
export function quotationsOf({ parts }: ChatMessage): Quotations | undefined {
  return parts.find(isReadableQuotations)?.data
}

type QuotationsPart = Extract<ChatMessage['parts'][number], { type: 'data-quotations' }>

/** A server newer than this page may send another version. */
function isReadableQuotations(part: ChatMessage['parts'][number]): part is QuotationsPart {
  return part.type === 'data-quotations' && part.data.version === QUOTATIONS_VERSION
}

export function sourcesOf(message: ChatMessage): readonly Source[] {
  for (const part of message.parts) if (part.type === 'data-sources') return part.data.sources
  return []
}

/** What was understood in the question; `undefined` when nothing was, and in stored answers older than this part. */
export function understandingOf(message: ChatMessage): ChatDataParts['understanding'] | undefined {
  for (const part of message.parts) if (part.type === 'data-understanding') return part.data
  return undefined
}

export function suggestionsOf(message: ChatMessage): readonly string[] {
  for (const part of message.parts) if (part.type === 'data-suggestions') return part.data.questions
  return []
}

/** How the answer ended; `undefined` while it streams, and permanently if it was stopped or broke off. */
export function outcomeOf(message: ChatMessage): ChatDataParts['outcome'] | undefined {
  for (const part of message.parts) if (part.type === 'data-outcome') return part.data
  return undefined
}

/** Who wrote the answer; `undefined` in stored answers older than this part. */
export function writerOf(message: ChatMessage): ChatDataParts['writer'] | undefined {
  for (const part of message.parts) if (part.type === 'data-writer') return part.data
  return undefined
}

/** The sentences checked so far, in text order; empty when the answer consists of quotations. */
export function verdictsOf(message: ChatMessage): readonly CheckedSentence[] {
  for (const part of message.parts) if (part.type === 'data-verdicts') return part.data.sentences
  return []
}

/** The model's search steps. */
export function stepsOf(message: ChatMessage): readonly ChatDataParts['step'][] {
  return message.parts.flatMap((part) => (part.type === 'data-step' ? [part.data] : []))
}

/** The position in the model's queue, from 1; 0 when the answer does not wait. */
export function queuePositionOf(message: ChatMessage): number {
  for (const part of message.parts) if (part.type === 'data-waiting') return part.data.place
  return 0
}

/** The number of earlier turns left out of the model's context. */
export function turnsLeftOutOf(message: ChatMessage): number {
  for (const part of message.parts) if (part.type === 'data-conversation') return part.data.turnsLeftOut
  return 0
}
