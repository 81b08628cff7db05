/** Hands conversations to the reader as a file. */
import { slug } from '../../corpus/slug.ts'
import { conversationsAsFile, fileName } from './conversations-file.ts'
import { type Head, titleOf } from './kept-conversation.ts'
import { read, readAll } from './shelf.ts'

/** @param only the one to export; without it, all are. */
export async function exportConversations(only?: Head): Promise<void> {
  const one = only && (await read(only.id))
  const conversations = only ? (one ? [one] : []) : await readAll()
  const now = new Date()
  const file = new Blob([conversationsAsFile(conversations, now)], { type: 'application/json' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = fileName(now, only ? slug(titleOf(only)) : '')
  link.click()
  // The download has begun by then, and holds what it needs.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
