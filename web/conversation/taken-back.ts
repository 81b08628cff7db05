/**
 * Items of what was understood that the reader took back. They stand in the question's message, so that the question
 * is asked without them whenever it is asked again, and a reload brings them back.
 */
import type { ChatMessage } from '../../server/contract/chat-message.ts'
import type { UnderstoodItem } from '../../server/contract/search.ts'
import type { ChosenDocuments } from './chosen-documents.ts'

export type TakenBack = readonly Pick<UnderstoodItem, 'key' | 'label'>[]

/** What `takenBackOf` and `chosenIn` read from a message. */
export interface QuestionMetadata extends ChosenDocuments {
  without: TakenBack
}

/** The message may come from the browser's storage: what does not fit is nothing taken back. */
export function takenBackOf({ metadata }: Pick<ChatMessage, 'metadata'>): TakenBack {
  if (typeof metadata !== 'object' || metadata === null || !('without' in metadata)) return []
  const { without } = metadata
  return Array.isArray(without) ? without.filter(isItem) : []
}

function isItem(value: unknown): value is TakenBack[number] {
  return (
    typeof value === 'object' &&
    value !== null &&
    'key' in value &&
    typeof value.key === 'string' &&
    'label' in value &&
    typeof value.label === 'string'
  )
}
