/**
 * The list of the reader's conversations, for all who show it: those in the browser's database and those that it
 * would not take, which last as long as the page. What is done with conversations stands in keeping.ts, which is
 * larger and is fetched when it is used.
 */
import { inDatabase, StorageError } from './database.ts'
import { checkedHeads, type Head } from './head.ts'
import type { KeptConversation } from './kept-conversation.ts'
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

/** By id, what the storage did not take. */
export const unkept = new Map<string, KeptConversation>()

let shelf: Shelf = { heads: undefined, trouble: undefined, unkept: new Set(), deleted: undefined }
let begun: Promise<void> | undefined
const listeners = new Set<() => void>()
const newsListeners = new Set<NewsListener>()

export const readShelf = () => shelf

export function changeShelf(change: Partial<Shelf>) {
  shelf = { ...shelf, ...change }
  for (const changed of listeners) changed()
}

export function onShelfChange(changed: () => void): () => void {
  listeners.add(changed)
  void beginShelf()
  return () => listeners.delete(changed)
}

/** Reads the list, and listens to other tabs from then on. */
export function beginShelf(): Promise<void> {
  begun ??= (async () => {
    hearOtherTabs(async (news) => {
      await refresh()
      spread(news, true)
    })
    await refresh()
  })()
  return begun
}

/** Calls for whatever was done to conversations in another tab, or here in the list. */
export function onNews(hear: NewsListener) {
  newsListeners.add(hear)
}

export function spread(news: News, elsewhere: boolean) {
  for (const listener of newsListeners) listener(news, elsewhere)
}

/** Something was done: other tabs hear of it, and the list is read anew. */
export async function told(news: News) {
  tellOtherTabs(news)
  await refresh()
}

export async function refresh() {
  const stored = checkedHeads((await attempt((database) => database.getAll('heads'))) ?? [])
  const heads: Head[] = [...stored.filter(({ id }) => !unkept.has(id)), ...unkept.values()]
  heads.sort((a, b) => b.changed - a.changed)
  changeShelf({ heads, unkept: new Set(unkept.keys()) })
}

/** Resolves to `undefined` where the storage fails, and has the list say so. */
export async function attempt<Result>(
  work: Parameters<typeof inDatabase<Result>>[0],
): Promise<Result | undefined> {
  try {
    return await inDatabase(work)
  } catch (error) {
    changeShelf({ trouble: troubleOf(error) })
    return undefined
  }
}

export function troubleOf(error: unknown): StorageError['kind'] {
  return error instanceof StorageError ? error.kind : 'off'
}
