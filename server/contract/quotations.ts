/**
 * An answer in quotations, as its typed parts. All words stand in it as they are shown, so that nobody reads them
 * back from the text; `quotations-text.ts` says in which order they stand.
 */
import { z } from 'zod'
import { documentIdSchema, reducedDateSchema } from '../../corpus/document.ts'
import { noticeKinds, QUOTATIONS_VERSION } from './chat-enums.ts'

/** Words to be shown: at least one. */
const words = z.string().min(1)

const quotedSentenceSchema = z.object({
  /** The number of its source. */
  n: z.int().min(1),
  /** Its position among the sentences of the summary, from 0. */
  index: z.int().min(0),
  /** Verbatim. */
  text: words,
})

/** What is quoted of one document. */
const quotedParagraphSchema = z.object({
  document: documentIdSchema,
  /** What leads the quotation in, without its colon: "A telegram of 13 October 1950". */
  leadIn: words,
  sentences: z.array(quotedSentenceSchema).min(1),
})

/** What every answer in quotations may have. */
const commonShape = {
  version: z.literal(QUOTATIONS_VERSION),
  /** Where a language model was to write the answer: why it did not, or not to its end. */
  failure: words.optional(),
  /** The document that the question is about, and whether it is quoted. */
  about: z.object({ document: documentIdSchema, quoted: z.boolean(), text: words }).optional(),
}

/** Paragraphs that belong together: a side of a comparison, a stretch of years, or what merely touches on the question. */
const groupSchema = z.object({
  heading: words.optional(),
  /** What there is to say where a side has no paragraphs. */
  note: words.optional(),
  paragraphs: z.array(quotedParagraphSchema),
})

/** What is quoted, and what is said before it. */
const quotedShape = {
  ...commonShape,
  /** What limits the answer; shown before the opening. */
  notices: z.array(z.object({ kind: z.enum(noticeKinds), text: words })),
  opening: z.object({
    /** How many documents are quoted, and the dates of the earliest and the latest of them. */
    documents: z.int().min(1),
    /** How many of these merely touch on the question. */
    touching: z.int().min(0).default(0),
    from: reducedDateSchema,
    to: reducedDateSchema,
    text: words,
  }),
  groups: z.array(groupSchema).min(1),
}

const answeredSchema = z.object({ ...quotedShape, outcome: z.literal('answered') })

/** Nothing says it outright; what comes nearest is quoted in the same form. */
const nearSchema = z.object({ ...quotedShape, outcome: z.literal('near') })

/** A greeting, thanks, or a question about the archive itself. */
const aboutTheArchiveSchema = z.object({
  ...commonShape,
  outcome: z.literal('about-the-archive'),
  /** The reply, a paragraph each. */
  texts: z.array(words).min(1),
})

const nothingFoundSchema = z.object({
  ...commonShape,
  outcome: z.literal('nothing-found'),
  /** That there is no answer. */
  opening: z.object({ text: words }),
  /** Why, in a sentence. */
  reason: words,
  /** What to do instead. */
  advice: words,
  /** The nearest document that is no answer; absent where nothing is near. */
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
