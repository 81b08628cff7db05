/** Hands conversations to the reader as one JSON file, to take them to another browser or to keep them safe. */
import { slug } from '../../corpus/slug.ts'
import { download } from '../page/download.ts'
import { titleOf } from './head.ts'
import type { KeptConversation } from './kept-conversation.ts'

export const FORMAT = 'aide-memoire.conversations'
export const VERSION = 1

export function downloadConversations(conversations: readonly KeptConversation[]) {
  const now = new Date()
  const [only, another] = conversations
  const file = new Blob([conversationsAsFile(conversations, now)], { type: 'application/json' })
  download(file, fileName(now, only && !another ? slug(titleOf(only)) : ''))
}

export function conversationsAsFile(conversations: readonly KeptConversation[], now: Date): string {
  const written = { format: FORMAT, version: VERSION, written: now.toISOString(), conversations }
  return `${JSON.stringify(written, null, 1)}\n`
}

/** `aide-memoire-2025-03-01.json`, or with words of the title. */
export function fileName(now: Date, words = ''): string {
  const name = words ? `-${words.slice(0, 40).replace(/-+$/, '')}` : ''
  return `aide-memoire${name}-${now.toISOString().slice(0, 10)}.json`
}
