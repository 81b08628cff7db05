/** Reads the question and the earlier turns from a chat request. */
import type { Turn } from '../answer/turn.ts'
import { type ChatRequest, messageText } from '../contract/chat-request.ts'
import type { ChatQuestion } from './find-and-quote.ts'

/**
 * The question, and the earlier turns, oldest first. Turns whose answer has no citation are left out: a follow-up does not
 * refer to them.
 */
export function readChatQuestion(request: ChatRequest): Omit<ChatQuestion, 'about'> {
  const { messages, without, quote, leaveOut } = request
  const turns = previousTurns(request).filter(({ answer }) => answer === '' || HAS_CITATION.test(answer))
  return {
    question: messageText(messages.at(-1)),
    before: turns.map(({ question }) => question),
    answers: turns.map(({ answer }) => answer),
    without,
    ...(quote.length + leaveOut.length > 0
      ? { overrides: { quote: new Set(quote), leaveOut: new Set(leaveOut) } }
      : {}),
  }
}

const HAS_CITATION = /\[\d+\]/

/** The earlier questions with their answers, oldest first. */
export function previousTurns({ messages }: Pick<ChatRequest, 'messages'>): Turn[] {
  const turns: Turn[] = []
  for (const message of messages.slice(0, -1)) {
    const last = turns.at(-1)
    if (message.role === 'user') turns.push({ question: messageText(message), answer: '' })
    else if (message.role === 'assistant' && last) last.answer = messageText(message)
  }
  return turns
}
