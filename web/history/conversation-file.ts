/** Writes and reads the JSON file of exported conversations, for a backup or for another browser. */
import { z } from 'zod'
import { slug } from '../../corpus/slug.ts'
import { download } from '../page/download.ts'
import { conversationTitle } from './conversation-head.ts'
import { type StoredConversation, storedConversationSchema } from './stored-conversation.ts'

const FILE_FORMAT = 'aide-memoire.conversations'
const FILE_VERSION = 1
const MAX_TITLE_IN_NAME_CHARACTERS = 40

const fileSchema = z.object({
  format: z.literal(FILE_FORMAT),
  version: z.literal(FILE_VERSION),
  conversations: z.array(storedConversationSchema),
})

export function downloadFile(conversations: readonly StoredConversation[]) {
  const now = new Date()
  const written = { format: FILE_FORMAT, version: FILE_VERSION, written: now.toISOString(), conversations }
  const file = new Blob([`${JSON.stringify(written, null, 1)}\n`], { type: 'application/json' })
  download(file, conversationFileName(conversations, now))
}

/** `aide-memoire-2025-03-01.json`; for a single conversation with its title: `aide-memoire-<title>-2025-03-01.json`. */
function conversationFileName(conversations: readonly StoredConversation[], now: Date): string {
  const [only, another] = conversations
  const title = only && !another ? slug(conversationTitle(only)).slice(0, MAX_TITLE_IN_NAME_CHARACTERS) : ''
  const name = title ? `-${title.replace(/-+$/, '')}` : ''
  return `aide-memoire${name}-${now.toISOString().slice(0, 10)}.json`
}

/** The file cannot be read; the message tells the user why. */
export class FileError extends Error {
  override name = 'FileError'
}

/** Reads all conversations of a file or none. @throws FileError naming the first invalid field */
export function parseFile(text: string): StoredConversation[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new FileError('This is not a JSON file, or it was cut short.')
  }
  const format = z.looseObject({ format: z.literal(FILE_FORMAT), version: z.unknown() }).safeParse(value)
  if (!format.success)
    throw new FileError(`This file does not hold conversations: its field “format” is not “${FILE_FORMAT}”.`)
  if (typeof format.data.version === 'number' && format.data.version > FILE_VERSION)
    throw new FileError(
      'This file was written by a newer version of the program (field “version”). Load the page again.',
    )
  const file = fileSchema.safeParse(value)
  if (file.success) return file.data.conversations
  const [first] = file.error.issues
  const more = file.error.issues.length - 1
  throw new FileError(
    `The field “${fieldName(first?.path ?? [])}” does not fit: ${first?.message}.${
      more > 0 ? ` ${more} more ${more === 1 ? 'does' : 'do'} not fit.` : ''
    }`,
  )
}

/** A zod path in JavaScript notation: `conversations[2].exchanges[0].question`. */
function fieldName(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')
}
