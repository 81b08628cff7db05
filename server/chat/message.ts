/** The messages of a conversation, as `useChat` keeps them and the server streams them. */
import type { UIMessage } from 'ai'
import { z } from 'zod'
import { archiveDocumentSchema } from '../../corpus/document.ts'
import { passageSchema, understandingSchema } from '../api.ts'

/** A document that an answer may cite as `[n]`, with the passages that speak to the question. */
export const sourceSchema = z.object({
  n: z.int().min(1),
  document: archiveDocumentSchema,
  passages: z.array(passageSchema),
  /** Why it is here, in a few words. */
  why: z.string().optional(),
})

/** The data parts of an answer, by name; in the stream each is `data-<name>`. */
export const dataPartSchemas = {
  understanding: understandingSchema,
  sources: z.object({ sources: z.array(sourceSchema) }),
  suggestions: z.object({ questions: z.array(z.string()) }),
  outcome: z.object({ outcome: z.enum(['answered', 'nothing-found']), reason: z.string().optional() }),
}

export type Source = z.output<typeof sourceSchema>
export type ChatDataParts = {
  [Name in keyof typeof dataPartSchemas]: z.output<(typeof dataPartSchemas)[Name]>
}
export type ChatMessage = UIMessage<unknown, ChatDataParts>
