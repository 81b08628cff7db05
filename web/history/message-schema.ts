/**
 * Schema of messages read from storage or from a file. They may be damaged or written by another program, so every part
 * that the page reads is checked against the contract, and texts against the limits of later requests.
 */
import { z } from 'zod'
import { QUOTATIONS_VERSION } from '../../server/contract/chat-enums.ts'
import { type ChatMessage, dataPartSchemas } from '../../server/contract/chat-message.ts'
import { questionLengthProblem } from '../../server/contract/chat-request.ts'
import { MAX_MESSAGE_TEXT_CHARACTERS } from '../../server/contract/limits.ts'

/** By part type. Parts of other types pass unchecked, because nothing reads them. */
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
  // Quotations of a version unknown to this page: their text part is read instead.
  if (otherVersionSchema.safeParse(part).success) return part
  const checked = partSchemas.get(part.type)?.safeParse(part)
  if (!checked) return part
  if (checked.success) return checked.data
  for (const { path, message } of checked.error.issues)
    context.issues.push({ code: 'custom', path, message, input: part })
  return z.NEVER
})

/** @param role the author: the user or the archive */
export function messageSchema(role: 'user' | 'assistant') {
  return z
    .looseObject({ id: z.string().min(1).max(200), role: z.literal(role), parts: z.array(partSchema) })
    .transform((message) => message as unknown as ChatMessage)
    .superRefine((message, context) => {
      // With a message that is too long, the server would refuse every further question of the conversation.
      const fault = questionLengthProblem(message)
      if (fault) context.addIssue({ code: 'custom', path: ['parts'], message: fault })
    })
}
