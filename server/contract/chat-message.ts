/** The messages of a conversation, as `useChat` keeps them and the server streams them. */
import type { UIMessage } from 'ai'
import { z } from 'zod'
import { archiveDocumentSchema } from '../../corpus/document.ts'
import { failureCauses, outcomes, providers, sentenceVerdicts, sourceReadings } from './chat-enums.ts'
import { quotationsSchema } from './quotations.ts'
import { passageSchema, understandingSchema } from './search.ts'

/** A document that an answer may cite as `[n]`, with the passages that speak to the question. */
const sourceSchema = z.object({
  n: z.int().min(1),
  document: archiveDocumentSchema,
  passages: z.array(passageSchema),
  /** Why it is here, in a few words. */
  why: z.string().optional(),
  /** What it says to the question, where its sentences were read for it. */
  reading: z.enum(sourceReadings).optional(),
  /** Whether the model only came to it by listing or reading: no search found it close to a question. */
  lookedAt: z.literal(true).optional(),
})

/** Who writes answers: nobody, since they are quotations, or a language model. */
export const writerSchema = z.union([
  z.literal('quotations'),
  z.object({ provider: z.enum(providers), model: z.string() }),
])

/** A sentence of the answer, verbatim with its marks, and how it stands to the records that it cites. */
const checkedSentenceSchema = z.object({
  text: z.string(),
  citations: z.array(z.int()),
  verdict: z.enum(sentenceVerdicts),
  /** Sentences of the records that carry it or are nearest to it. */
  found: z.array(z.object({ n: z.int(), sentence: z.string() })),
  /** Words of it that the records lack or contradict. */
  missing: z.array(z.string()).optional(),
  /** Whether the citation is not the model's: one source supports the sentence, and the model named none. */
  added: z.boolean().optional(),
  /** Whether the verdict is the language model's own, on a sentence that the rules left unclear. */
  judgedBy: z.literal('model').optional(),
})

/** The data parts of an answer, by name; in the stream each is `data-<name>`. Parts with an id replace the former. */
export const dataPartSchemas = {
  /** Who writes this answer, and, where a model failed, why the quotations follow. */
  writer: z.object({ writer: writerSchema, failure: z.enum(failureCauses).optional() }),
  /** How many wait for the model before this question, itself included; 0 when its turn has come. */
  waiting: z.object({ place: z.int().min(0) }),
  /** The text before this part was no part of the answer, such as thoughts that turned out to be some: see `standing-texts.ts`. */
  retraction: z.object({}),
  /** Earlier turns that the model was not given, since its window is too small. */
  conversation: z.object({ turnsLeftOut: z.int().min(1) }),
  /** One step of the model's research. */
  step: z.object({ tool: z.string(), summary: z.string() }),
  verdicts: z.object({ sentences: z.array(checkedSentenceSchema) }),
  understanding: understandingSchema,
  sources: z.object({ sources: z.array(sourceSchema) }),
  /** The answer where it is quotations; the text part after this one says the same for clients that read only text. */
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
