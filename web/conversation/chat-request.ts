/** The body of `POST /api/chat`: what was said, without the cards, so that a long conversation stays a small request. */
import type { ChatMessage } from '../../server/chat/message.ts'
import { takenBackOf } from './taken-back.ts'

/** Messages that a follow-up can lean on. */
const REMEMBERED = 20

/** @param about the id of the document that the conversation is about */
export function chatRequest(id: string, messages: readonly ChatMessage[], about?: string) {
  const question = messages.at(-1)
  return {
    id,
    messages: messages.slice(-REMEMBERED).map(({ id, role, parts }) => ({
      id,
      role,
      parts: parts.flatMap((part) => (part.type === 'text' ? [{ type: part.type, text: part.text }] : [])),
    })),
    without: question ? takenBackOf(question).map(({ key }) => key) : [],
    ...(about === undefined ? {} : { about }),
  }
}
