/**
 * The state of the history, shared by all components of this tab: the heads in the browser's database, and the
 * conversations that the database could not store, which stay in memory until the page is closed.
 * The actions on conversations are in storage.ts, which is larger and loaded on first use.
 */
import { useSyncExternalStore } from 'react'
import * as z from 'zod/mini'
import { type ConversationHead, parseHeads } from './conversation-head.ts'
import { StorageError, withDatabase } from './database.ts'
import type { StoredConversation } from './stored-conversation.ts'

export interface HistoryState {
  /** Latest first; `undefined` until they are read. */
  heads: readonly ConversationHead[] | undefined
  /** Why some conversations are not stored; `undefined` while all are. */
  storageProblem: StorageError['kind'] | undefined
  /** The ids of conversations that the database could not store. */
  unsaved: ReadonlySet<string>
  /** The last deleted conversation, while the deletion can be undone. */
  deleted: { id: string; title: string } | undefined
}

const changeSchema = z.object({
  /**
   * `listed`: the list has changed; `answered`: exchanges are complete in the database; `deleted`: the conversation is
   * deleted.
   */
  kind: z.enum(['listed', 'answered', 'deleted']),
  /** The conversation; absent when the change concerns several. */
  id: z.optional(z.string()),
})
export type ConversationChange = z.output<typeof changeSchema>

/** @param elsewhere whether another tab made the change */
type ChangeListener = (change: ConversationChange, elsewhere: boolean) => void

/** The conversations that the database could not store, by id. */
export const unsaved = new Map<string, StoredConversation>()

let state: HistoryState = {
  heads: undefined,
  storageProblem: undefined,
  unsaved: new Set(),
  deleted: undefined,
}
let started: Promise<void> | undefined
const stateListeners = new Set<() => void>()
const changeListeners = new Set<ChangeListener>()
const otherTabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('aide-memoire')

export function useHistory(): HistoryState {
  return useSyncExternalStore(subscribe, readHistory)
}

function subscribe(listener: () => void): () => void {
  stateListeners.add(listener)
  void startHistory()
  return () => stateListeners.delete(listener)
}

export function readHistory(): HistoryState {
  return state
}

export function setHistory(change: Partial<HistoryState>) {
  state = { ...state, ...change }
  for (const listener of stateListeners) listener()
}

/** Reads the list once, and then follows the changes of other tabs. */
export function startHistory(): Promise<void> {
  started ??= (async () => {
    onChangeInOtherTabs(async (change) => {
      await refreshHistory()
      notifyOpenConversations(change, true)
    })
    await refreshHistory()
  })()
  return started
}

export async function refreshHistory() {
  const stored = parseHeads((await tryDatabase((database) => database.getAll('heads'))) ?? [])
  const heads: ConversationHead[] = [...stored.filter(({ id }) => !unsaved.has(id)), ...unsaved.values()]
  heads.sort((a, b) => b.changed - a.changed)
  setHistory({ heads, unsaved: new Set(unsaved.keys()) })
}

/** Calls the listener for every change made by another tab, or by the list in this one. */
export function onConversationChange(listener: ChangeListener) {
  changeListeners.add(listener)
}

export function notifyOpenConversations(change: ConversationChange, elsewhere: boolean) {
  for (const listener of changeListeners) listener(change, elsewhere)
}

/** After a change in the database: notifies the other tabs, and reads the list again. */
export async function publishChange(change: ConversationChange) {
  otherTabs?.postMessage(change)
  await refreshHistory()
}

/** A tab restored from the back/forward cache may have missed messages, so everything counts as changed. */
function onChangeInOtherTabs(listener: (change: ConversationChange) => void) {
  otherTabs?.addEventListener('message', ({ data }) => {
    const change = changeSchema.safeParse(data)
    if (change.success) listener(change.data)
  })
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) listener({ kind: 'answered' })
  })
}

/** Resolves to `undefined` if the database fails; the list then shows why. */
export async function tryDatabase<Result>(
  work: Parameters<typeof withDatabase<Result>>[0],
): Promise<Result | undefined> {
  try {
    return await withDatabase(work)
  } catch (error) {
    setHistory({ storageProblem: storageProblemOf(error) })
    return undefined
  }
}

export function storageProblemOf(error: unknown): StorageError['kind'] {
  return error instanceof StorageError ? error.kind : 'off'
}
