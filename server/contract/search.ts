/** What a search answers. */
import { z } from 'zod'
import { archiveDocumentSchema } from '../../corpus/document.ts'
import { entityKinds } from '../../corpus/names/entity.ts'

/** A piece of a record's own text with its closeness to the question, 0..1. */
export const passageSchema = z.object({ text: z.string(), score: z.number().min(0).max(1) })
export type Passage = z.output<typeof passageSchema>

export const searchResultSchema = z.object({
  document: archiveDocumentSchema,
  /** 0..1, falling with rank. */
  score: z.number().min(0).max(1),
  passages: z.array(passageSchema),
  /** Why it is here, in a few words. */
  why: z.string(),
})

/** Something understood in a question, with the words that say so; `start` and `end` are absent where it is inherited. */
const understoodItemSchema = z.object({
  /** Names the item in `without`, by which a request takes it back. */
  key: z.string(),
  kind: z.enum([...entityKinds, 'period', 'type', 'maker', 'publisher']),
  /** The authority file's id. */
  id: z.string().optional(),
  label: z.string(),
  /** First and last day of a period. */
  from: z.string().optional(),
  to: z.string().optional(),
  text: z.string(),
  start: z.int().optional(),
  end: z.int().optional(),
  /** Whether it comes from an earlier question of the conversation. */
  inherited: z.boolean(),
})
export type UnderstoodItem = z.output<typeof understoodItemSchema>

export const understandingSchema = z.object({
  /** The question as it was searched for: slips mended, a follow-up made whole. */
  question: z.string(),
  items: z.array(understoodItemSchema),
  /** Whether nothing lay in the period asked for, so that the search looked beyond it. */
  widened: z.boolean(),
  /** That no document is of the maker, the kind or the publisher asked for, so that the search looked beyond; in a sentence. */
  unmet: z.string().optional(),
  /** The question that this one goes on from. */
  follows: z.string().optional(),
})
export type UnderstandingResponse = z.output<typeof understandingSchema>

export const searchResponseSchema = z.object({
  query: z.string(),
  /** Whether the archive is judged to hold an answer; if not, the results are merely the nearest documents. */
  answerable: z.boolean(),
  /** What is missing, where something is. */
  reason: z.string().optional(),
  understanding: understandingSchema,
  /** How many documents matched, before `limit` and `offset`. */
  total: z.int(),
  results: z.array(searchResultSchema),
})
export type SearchResponse = z.output<typeof searchResponseSchema>
