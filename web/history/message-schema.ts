/**
 * The messages of a conversation as they come out of storage or a file: what is read there may be old, cut off or
 * another program's, so all that the page draws is checked.
 */
import { z } from 'zod'
import { documentIdSchema, reducedDateSchema } from '../../corpus/document.ts'
import type { ChatMessage } from '../../server/contract/chat-message.ts'

const texts = z.array(z.string()).default([])

/** A cited record. More lenient than the catalog's schema: what was kept before a field came still reads. */
const documentSchema = z.looseObject({
  id: documentIdSchema,
  title: z.string(),
  date: reducedDateSchema,
  type: z.string(),
  summary: z.string().nullable(),
  publisher: z.string(),
  people: texts,
  countries: texts,
  subjects: texts,
  events: texts,
  collections: texts,
  popular: z.boolean().default(false),
  archive: z.string().optional(),
  language: z.string().optional(),
  url: z.url({ protocol: /^https?$/, error: 'must be a web address' }).optional(),
})

const sourceSchema = z.looseObject({
  n: z.int().min(1),
  document: documentSchema,
  passages: z.array(z.looseObject({ text: z.string() })),
  why: z.string().optional(),
  lookedAt: z.literal(true).optional(),
})

const understoodSchema = z.looseObject({ key: z.string(), kind: z.string(), label: z.string() })

const checkedSchema = z.looseObject({
  text: z.string(),
  citations: z.array(z.int()).default([]),
  verdict: z.enum(['supported', 'unclear', 'unsupported', 'uncited', 'unknown-source']),
  found: z.array(z.looseObject({ n: z.number(), sentence: z.string() })),
  missing: texts,
  added: z.boolean().optional(),
  judgedBy: z.literal('model').optional(),
})

/** The parts that the page draws, by type. Others pass as they are: nothing reads them. */
const partSchemas: ReadonlyMap<string, z.ZodType<object>> = new Map([
  ['text', z.looseObject({ text: z.string() })],
  ['data-sources', data({ sources: z.array(sourceSchema) })],
  ['data-understanding', data({ items: z.array(understoodSchema), follows: z.string().optional() })],
  ['data-suggestions', data({ questions: z.array(z.string()) })],
  [
    'data-writer',
    data({
      writer: z.union([z.literal('quotations'), z.looseObject({ provider: z.string(), model: z.string() })]),
      failure: z.string().optional(),
    }),
  ],
  ['data-verdicts', data({ sentences: z.array(checkedSchema) })],
  ['data-step', data({ summary: z.string() })],
  ['data-waiting', data({ place: z.number() })],
  ['data-conversation', data({ turnsLeftOut: z.number() })],
  ['data-outcome', data({ outcome: z.enum(['answered', 'nothing-found']), reason: z.string().optional() })],
])

function data(shape: z.ZodRawShape): z.ZodType<object> {
  return z.looseObject({ data: z.looseObject(shape) })
}

const partSchema = z.looseObject({ type: z.string() }).transform((part, context) => {
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
}
