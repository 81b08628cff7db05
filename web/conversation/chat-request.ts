/** The body of `POST /api/chat`: the texts of the messages without their source cards, to keep the request small. */
import type { ChatMessage } from '../../server/contract/chat-message.ts'
import { textOfQuotations } from '../../server/contract/quotations-text.ts'
import { chosenIn, NOTHING_CHOSEN } from './chosen-documents.ts'
import { quotationsOf, textsOf, unquotedTextsOf } from './message-parts.ts'
import { takenBackOf } from './taken-back.ts'

/** The latest messages are sent as context for follow-up questions; earlier ones are only counted. */
const REMEMBERED = 20

/**
 * @param about the id of the document that the conversation is about
 * @param quotationsOnly whether no language model may write the answer
 */
export function chatRequest(
  id: string,
  messages: readonly ChatMessage[],
  { about, quotationsOnly = false }: { about?: string | undefined; quotationsOnly?: boolean } = {},
) {
  const question = messages.at(-1)
  const { quote, leaveOut } = question ? chosenIn(question) : NOTHING_CHOSEN
  const turnsBefore = messages.slice(0, -REMEMBERED).filter(({ role }) => role === 'user').length
  return {
    id,
    messages: messages.slice(-REMEMBERED).map((message) => ({
      id: message.id,
      role: message.role,
      parts: saidIn(message).map((text) => ({ type: 'text' as const, text })),
    })),
    ...(turnsBefore > 0 ? { turnsBefore } : {}),
    without: question ? takenBackOf(question).map(({ key }) => key) : [],
    ...(quote.length > 0 ? { quote } : {}),
    ...(leaveOut.length > 0 ? { leaveOut } : {}),
    ...(about === undefined ? {} : { about }),
    ...(quotationsOnly ? { writer: 'quotations' as const } : {}),
  }
}

/** Leaves out the explanation of a model failure: follow-up questions refer to the archive's content only. */
function saidIn(message: ChatMessage): string[] {
  const quotations = quotationsOf(message)
  if (quotations?.failure === undefined) return textsOf(message)
  const { failure: _, ...answer } = quotations
  return [...unquotedTextsOf(message), textOfQuotations(answer)]
}
