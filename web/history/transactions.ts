/**
 * Reads and writes conversations in the database. Each function is one transaction: all of it is done or nothing, and
 * two tabs wait for each other. Every exchange is a record of its own, so that two tabs that ask in one conversation
 * do not overwrite each other.
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

/** What a tab has to keep of a conversation. */
export interface ToKeep {
  head: Omit<Head, 'title'>
  exchanges: readonly KeptExchange[]
  /** Whether it was in the database before: if it is gone, another tab has deleted it. */
  wasStored: boolean
}

/** Adds to the conversation in the database. Resolves to false, and writes nothing, where it was deleted meanwhile. */
export async function keep(database: Database, { head, exchanges, wasStored }: ToKeep): Promise<boolean> {
  const transaction = database.transaction(tables, 'readwrite')
  const stored = checkedHead(await transaction.objectStore('heads').get(head.id))
  const deleted = wasStored && !stored
  if (!deleted) {
    const begun = Math.min(stored?.begun ?? head.begun, head.begun)
    // Only the list changes the title.
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

/** @param title `undefined` to have the first question as title again */
export async function rename(database: Database, id: string, title: string | undefined): Promise<void> {
  const transaction = database.transaction('heads', 'readwrite')
  const head = checkedHead(await transaction.store.get(id))
  if (head) {
    const { title: _before, ...untitled } = head
    await transaction.store.put(withTitle(untitled, title))
  }
  await transaction.done
}

/** Resolves to what was deleted, so that it can be put back. */
export async function remove(database: Database, id: string): Promise<KeptConversation | undefined> {
  const transaction = database.transaction(tables, 'readwrite')
  const conversation = await readIn(transaction, id)
  await transaction.objectStore('heads').delete(id)
  for (const name of ['exchanges', 'words'] as const) await transaction.objectStore(name).delete(rangeOf(id))
  await transaction.done
  return conversation
}

/** Adds whole conversations; one that is here already gets the exchanges that it lacks. Resolves to the number of each. */
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
    // Its own promise is rejected, too; the error that is thrown says why.
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

/** The words of each conversation's exchanges, by its id. */
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

/** All keys of a conversation: in IndexedDB's order, an empty list comes after every text. */
function rangeOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id], [id, []])
}

/** Leaves out records that do not fit. */
function checkedExchanges(records: readonly unknown[]): KeptExchange[] {
  return records.flatMap((record) => {
    const result = keptExchangeSchema.safeParse(record)
    return result.success ? [result.data] : []
  })
}
