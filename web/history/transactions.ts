/**
 * Reads and writes conversations in the database. Each function is one transaction: it is atomic, and tabs wait for
 * each other. Every exchange is its own record, so that two tabs that ask in one conversation do not overwrite each
 * other's exchanges.
 */

import { type ConversationHead, parseHead, parseHeads } from './conversation-head.ts'
import { type Database, type ExchangeKey, type Transaction, tables } from './database.ts'
import {
  mergeConversations,
  type StoredConversation,
  type StoredExchange,
  searchableText,
  sortByTimeAsked,
  storedExchangeSchema,
} from './stored-conversation.ts'

/** The changes of a conversation that a tab has to save. */
export interface ConversationChanges {
  head: Omit<ConversationHead, 'title'>
  exchanges: readonly StoredExchange[]
  /** True if it was in the database before: if it is missing now, another tab has deleted it. */
  wasStored: boolean
}

/** Saves changes to a conversation. Resolves to false, and writes nothing, if it was deleted in the meantime. */
export async function save(
  database: Database,
  { head, exchanges, wasStored }: ConversationChanges,
): Promise<boolean> {
  const transaction = database.transaction(tables, 'readwrite')
  const stored = parseHead(await transaction.objectStore('heads').get(head.id))
  const deleted = wasStored && !stored
  if (!deleted) {
    const startedAt = Math.min(stored?.begun ?? head.begun, head.begun)
    // Only the list of conversations changes the title.
    await transaction.objectStore('heads').put({ ...withTitle(head, stored?.title), begun: startedAt })
    for (const exchange of exchanges) await putExchange(transaction, head.id, exchange)
  }
  await transaction.done
  return !deleted
}

export async function read(database: Database, id: string): Promise<StoredConversation | undefined> {
  const transaction = database.transaction(tables)
  const conversation = await readWithin(transaction, id)
  await transaction.done
  return conversation
}

/** @param title `undefined` to use the first question as title again */
export async function rename(database: Database, id: string, title: string | undefined): Promise<void> {
  const transaction = database.transaction('heads', 'readwrite')
  const head = parseHead(await transaction.store.get(id))
  if (head) {
    const { title: _before, ...untitled } = head
    await transaction.store.put(withTitle(untitled, title))
  }
  await transaction.done
}

/** Resolves to the deleted conversation, so that it can be restored. */
export async function remove(database: Database, id: string): Promise<StoredConversation | undefined> {
  const transaction = database.transaction(tables, 'readwrite')
  const conversation = await readWithin(transaction, id)
  await transaction.objectStore('heads').delete(id)
  for (const name of ['exchanges', 'words'] as const)
    await transaction.objectStore(name).delete(conversationKeyRange(id))
  await transaction.done
  return conversation
}

/**
 * Adds whole conversations. One that is already here gets the exchanges that it lacks. Resolves to the numbers of both.
 */
export async function add(
  database: Database,
  conversations: readonly StoredConversation[],
): Promise<{ added: number; merged: number }> {
  const transaction = database.transaction(tables, 'readwrite')
  let merged = 0
  try {
    for (const conversation of conversations) {
      const here = await readWithin(transaction, conversation.id)
      if (here) merged++
      const { exchanges, ...head } = here ? mergeConversations(here, conversation) : conversation
      await transaction.objectStore('heads').put(head)
      for (const exchange of exchanges) await putExchange(transaction, head.id, exchange)
    }
  } catch (error) {
    // The transaction's own promise is rejected as well; the thrown error already tells why.
    transaction.done.catch(() => {})
    if (!transaction.error) transaction.abort()
    throw error
  }
  await transaction.done
  return { added: conversations.length - merged, merged }
}

export async function readAll(database: Database): Promise<StoredConversation[]> {
  const conversations: StoredConversation[] = []
  const transaction = database.transaction(tables)
  for (const { id } of parseHeads(await transaction.objectStore('heads').getAll())) {
    const conversation = await readWithin(transaction, id)
    if (conversation) conversations.push(conversation)
  }
  await transaction.done
  return conversations
}

/** The searchable texts of each conversation's exchanges, by its id. */
export async function readSearchTexts(database: Database): Promise<Map<string, string[]>> {
  const words = new Map<string, string[]>()
  for (const record of await database.getAll('words'))
    words.set(record.conversation, [...(words.get(record.conversation) ?? []), String(record.words)])
  return words
}

async function readWithin(
  transaction: Transaction<'readonly'> | Transaction<'readwrite'>,
  id: string,
): Promise<StoredConversation | undefined> {
  const head = parseHead(await transaction.objectStore('heads').get(id))
  if (!head) return undefined
  const records = await transaction.objectStore('exchanges').getAll(conversationKeyRange(id))
  return { ...head, exchanges: sortByTimeAsked(parseExchanges(records)) }
}

async function putExchange(
  transaction: Transaction<'readwrite'>,
  conversation: string,
  exchange: StoredExchange,
): Promise<void> {
  const key: ExchangeKey = { conversation, exchange: exchange.question.id }
  await transaction.objectStore('exchanges').put({ ...exchange, ...key })
  await transaction.objectStore('words').put({ ...key, words: searchableText(exchange) })
}

function withTitle(head: Omit<ConversationHead, 'title'>, title: string | undefined): ConversationHead {
  return title === undefined ? head : { ...head, title }
}

/** All keys of a conversation: in IndexedDB's key order, an array (here an empty one) comes after every string. */
function conversationKeyRange(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id], [id, []])
}

/** Leaves out invalid records. */
function parseExchanges(records: readonly unknown[]): StoredExchange[] {
  return records.flatMap((record) => {
    const result = storedExchangeSchema.safeParse(record)
    return result.success ? [result.data] : []
  })
}
