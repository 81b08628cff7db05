/** Reads conversations from a JSON file, all or none. */
import { z } from 'zod'
import { FORMAT, VERSION } from './as-file.ts'
import { type KeptConversation, keptConversationSchema } from './kept-conversation.ts'

const fileSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  conversations: z.array(keptConversationSchema),
})

/** Why a file cannot be read, for the reader. */
export class FileError extends Error {
  override name = 'FileError'
}

/** @throws FileError that names the first field which does not fit */
export function parseFile(text: string): KeptConversation[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new FileError('This is not a JSON file, or it was cut short.')
  }
  const format = z.looseObject({ format: z.literal(FORMAT), version: z.unknown() }).safeParse(value)
  if (!format.success)
    throw new FileError(`This file does not hold conversations: its field “format” is not “${FORMAT}”.`)
  if (typeof format.data.version === 'number' && format.data.version > VERSION)
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

/** As in JavaScript: `conversations[2].exchanges[0].question`. */
function fieldName(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')
}
