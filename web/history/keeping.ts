/** What is done with kept conversations. What the database does not take is kept in this tab for as long as it is open. */
import { inDatabase, type StorageError } from './database.ts'
import { titleOf } from './head.ts'
import { type KeptConversation, wordsOf } from './kept-conversation.ts'
import {
  attempt,
  beginShelf,
  changeShelf,
  readShelf,
  refresh,
  spread,
  told,
  troubleOf,
  unkept,
} from './shelf.ts'
import * as store from './store.ts'

/** How keeping went: `deleted` where another tab has deleted the conversation meanwhile. */
export type Kept = 'kept' | 'deleted' | StorageError['kind']

let lastDeleted: KeptConversation | undefined

/** @param whole stays in this tab if the storage does not take the part. @param complete whether other tabs should take it in */
export async function keep(whole: KeptConversation, part: store.ToKeep, complete: boolean): Promise<Kept> {
  try {
    const kept = await inDatabase((database) => {
      const before = unkept.get(whole.id)
      if (!before) return store.keep(database, part)
      // What the storage did not take before, it may lack altogether.
      const { title } = before
      return store.add(database, [title === undefined ? whole : { ...whole, title }]).then(() => true)
    })
    if (!kept) return 'deleted'
    unkept.delete(whole.id)
    if (readShelf().trouble && unkept.size === 0) changeShelf({ trouble: undefined })
    await told({ kind: complete ? 'answered' : 'listed', id: whole.id })
    return 'kept'
  } catch (error) {
    const title = readShelf().heads?.find(({ id }) => id === whole.id)?.title
    unkept.set(whole.id, title === undefined ? whole : { ...whole, title })
    changeShelf({ trouble: troubleOf(error) })
    await refresh()
    return troubleOf(error)
  }
}

export async function read(id: string): Promise<KeptConversation | undefined> {
  await beginShelf()
  return unkept.get(id) ?? attempt((database) => store.read(database, id))
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
  changeShelf({ deleted: lastDeleted && { id, title: titleOf(lastDeleted) } })
  await told({ kind: 'deleted', id })
}

/** Puts back what was deleted last. */
export async function undoRemove(): Promise<void> {
  const conversation = lastDeleted
  if (!conversation) return
  lastDeleted = undefined
  changeShelf({ deleted: undefined })
  const added = await attempt((database) => store.add(database, [conversation]))
  if (!added) unkept.set(conversation.id, conversation)
  await told({ kind: 'answered', id: conversation.id })
}

/** Adds what a file holds. @throws StorageError and keeps none, where not all can be kept. */
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
