/**
 * Understood items (names, periods, kinds) that the user removed from a question. They are stored in the question
 * message's metadata, so they survive a reload and apply whenever the question is asked again.
 */
import type { ChatMessage } from '../../server/contract/chat-message.ts'
import type { UnderstoodItem } from '../../server/contract/search.ts'
import type { ChosenDocuments } from './chosen-documents.ts'

export type RemovedItems = readonly Pick<UnderstoodItem, 'key' | 'label'>[]

/** The metadata that `removedItemsIn` and `chosenDocumentsIn` read from a message. */
export interface QuestionMetadata extends ChosenDocuments {
  without: RemovedItems
}

/** The message may come from the browser's storage: invalid metadata counts as no removed items. */
export function removedItemsIn({ metadata }: Pick<ChatMessage, 'metadata'>): RemovedItems {
  if (typeof metadata !== 'object' || metadata === null || !('without' in metadata)) return []
  const { without } = metadata
  return Array.isArray(without) ? without.filter(isItem) : []
}

function isItem(value: unknown): value is RemovedItems[number] {
  return (
    typeof value === 'object' &&
    value !== null &&
    'key' in value &&
    typeof value.key === 'string' &&
    'label' in value &&
    typeof value.label === 'string'
  )
}
