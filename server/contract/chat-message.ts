/** Schema of the chat messages that the server streams and `useChat` stores. */
import type { UIMessage } from 'ai'
import { z } from 'zod'
import { archiveDocumentSchema } from '../../corpus/document.ts'
import { failureCauses, outcomes, providers, sentenceVerdicts, sourceRelevances } from './chat-enums.ts'
import { quotationsSchema } from './quotations.ts'
import { passageSchema, understandingSchema } from './search.ts'

/** A document that an answer may cite as `[n]`, with its passages on the question. */
const sourceSchema = z.object({
  n: z.int().min(1),
  document: archiveDocumentSchema,
  passages: z.array(passageSchema),
  /** Why it was found, in a few words. */
  why: z.string().optional(),
  /** Its relevance; only where the answer reader has scored its sentences. */
  reading: z.enum(sourceRelevances).optional(),
  /** Set where the model only listed or read it: no search found it. */
  lookedAt: z.literal(true).optional(),
})

/** Who writes the answers: a language model, or nobody (they are quotations). */
export const writerSchema = z.union([
  z.literal('quotations'),
  z.object({ provider: z.enum(providers), model: z.string() }),
])

/** A sentence of the answer, verbatim with its citation marks, and the result of checking it. */
const checkedSentenceSchema = z.object({
  text: z.string(),
  citations: z.array(z.int()),
  verdict: z.enum(sentenceVerdicts),
  /** Sentences of the records that support it or are nearest to it. */
  found: z.array(z.object({ n: z.int(), sentence: z.string() })),
  /** Words of the sentence that the records do not contain or that they contradict. */
  missing: z.array(z.string()).optional(),
  /** Whether the citation was added by the check: the model cited nothing, and one source supports the sentence. */
  added: z.boolean().optional(),
  /** Set where the language model judged the sentence, because the rules left it unclear. */
  judgedBy: z.literal('model').optional(),
})

/** The data parts of an answer by name; in the stream each is `data-<name>`. A part replaces an earlier one with the same id. */
export const dataPartSchemas = {
  /** Who writes this answer; `failure` is why quotations follow where a model failed. */
  writer: z.object({ writer: writerSchema, failure: z.enum(failureCauses).optional() }),
  /** Position in the model's queue, from 1; 0 when its turn has come. */
  waiting: z.object({ place: z.int().min(0) }),
  /** The text before this part is no part of the answer, for instance because it was reasoning: see `texts-after-retraction.ts`. */
  retraction: z.object({}),
  /** Number of earlier turns that the model was not given, because its context window is too small. */
  conversation: z.object({ turnsLeftOut: z.int().min(1) }),
  /** One step of the model's research. */
  step: z.object({ tool: z.string(), summary: z.string() }),
  verdicts: z.object({ sentences: z.array(checkedSentenceSchema) }),
  understanding: understandingSchema,
  sources: z.object({ sources: z.array(sourceSchema) }),
  /** An answer in quotations; the text part after it says the same, for clients that read only text. */
  quotations: quotationsSchema,
  suggestions: z.object({ questions: z.array(z.string()) }),
  outcome: z.object({ outcome: z.enum(outcomes), reason: z.string().optional() }),
}

export type Source = z.output<typeof sourceSchema>
export type WriterName = z.output<typeof writerSchema>
export type CheckedSentence = z.output<typeof checkedSentenceSchema>
export type ChatDataParts = {
  [Name in keyof typeof dataPartSchemas]: z.output<(typeof dataPartSchemas)[Name]>
}
export type ChatMessage = UIMessage<unknown, ChatDataParts>
