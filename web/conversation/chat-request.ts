/** The body of `POST /api/chat`: the texts of the messages without their source cards, to keep the request small. */
import type { ChatMessage } from '../../server/contract/chat-message.ts'
import { quotationsText } from '../../server/contract/quotations-text.ts'
import { chosenDocumentsIn, NO_CHOSEN_DOCUMENTS } from './chosen-documents.ts'
import { messageTexts, quotationsOf, textsOutsideQuotations } from './message-parts.ts'
import { removedItemsIn } from './removed-items.ts'

/** The latest messages are sent as context for follow-up questions; earlier ones are only counted. */
const MAX_SENT_MESSAGES = 20

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
  const { quote, leaveOut } = question ? chosenDocumentsIn(question) : NO_CHOSEN_DOCUMENTS
  const turnsBefore = messages.slice(0, -MAX_SENT_MESSAGES).filter(({ role }) => role === 'user').length
  return {
    id,
    messages: messages.slice(-MAX_SENT_MESSAGES).map((message) => ({
      id: message.id,
      role: message.role,
      parts: requestTexts(message).map((text) => ({ type: 'text' as const, text })),
    })),
    ...(turnsBefore > 0 ? { turnsBefore } : {}),
    without: question ? removedItemsIn(question).map(({ key }) => key) : [],
    ...(quote.length > 0 ? { quote } : {}),
    ...(leaveOut.length > 0 ? { leaveOut } : {}),
    ...(about === undefined ? {} : { about }),
    ...(quotationsOnly ? { writer: 'quotations' as const } : {}),
  }
}

/** Leaves out the explanation of a model failure: follow-up questions refer to the archive's content only. */
function requestTexts(message: ChatMessage): string[] {
  const quotations = quotationsOf(message)
  if (quotations?.failure === undefined) return messageTexts(message)
  const { failure: _, ...answer } = quotations
  return [...textsOutsideQuotations(message), quotationsText(answer)]
}
