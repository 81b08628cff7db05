/**
 * The reader's conversations, for all who show or change them: those in the browser's database and those that it
 * would not take, which last as long as the page. Tells who listens when something changes, in other tabs too.
 */
import { inDatabase, StorageError } from './database.ts'
import { forgetFormer, readFormer } from './former-conversation.ts'
import { type Head, type KeptConversation, titleOf, wordsOf } from './kept-conversation.ts'
import * as store from './store.ts'
import { hearOtherTabs, type News, tellOtherTabs } from './tabs.ts'

export interface Shelf {
  /** The latest first; `undefined` until they are read. */
  heads: readonly Head[] | undefined
  /** Why something is not kept; `undefined` while all is well. */
  trouble: StorageError['kind'] | undefined
  /** Conversations that the storage did not take. */
  unkept: ReadonlySet<string>
  /** What was deleted last, while it can be put back. */
  deleted: { id: string; title: string } | undefined
}

/** @param elsewhere whether another tab did it */
type NewsListener = (news: News, elsewhere: boolean) => void

/** How keeping went: `deleted` where another tab has deleted the conversation meanwhile. */
export type Kept = 'kept' | 'deleted' | StorageError['kind']

let shelf: Shelf = { heads: undefined, trouble: undefined, unkept: new Set(), deleted: undefined }
const unkept = new Map<string, KeptConversation>()
let lastDeleted: KeptConversation | undefined
const listeners = new Set<() => void>()
const newsListeners = new Set<NewsListener>()
let begun: Promise<void> | undefined

export const readShelf = () => shelf

export function onShelfChange(changed: () => void): () => void {
  listeners.add(changed)
  void begin()
  return () => listeners.delete(changed)
}

/** Told of what was done to conversations in another tab, or here in the list. */
export function onNews(hear: NewsListener) {
  newsListeners.add(hear)
}

/** Takes over what an earlier form of the page kept, and reads the list. */
export function begin(): Promise<void> {
  begun ??= (async () => {
    hearOtherTabs((news) => void hear(news))
    const former = readFormer(Date.now())
    if (former)
      try {
        await inDatabase((database) => store.add(database, [former]))
        forgetFormer()
      } catch {
        // It stays where it was, and can be read on.
        unkept.set(former.id, former)
      }
    await refresh()
  })()
  return begun
}

/** Keeps what a tab has of a conversation. @param whole for as long as the storage does not take it */
export async function keep(whole: KeptConversation, part: store.ToKeep, complete: boolean): Promise<Kept> {
  try {
    // What the storage did not take before, it lacks altogether.
    const all = unkept.has(whole.id) ? { ...part, exchanges: whole.exchanges, wasStored: false } : part
    const kept = await inDatabase((database) => store.keep(database, all))
    if (!kept) return 'deleted'
    const title = unkept.get(whole.id)?.title
    if (unkept.delete(whole.id) && title) await inDatabase((db) => store.rename(db, whole.id, title))
    set({ trouble: undefined })
    await told({ kind: complete ? 'answered' : 'listed', id: whole.id })
    return 'kept'
  } catch (error) {
    const { kind } = storageError(error)
    const title = shelf.heads?.find(({ id }) => id === whole.id)?.title
    unkept.set(whole.id, title === undefined ? whole : { ...whole, title })
    set({ trouble: kind })
    await refresh()
    return kind
  }
}

export async function read(id: string): Promise<KeptConversation | undefined> {
  await begin()
  const here = unkept.get(id)
  if (here) return here
  try {
    return await inDatabase((database) => store.read(database, id))
  } catch (error) {
    set({ trouble: storageError(error).kind })
    return undefined
  }
}

/** @param title empty for the first question */
export async function rename(id: string, title: string): Promise<void> {
  const given = title.trim() || undefined
  const here = unkept.get(id)
  if (here) {
    const { title: _former, ...untitled } = here
    unkept.set(id, given === undefined ? untitled : { ...untitled, title: given })
  } else await attempt((database) => store.rename(database, id, given))
  await told({ kind: 'listed', id })
}

export async function remove(id: string): Promise<void> {
  // First, so that an answer on its way does not bring it back.
  spread({ kind: 'deleted', id }, false)
  const here = unkept.get(id)
  unkept.delete(id)
  const stored = await attempt((database) => store.remove(database, id))
  lastDeleted = here ?? stored
  set({ deleted: lastDeleted && { id, title: titleOf(lastDeleted) } })
  if (here) forgetFormer()
  await told({ kind: 'deleted', id })
}

/** Puts back what was deleted last. */
export async function undoRemove(): Promise<void> {
  const conversation = lastDeleted
  if (!conversation) return
  lastDeleted = undefined
  set({ deleted: undefined })
  const added = await attempt((database) => store.add(database, [conversation]))
  if (!added) unkept.set(conversation.id, conversation)
  await told({ kind: 'answered', id: conversation.id })
}

/** @throws StorageError and keeps none, where not all can be kept. */
export async function add(conversations: readonly KeptConversation[]) {
  const added = await inDatabase((database) => store.add(database, conversations))
  await told({ kind: 'answered' })
  spread({ kind: 'answered' }, false)
  return added
}

export async function readAll(): Promise<KeptConversation[]> {
  const stored = (await attempt(store.readAll)) ?? []
  return [...stored.filter(({ id }) => !unkept.has(id)), ...unkept.values()]
}

/** All that was said in each conversation, by its id. */
export async function allWords(): Promise<Map<string, string[]>> {
  const words = (await attempt(store.allWords)) ?? new Map<string, string[]>()
  for (const { id, exchanges } of unkept.values()) words.set(id, exchanges.map(wordsOf))
  return words
}

async function hear(news: News) {
  await refresh()
  spread(news, true)
}

function spread(news: News, elsewhere: boolean) {
  for (const listener of newsListeners) listener(news, elsewhere)
}

async function told(news: News) {
  tellOtherTabs(news)
  await refresh()
}

async function refresh() {
  const stored = (await attempt(store.listHeads)) ?? []
  const heads: Head[] = [...stored.filter(({ id }) => !unkept.has(id)), ...unkept.values()]
  heads.sort((a, b) => b.changed - a.changed)
  set({ heads, unkept: new Set(unkept.keys()) })
}

async function attempt<Result>(work: Parameters<typeof inDatabase<Result>>[0]): Promise<Result | undefined> {
  try {
    return await inDatabase(work)
  } catch (error) {
    set({ trouble: storageError(error).kind })
    return undefined
  }
}

function storageError(error: unknown): StorageError {
  return error instanceof StorageError ? error : new StorageError('off', { cause: error })
}

function set(change: Partial<Shelf>) {
  shelf = { ...shelf, ...change }
  for (const changed of listeners) changed()
}
