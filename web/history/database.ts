/** The browser's database (IndexedDB) of conversations, and its errors. */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb'
import type { ConversationHead } from './conversation-head.ts'

const DATABASE_NAME = 'aide-memoire'
const DATABASE_VERSION = 1
/** With a damaged browser profile the database never opens: after this time, the page continues without it. */
const OPEN_TIMEOUT_MS = 5000

/** Records may be damaged or of an old form, so they are checked when they are read (transactions.ts). */
interface Tables extends DBSchema {
  heads: { key: string; value: ConversationHead }
  exchanges: { key: [conversation: string, exchange: string]; value: ExchangeKey }
  /** The searchable text of each exchange. Without the sources, which are twenty times as large. */
  words: { key: [conversation: string, exchange: string]; value: ExchangeKey & { words: string } }
}

export interface ExchangeKey {
  conversation: string
  exchange: string
}

export type Database = IDBPDatabase<Tables>

export const tables = ['heads', 'exchanges', 'words'] as const
export type Transaction<Mode extends IDBTransactionMode> = IDBPTransaction<Tables, typeof tables, Mode>

/** A failed read or write. `full`: the quota is exceeded; `off`: storage is switched off, missing or broken. */
export class StorageError extends Error {
  constructor(
    readonly kind: 'full' | 'off',
    options?: ErrorOptions,
  ) {
    super(
      kind === 'full' ? 'The browser’s storage is full.' : 'The browser’s storage is switched off.',
      options,
    )
    this.name = 'StorageError'
  }
}

let opening: Promise<Database> | undefined

/** @throws StorageError */
export async function withDatabase<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
  try {
    opening ??= withTimeout(openDatabase())
    return await work(await opening)
  } catch (error) {
    const full = error instanceof DOMException && error.name === 'QuotaExceededError'
    // The next call opens the database again: a connection may be lost while the page sleeps.
    if (!full) opening = undefined
    throw new StorageError(full ? 'full' : 'off', { cause: error })
  }
}

async function openDatabase(): Promise<Database> {
  return openDB<Tables>(DATABASE_NAME, DATABASE_VERSION, {
    upgrade(database) {
      database.createObjectStore('heads', { keyPath: 'id' })
      database.createObjectStore('exchanges', { keyPath: ['conversation', 'exchange'] })
      database.createObjectStore('words', { keyPath: ['conversation', 'exchange'] })
    },
    // Closes the connection, so that a tab with a newer version of the page can upgrade the database.
    blocking(_current, _blocked, event) {
      if (event.target instanceof IDBDatabase) event.target.close()
      opening = undefined
    },
    terminated() {
      opening = undefined
    },
  })
}

function withTimeout<Result>(promise: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The database does not answer.')), OPEN_TIMEOUT_MS)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
