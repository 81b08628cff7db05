/** The questions and answers of a request. */
import type { Turn } from '../answer/turn.ts'
import { type ChatRequest, textOfMessage } from '../contract/chat-request.ts'

/** The question being asked, and those asked before it, oldest first. */
export function questionsIn({ messages, without }: ChatRequest): {
  question: string
  before: string[]
  without: string[]
} {
  const questions = messages.filter(({ role }) => role === 'user').map(textOfMessage)
  return { question: questions.at(-1) ?? '', before: questions.slice(0, -1), without }
}

/** The questions asked before with their answers, oldest first. */
export function turnsIn({ messages }: Pick<ChatRequest, 'messages'>): Turn[] {
  const turns: Turn[] = []
  for (const message of messages.slice(0, -1)) {
    const last = turns.at(-1)
    if (message.role === 'user') turns.push({ question: textOfMessage(message), answer: '' })
    else if (message.role === 'assistant' && last) last.answer = textOfMessage(message)
  }
  return turns
}
