/** Schema of a stored conversation: its head and its exchanges, which are separate records in the database. */
import { z } from 'zod'
import { withoutCitationMarks } from '../../server/contract/citation-mark.ts'
import { messageText, outcomeOf } from '../conversation/message-parts.ts'
import { headSchema, timeSchema } from './conversation-head.ts'
import { messageSchema } from './message-schema.ts'

export const storedExchangeSchema = z.object({
  /** Sort key of the exchanges, also when two tabs ask in one conversation. */
  asked: timeSchema,
  changed: timeSchema,
  question: messageSchema('user'),
  answer: messageSchema('assistant').optional(),
})

export const storedConversationSchema = z.object({
  ...headSchema.shape,
  exchanges: z.array(storedExchangeSchema).min(1, 'must hold at least one exchange'),
})

export type StoredExchange = z.output<typeof storedExchangeSchema>
export type StoredConversation = z.output<typeof storedConversationSchema>

/** The text of an exchange that the search looks through. */
export function searchableText({ question, answer }: Pick<StoredExchange, 'question' | 'answer'>): string {
  // Citation marks would separate adjacent words.
  return withoutCitationMarks(`${messageText(question)}\n${answer ? messageText(answer) : ''}`)
}

/** Merges two states of one conversation: all exchanges of both; of the same exchange, the preferred state. */
export function mergeConversations(here: StoredConversation, other: StoredConversation): StoredConversation {
  const newer = other.changed > here.changed ? { ...here, ...other } : { ...other, ...here }
  return {
    ...newer,
    begun: Math.min(here.begun, other.begun),
    exchanges: mergeExchanges(here.exchanges, other.exchanges),
  }
}

/** The merged exchanges are sorted by the time asked. */
export function mergeExchanges(
  here: readonly StoredExchange[],
  other: readonly StoredExchange[],
): StoredExchange[] {
  const merged = new Map(here.map((exchange) => [exchange.question.id, exchange]))
  for (const exchange of other) {
    const present = merged.get(exchange.question.id)
    if (!present || isPreferred(exchange, present)) merged.set(exchange.question.id, exchange)
  }
  return sortByTimeAsked([...merged.values()])
}

export function sortByTimeAsked(exchanges: readonly StoredExchange[]): StoredExchange[] {
  return [...exchanges].sort((a, b) => a.asked - b.asked || (a.question.id < b.question.id ? -1 : 1))
}

/** A complete answer is preferred to one that broke off; otherwise the newer one is preferred. */
function isPreferred(one: StoredExchange, other: StoredExchange): boolean {
  const [complete, otherComplete] = [isComplete(one), isComplete(other)]
  return complete === otherComplete ? one.changed > other.changed : complete
}

export function isComplete({ answer }: Pick<StoredExchange, 'answer'>): boolean {
  return answer !== undefined && outcomeOf(answer) !== undefined
}
