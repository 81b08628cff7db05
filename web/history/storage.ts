/**
 * Saves, reads, renames and deletes conversations. A conversation that the database cannot store stays in memory while
 * the tab is open.
 */

import { conversationTitle } from './conversation-head.ts'
import { type StorageError, withDatabase } from './database.ts'
import {
  notifyOpenConversations,
  publishChange,
  readHistory,
  refreshHistory,
  setHistory,
  startHistory,
  storageProblemOf,
  tryDatabase,
  unsaved,
} from './history-state.ts'
import { type StoredConversation, searchableText } from './stored-conversation.ts'
import * as transactions from './transactions.ts'

/** The outcome of a save. `deleted`: another tab has deleted the conversation in the meantime. */
export type SaveOutcome = 'saved' | 'deleted' | StorageError['kind']

let lastDeleted: StoredConversation | undefined

/**
 * @param conversation the whole conversation; stays in memory if the changes cannot be stored
 * @param complete whether other tabs should read it
 */
export async function saveConversation(
  conversation: StoredConversation,
  changes: transactions.ConversationChanges,
  complete: boolean,
): Promise<SaveOutcome> {
  try {
    const stored = await withDatabase((database) => {
      const before = unsaved.get(conversation.id)
      if (!before) return transactions.save(database, changes)
      // After a failed save, the database may lack the conversation entirely: store all of it.
      const { title } = before
      return transactions
        .add(database, [title === undefined ? conversation : { ...conversation, title }])
        .then(() => true)
    })
    if (!stored) return 'deleted'
    unsaved.delete(conversation.id)
    if (readHistory().storageProblem && unsaved.size === 0) setHistory({ storageProblem: undefined })
    await publishChange({ kind: complete ? 'answered' : 'listed', id: conversation.id })
    return 'saved'
  } catch (error) {
    const title = readHistory().heads?.find(({ id }) => id === conversation.id)?.title
    unsaved.set(conversation.id, title === undefined ? conversation : { ...conversation, title })
    setHistory({ storageProblem: storageProblemOf(error) })
    await refreshHistory()
    return storageProblemOf(error)
  }
}

export async function readConversation(id: string): Promise<StoredConversation | undefined> {
  await startHistory()
  return unsaved.get(id) ?? tryDatabase((database) => transactions.read(database, id))
}

/** @param title empty to use the first question as title again */
export async function renameConversation(id: string, title: string): Promise<void> {
  const given = title.trim() || undefined
  const here = unsaved.get(id)
  if (here) {
    const { title: _before, ...untitled } = here
    unsaved.set(id, given === undefined ? untitled : { ...untitled, title: given })
  } else await tryDatabase((database) => transactions.rename(database, id, given))
  await publishChange({ kind: 'listed', id })
}

export async function deleteConversation(id: string): Promise<void> {
  // Before the deletion, so that an answer that still streams is not saved again.
  notifyOpenConversations({ kind: 'deleted', id }, false)
  const here = unsaved.get(id)
  unsaved.delete(id)
  const stored = await tryDatabase((database) => transactions.remove(database, id))
  lastDeleted = here ?? stored
  setHistory({ deleted: lastDeleted && { id, title: conversationTitle(lastDeleted) } })
  await publishChange({ kind: 'deleted', id })
}

/** Restores the last deleted conversation. */
export async function undoDelete(): Promise<void> {
  const conversation = lastDeleted
  if (!conversation) return
  lastDeleted = undefined
  setHistory({ deleted: undefined })
  const added = await tryDatabase((database) => transactions.add(database, [conversation]))
  if (!added) unsaved.set(conversation.id, conversation)
  await publishChange({ kind: 'answered', id: conversation.id })
}

/** Adds the conversations of a file, all or none. @throws StorageError if not all can be stored */
export async function importConversations(conversations: readonly StoredConversation[]) {
  const added = await withDatabase((database) => transactions.add(database, conversations))
  await publishChange({ kind: 'answered' })
  notifyOpenConversations({ kind: 'answered' }, false)
  return added
}

export async function readAllConversations(): Promise<StoredConversation[]> {
  const stored = (await tryDatabase(transactions.readAll)) ?? []
  return [...stored.filter(({ id }) => !unsaved.has(id)), ...unsaved.values()]
}

/** The searchable texts of each conversation, one per exchange, by the conversation's id. */
export async function readSearchTexts(): Promise<Map<string, string[]>> {
  const words = (await tryDatabase(transactions.readSearchTexts)) ?? new Map<string, string[]>()
  for (const { id, exchanges } of unsaved.values()) words.set(id, exchanges.map(searchableText))
  return words
}
