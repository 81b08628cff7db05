/** Reads the one conversation that the page kept in localStorage before there were many. */
import { z } from 'zod'
import { exchangesOf, textOf } from '../conversation/message-parts.ts'
import { conversationIdSchema } from './head.ts'
import type { KeptConversation } from './kept-conversation.ts'
import { messageSchema } from './message-schema.ts'

const formerSchema = z.object({ id: conversationIdSchema, messages: z.array(z.unknown()) })
const anyMessageSchema = z.union([messageSchema('user'), messageSchema('assistant')])

/** A message that does not fit is left out; the rest is kept. @param now the time that it gets (ms) */
export function parseFormer(stored: string | null, now: number): KeptConversation | undefined {
  if (!stored) return undefined
  let value: unknown
  try {
    value = JSON.parse(stored)
  } catch {
    return undefined
  }
  const former = formerSchema.safeParse(value)
  if (!former.success) return undefined
  const messages = former.data.messages.flatMap((message) => {
    const checked = anyMessageSchema.safeParse(message)
    return checked.success ? [checked.data] : []
  })
  const exchanges = exchangesOf(messages).map(({ question, answer }, index) => ({
    asked: now + index,
    changed: now,
    question,
    ...(answer ? { answer } : {}),
  }))
  const [first] = exchanges
  if (!first) return undefined
  return { id: former.data.id, question: textOf(first.question), begun: now, changed: now, exchanges }
}
