/**
 * The messages of a conversation as they come out of storage or a file: what is read there may be cut off or another
 * program's, so every part that the page reads is held to the contract, and every text to what a later request may repeat.
 */
import { z } from 'zod'
import { QUOTATIONS_VERSION } from '../../server/contract/chat-enums.ts'
import { type ChatMessage, dataPartSchemas } from '../../server/contract/chat-message.ts'
import { tooLongQuestion } from '../../server/contract/chat-request.ts'
import { MAX_MESSAGE_TEXT_CHARACTERS } from '../../server/contract/limits.ts'

/** By type. Parts of other types pass as they are: nothing reads them. */
const partSchemas: ReadonlyMap<string, z.ZodType<object>> = new Map<string, z.ZodType<object>>([
  ['text', z.looseObject({ text: z.string().max(MAX_MESSAGE_TEXT_CHARACTERS) })],
  ...Object.entries(dataPartSchemas).map(([name, data]): [string, z.ZodType<object>] => [
    `data-${name}`,
    z.looseObject({ data }),
  ]),
])
const otherVersionSchema = z.looseObject({
  type: z.literal('data-quotations'),
  data: z.looseObject({ version: z.int().refine((version) => version !== QUOTATIONS_VERSION) }),
})

const partSchema = z.looseObject({ type: z.string() }).transform((part, context) => {
  // Quotations of a version that this page does not know: the text beside them is read.
  if (otherVersionSchema.safeParse(part).success) return part
  const checked = partSchemas.get(part.type)?.safeParse(part)
  if (!checked) return part
  if (checked.success) return checked.data
  for (const { path, message } of checked.error.issues)
    context.issues.push({ code: 'custom', path, message, input: part })
  return z.NEVER
})

/** @param role whose message it is: the reader's or the archive's. */
export function messageSchema(role: 'user' | 'assistant') {
  return z
    .looseObject({ id: z.string().min(1).max(200), role: z.literal(role), parts: z.array(partSchema) })
    .transform((message) => message as unknown as ChatMessage)
    .superRefine((message, context) => {
      // The server would refuse every further question of the conversation.
      const fault = tooLongQuestion(message)
      if (fault) context.addIssue({ code: 'custom', path: ['parts'], message: fault })
    })
}
