/** The conversations that were opened in this tab, by the id in their address. */
import type { About } from '../history/head.ts'
import { read } from '../history/keeping.ts'
import { onNews } from '../history/shelf.ts'
import { OpenedConversation } from './opened-conversation.ts'

/** `unknown` where there is none under this id. */
export type Opened = OpenedConversation | 'unknown'

const opened = new Map<string, Opened>()
const listeners = new Set<() => void>()

export const openedUnder = (id: string): Opened | undefined => opened.get(id)

export function onOpened(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

/** Begins a conversation with its first question. Returns its id. */
export function beginWith(question: string, about: About | undefined): string {
  const conversation = new OpenedConversation(undefined, about)
  set(conversation.chat.id, conversation)
  conversation.ask(question)
  return conversation.chat.id
}

/** Reads a kept conversation, where it is not open yet. */
export async function openKept(id: string): Promise<void> {
  const known = opened.get(id)
  if (known instanceof OpenedConversation) return
  if (known === 'unknown') opened.delete(id)
  const stored = await read(id)
  // Meanwhile it may have been opened.
  if (opened.get(id) instanceof OpenedConversation) return
  set(id, stored ? new OpenedConversation(stored) : 'unknown')
}

onNews(({ kind, id }, elsewhere) => {
  for (const [openedId, conversation] of opened) {
    if (id !== undefined && id !== openedId) continue
    if (conversation === 'unknown') {
      if (kind !== 'deleted') void openKept(openedId)
    } else if (kind === 'answered') void conversation.takeIn()
    else if (kind === 'deleted') {
      conversation.wasDeleted()
      if (elsewhere) continue
      void conversation.chat.stop()
      opened.delete(openedId)
    }
  }
})

// The last words of an answer that is cut off.
window.addEventListener('pagehide', () => {
  for (const conversation of opened.values())
    if (conversation !== 'unknown' && conversation.busy) void conversation.keep()
})

function set(id: string, conversation: Opened) {
  opened.set(id, conversation)
  for (const changed of listeners) changed()
}
