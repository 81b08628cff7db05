/** Schema of a stored conversation: its head and its exchanges, which are separate records in the database. */
import { z } from 'zod'
import { withoutCitationMarks } from '../../server/contract/citation-mark.ts'
import { outcomeOf, textOf } from '../conversation/message-parts.ts'
import { headSchema, timeSchema } from './head.ts'
import { messageSchema } from './message-schema.ts'

export const keptExchangeSchema = z.object({
  /** Sort key of the exchanges, also when two tabs ask in one conversation. */
  asked: timeSchema,
  changed: timeSchema,
  question: messageSchema('user'),
  answer: messageSchema('assistant').optional(),
})

export const keptConversationSchema = z.object({
  ...headSchema.shape,
  exchanges: z.array(keptExchangeSchema).min(1, 'must hold at least one exchange'),
})

export type KeptExchange = z.output<typeof keptExchangeSchema>
export type KeptConversation = z.output<typeof keptConversationSchema>

/** The text of an exchange that the search looks through. */
export function wordsOf({ question, answer }: Pick<KeptExchange, 'question' | 'answer'>): string {
  // Citation marks would separate adjacent words.
  return withoutCitationMarks(`${textOf(question)}\n${answer ? textOf(answer) : ''}`)
}

/** Merges two states of one conversation: all exchanges of both; of the same exchange, the preferred state. */
export function joinConversations(here: KeptConversation, other: KeptConversation): KeptConversation {
  const newer = other.changed > here.changed ? { ...here, ...other } : { ...other, ...here }
  return {
    ...newer,
    begun: Math.min(here.begun, other.begun),
    exchanges: joinExchanges(here.exchanges, other.exchanges),
  }
}

/** The merged exchanges are sorted by the time asked. */
export function joinExchanges(here: readonly KeptExchange[], other: readonly KeptExchange[]): KeptExchange[] {
  const joined = new Map(here.map((exchange) => [exchange.question.id, exchange]))
  for (const exchange of other) {
    const known = joined.get(exchange.question.id)
    if (!known || isBetter(exchange, known)) joined.set(exchange.question.id, exchange)
  }
  return inOrder([...joined.values()])
}

export function inOrder(exchanges: readonly KeptExchange[]): KeptExchange[] {
  return [...exchanges].sort((a, b) => a.asked - b.asked || (a.question.id < b.question.id ? -1 : 1))
}

/** A complete answer is preferred to one that broke off; otherwise the newer one is preferred. */
function isBetter(one: KeptExchange, other: KeptExchange): boolean {
  const [complete, otherComplete] = [isComplete(one), isComplete(other)]
  return complete === otherComplete ? one.changed > other.changed : complete
}

export function isComplete({ answer }: Pick<KeptExchange, 'answer'>): boolean {
  return answer !== undefined && outcomeOf(answer) !== undefined
}
