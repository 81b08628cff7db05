/**
 * Documents that the user chose to have quoted or left out, overriding the program. Like `removed-items.ts`, they are
 * stored in the question message's metadata, so they survive a reload and apply whenever the question is asked again.
 */
import type { ChatMessage } from '../../server/contract/chat-message.ts'
import { MAX_CHOSEN_DOCUMENTS, MAX_DOCUMENT_ID_CHARACTERS } from '../../server/contract/limits.ts'

/** Document ids; no id is in both lists. */
export interface ChosenDocuments {
  quote: readonly string[]
  leaveOut: readonly string[]
}

export type DocumentChoice = keyof ChosenDocuments

export const NO_CHOSEN_DOCUMENTS: ChosenDocuments = { quote: [], leaveOut: [] }

/**
 * The message may come from an imported file: invalid ids are dropped, because the server would refuse the question.
 */
export function chosenDocumentsIn({ metadata }: Pick<ChatMessage, 'metadata'>): ChosenDocuments {
  const quote = idsIn(metadata, 'quote').slice(0, MAX_CHOSEN_DOCUMENTS)
  const leaveOut = idsIn(metadata, 'leaveOut').filter((id) => !quote.includes(id))
  return { quote, leaveOut: leaveOut.slice(0, MAX_CHOSEN_DOCUMENTS) }
}

function idsIn(metadata: unknown, choice: DocumentChoice): string[] {
  if (typeof metadata !== 'object' || metadata === null) return []
  const ids: unknown = Reflect.get(metadata, choice)
  return Array.isArray(ids) ? ids.filter(isId) : []
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_DOCUMENT_ID_CHARACTERS
}

/** `undefined` when the program decides. */
export function documentChoiceOf(
  { quote, leaveOut }: ChosenDocuments,
  id: string,
): DocumentChoice | undefined {
  if (quote.includes(id)) return 'quote'
  return leaveOut.includes(id) ? 'leaveOut' : undefined
}

/** @param choice `undefined` lets the program decide again */
export function withChoice(
  { quote, leaveOut }: ChosenDocuments,
  id: string,
  choice: DocumentChoice | undefined,
): ChosenDocuments {
  const others = {
    quote: quote.filter((each) => each !== id),
    leaveOut: leaveOut.filter((each) => each !== id),
  }
  return choice === undefined ? others : { ...others, [choice]: [...others[choice], id] }
}

export function isChoiceFull(chosen: ChosenDocuments, choice: DocumentChoice): boolean {
  return chosen[choice].length >= MAX_CHOSEN_DOCUMENTS
}

/** "1 to quote, 2 to leave out"; `undefined` when nothing is chosen. */
export function chosenDocumentsInWords({ quote, leaveOut }: ChosenDocuments): string | undefined {
  const counts = [
    ...(quote.length > 0 ? [`${quote.length} to quote`] : []),
    ...(leaveOut.length > 0 ? [`${leaveOut.length} to leave out`] : []),
  ]
  return counts.length > 0 ? counts.join(', ') : undefined
}
