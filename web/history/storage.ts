/**
 * Saves, reads, renames and deletes conversations. A conversation that the database cannot store stays in memory while
 * the tab is open.
 */
import { inDatabase, type StorageError } from './database.ts'
import { titleOf } from './head.ts'
import {
  notify,
  publishChange,
  readHistory,
  refreshHistory,
  setHistory,
  startHistory,
  troubleOf,
  tryDatabase,
  unkept,
} from './history-state.ts'
import { type KeptConversation, wordsOf } from './kept-conversation.ts'
import * as transactions from './transactions.ts'

/** The outcome of a save. `deleted`: another tab has deleted the conversation in the meantime. */
export type KeepOutcome = 'kept' | 'deleted' | StorageError['kind']

let lastDeleted: KeptConversation | undefined

/**
 * @param whole the whole conversation; stays in memory if the changes cannot be stored
 * @param complete whether other tabs should read it
 */
export async function keep(
  whole: KeptConversation,
  part: transactions.ToKeep,
  complete: boolean,
): Promise<KeepOutcome> {
  try {
    const kept = await inDatabase((database) => {
      const before = unkept.get(whole.id)
      if (!before) return transactions.keep(database, part)
      // After a failed save, the database may lack the conversation entirely: store all of it.
      const { title } = before
      return transactions.add(database, [title === undefined ? whole : { ...whole, title }]).then(() => true)
    })
    if (!kept) return 'deleted'
    unkept.delete(whole.id)
    if (readHistory().trouble && unkept.size === 0) setHistory({ trouble: undefined })
    await publishChange({ kind: complete ? 'answered' : 'listed', id: whole.id })
    return 'kept'
  } catch (error) {
    const title = readHistory().heads?.find(({ id }) => id === whole.id)?.title
    unkept.set(whole.id, title === undefined ? whole : { ...whole, title })
    setHistory({ trouble: troubleOf(error) })
    await refreshHistory()
    return troubleOf(error)
  }
}

export async function read(id: string): Promise<KeptConversation | undefined> {
  await startHistory()
  return unkept.get(id) ?? tryDatabase((database) => transactions.read(database, id))
}

/** @param title empty to use the first question as title again */
export async function rename(id: string, title: string): Promise<void> {
  const given = title.trim() || undefined
  const here = unkept.get(id)
  if (here) {
    const { title: _before, ...untitled } = here
    unkept.set(id, given === undefined ? untitled : { ...untitled, title: given })
  } else await tryDatabase((database) => transactions.rename(database, id, given))
  await publishChange({ kind: 'listed', id })
}

export async function remove(id: string): Promise<void> {
  // Before the deletion, so that an answer that still streams is not saved again.
  notify({ kind: 'deleted', id }, false)
  const here = unkept.get(id)
  unkept.delete(id)
  const stored = await tryDatabase((database) => transactions.remove(database, id))
  lastDeleted = here ?? stored
  setHistory({ deleted: lastDeleted && { id, title: titleOf(lastDeleted) } })
  await publishChange({ kind: 'deleted', id })
}

/** Restores the last deleted conversation. */
export async function undoRemove(): Promise<void> {
  const conversation = lastDeleted
  if (!conversation) return
  lastDeleted = undefined
  setHistory({ deleted: undefined })
  const added = await tryDatabase((database) => transactions.add(database, [conversation]))
  if (!added) unkept.set(conversation.id, conversation)
  await publishChange({ kind: 'answered', id: conversation.id })
}

/** Adds the conversations of a file, all or none. @throws StorageError if not all can be stored */
export async function add(conversations: readonly KeptConversation[]) {
  const added = await inDatabase((database) => transactions.add(database, conversations))
  await publishChange({ kind: 'answered' })
  notify({ kind: 'answered' }, false)
  return added
}

export async function readAll(): Promise<KeptConversation[]> {
  const stored = (await tryDatabase(transactions.readAll)) ?? []
  return [...stored.filter(({ id }) => !unkept.has(id)), ...unkept.values()]
}

/** The searchable texts of each conversation, one per exchange, by the conversation's id. */
export async function allWords(): Promise<Map<string, string[]>> {
  const words = (await tryDatabase(transactions.allWords)) ?? new Map<string, string[]>()
  for (const { id, exchanges } of unkept.values()) words.set(id, exchanges.map(wordsOf))
  return words
}
