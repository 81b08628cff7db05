/**
 * Reads and writes conversations in the database. Each function is one transaction: it is atomic, and tabs wait for
 * each other. Every exchange is its own record, so that two tabs that ask in one conversation do not overwrite each
 * other's exchanges.
 */
import { type Database, type Stored, type Transaction, tables } from './database.ts'
import { checkedHead, checkedHeads, type Head } from './head.ts'
import {
  inOrder,
  joinConversations,
  type KeptConversation,
  type KeptExchange,
  keptExchangeSchema,
  wordsOf,
} from './kept-conversation.ts'

/** The changes of a conversation that a tab has to save. */
export interface ToKeep {
  head: Omit<Head, 'title'>
  exchanges: readonly KeptExchange[]
  /** True if it was in the database before: if it is missing now, another tab has deleted it. */
  wasStored: boolean
}

/** Saves changes to a conversation. Resolves to false, and writes nothing, if it was deleted in the meantime. */
export async function keep(database: Database, { head, exchanges, wasStored }: ToKeep): Promise<boolean> {
  const transaction = database.transaction(tables, 'readwrite')
  const stored = checkedHead(await transaction.objectStore('heads').get(head.id))
  const deleted = wasStored && !stored
  if (!deleted) {
    const begun = Math.min(stored?.begun ?? head.begun, head.begun)
    // Only the list of conversations changes the title.
    await transaction.objectStore('heads').put({ ...withTitle(head, stored?.title), begun })
    for (const exchange of exchanges) await putExchange(transaction, head.id, exchange)
  }
  await transaction.done
  return !deleted
}

export async function read(database: Database, id: string): Promise<KeptConversation | undefined> {
  const transaction = database.transaction(tables)
  const conversation = await readIn(transaction, id)
  await transaction.done
  return conversation
}

/** @param title `undefined` to use the first question as title again */
export async function rename(database: Database, id: string, title: string | undefined): Promise<void> {
  const transaction = database.transaction('heads', 'readwrite')
  const head = checkedHead(await transaction.store.get(id))
  if (head) {
    const { title: _before, ...untitled } = head
    await transaction.store.put(withTitle(untitled, title))
  }
  await transaction.done
}

/** Resolves to the deleted conversation, so that it can be restored. */
export async function remove(database: Database, id: string): Promise<KeptConversation | undefined> {
  const transaction = database.transaction(tables, 'readwrite')
  const conversation = await readIn(transaction, id)
  await transaction.objectStore('heads').delete(id)
  for (const name of ['exchanges', 'words'] as const) await transaction.objectStore(name).delete(rangeOf(id))
  await transaction.done
  return conversation
}

/** Adds whole conversations. One that is already here gets the exchanges that it lacks. Resolves to the numbers of both. */
export async function add(
  database: Database,
  conversations: readonly KeptConversation[],
): Promise<{ fresh: number; joined: number }> {
  const transaction = database.transaction(tables, 'readwrite')
  let joined = 0
  try {
    for (const conversation of conversations) {
      const here = await readIn(transaction, conversation.id)
      if (here) joined++
      const { exchanges, ...head } = here ? joinConversations(here, conversation) : conversation
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
  return { fresh: conversations.length - joined, joined }
}

export async function readAll(database: Database): Promise<KeptConversation[]> {
  const conversations: KeptConversation[] = []
  const transaction = database.transaction(tables)
  for (const { id } of checkedHeads(await transaction.objectStore('heads').getAll())) {
    const conversation = await readIn(transaction, id)
    if (conversation) conversations.push(conversation)
  }
  await transaction.done
  return conversations
}

/** The searchable texts of each conversation's exchanges, by its id. */
export async function allWords(database: Database): Promise<Map<string, string[]>> {
  const words = new Map<string, string[]>()
  for (const record of await database.getAll('words'))
    words.set(record.conversation, [...(words.get(record.conversation) ?? []), String(record.words)])
  return words
}

async function readIn(
  transaction: Transaction<'readonly'> | Transaction<'readwrite'>,
  id: string,
): Promise<KeptConversation | undefined> {
  const head = checkedHead(await transaction.objectStore('heads').get(id))
  if (!head) return undefined
  const records = await transaction.objectStore('exchanges').getAll(rangeOf(id))
  return { ...head, exchanges: inOrder(checkedExchanges(records)) }
}

async function putExchange(
  transaction: Transaction<'readwrite'>,
  conversation: string,
  exchange: KeptExchange,
): Promise<void> {
  const key: Stored = { conversation, exchange: exchange.question.id }
  await transaction.objectStore('exchanges').put({ ...exchange, ...key })
  await transaction.objectStore('words').put({ ...key, words: wordsOf(exchange) })
}

function withTitle(head: Omit<Head, 'title'>, title: string | undefined): Head {
  return title === undefined ? head : { ...head, title }
}

/** All keys of a conversation: in IndexedDB's key order, an array (here an empty one) comes after every string. */
function rangeOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id], [id, []])
}

/** Leaves out invalid records. */
function checkedExchanges(records: readonly unknown[]): KeptExchange[] {
  return records.flatMap((record) => {
    const result = keptExchangeSchema.safeParse(record)
    return result.success ? [result.data] : []
  })
}
