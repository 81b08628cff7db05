/**
 * Schema of the `data-quotations` part: an answer in quotations. It contains all texts as they are shown, so that clients need
 * not parse the plain text; `quotations-text.ts` defines their order.
 */
import { z } from 'zod'
import { documentIdSchema, reducedDateSchema } from '../../corpus/document.ts'
import { noticeKinds, QUOTATIONS_VERSION } from './chat-enums.ts'

const nonEmptyText = z.string().min(1)

const quotedSentenceSchema = z.object({
  /** The number of its source. */
  n: z.int().min(1),
  /** Its position among the sentences of the summary, from 0. */
  index: z.int().min(0),
  /** Verbatim. */
  text: nonEmptyText,
})

/** The quotations from one document. */
const quotedParagraphSchema = z.object({
  document: documentIdSchema,
  /** The lead-in, without its colon: "A telegram of 13 October 1950". */
  leadIn: nonEmptyText,
  sentences: z.array(quotedSentenceSchema).min(1),
})

/** Fields that every answer in quotations may have. */
const commonShape = {
  version: z.literal(QUOTATIONS_VERSION),
  /** Why the language model did not write or finish the answer. */
  failure: nonEmptyText.optional(),
  /** The document that the question is about, and whether it is quoted. */
  about: z.object({ document: documentIdSchema, quoted: z.boolean(), text: nonEmptyText }).optional(),
}

/** A group of paragraphs: one side of a comparison, one period, or the sentences that only touch on the question. */
const groupSchema = z.object({
  heading: nonEmptyText.optional(),
  /** A sentence in place of the paragraphs where a side has none. */
  note: nonEmptyText.optional(),
  paragraphs: z.array(quotedParagraphSchema),
})

/** An answer with quoted sentences. */
const quotedShape = {
  ...commonShape,
  /** Limits of the answer; shown before the opening. */
  notices: z.array(z.object({ kind: z.enum(noticeKinds), text: nonEmptyText })),
  opening: z.object({
    /** Number of documents quoted; `from` and `to` are the dates of the earliest and the latest of them. */
    documents: z.int().min(1),
    /** How many of these only touch on the question. */
    touching: z.int().min(0).default(0),
    from: reducedDateSchema,
    to: reducedDateSchema,
    text: nonEmptyText,
  }),
  groups: z.array(groupSchema).min(1),
}

const answeredSchema = z.object({ ...quotedShape, outcome: z.literal('answered') })

/** No document answers directly; the nearest sentences are quoted. */
const nearSchema = z.object({ ...quotedShape, outcome: z.literal('near') })

/** A greeting, thanks, or a question about the archive itself. */
const aboutTheArchiveSchema = z.object({
  ...commonShape,
  outcome: z.literal('about-the-archive'),
  /** The paragraphs of the reply. */
  texts: z.array(nonEmptyText).min(1),
})

const nothingFoundSchema = z.object({
  ...commonShape,
  outcome: z.literal('nothing-found'),
  /** Says that there is no answer. */
  opening: z.object({ text: nonEmptyText }),
  /** Why, in a sentence. */
  reason: nonEmptyText,
  /** What to do instead. */
  advice: nonEmptyText,
  /** The nearest document, though it is no answer; absent where none is near. */
  nearest: documentIdSchema.optional(),
})

export const quotationsSchema = z.discriminatedUnion('outcome', [
  answeredSchema,
  nearSchema,
  nothingFoundSchema,
  aboutTheArchiveSchema,
])

export type QuotedSentence = z.output<typeof quotedSentenceSchema>
export type Quotations = z.output<typeof quotationsSchema>
