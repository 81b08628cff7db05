/** Reads the question and the earlier turns from a chat request. */
import type { Turn } from '../answer/turn.ts'
import { type ChatRequest, textOfMessage } from '../contract/chat-request.ts'
import type { Asked } from './find-and-quote.ts'

/**
 * The question, and the earlier turns, oldest first. Turns whose answer has no citation are left out: a follow-up does not
 * refer to them.
 */
export function questionsIn(request: ChatRequest): Omit<Asked, 'about'> {
  const { messages, without, quote, leaveOut } = request
  const turns = turnsIn(request).filter(({ answer }) => answer === '' || CITES.test(answer))
  return {
    question: textOfMessage(messages.at(-1)),
    before: turns.map(({ question }) => question),
    answers: turns.map(({ answer }) => answer),
    without,
    ...(quote.length + leaveOut.length > 0
      ? { overruled: { quote: new Set(quote), leaveOut: new Set(leaveOut) } }
      : {}),
  }
}

const CITES = /\[\d+\]/

/** The earlier questions with their answers, oldest first. */
export function turnsIn({ messages }: Pick<ChatRequest, 'messages'>): Turn[] {
  const turns: Turn[] = []
  for (const message of messages.slice(0, -1)) {
    const last = turns.at(-1)
    if (message.role === 'user') turns.push({ question: textOfMessage(message), answer: '' })
    else if (message.role === 'assistant' && last) last.answer = textOfMessage(message)
  }
  return turns
}
