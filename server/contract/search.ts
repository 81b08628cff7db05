/** Response schema of a search. */
import { z } from 'zod'
import { archiveDocumentSchema } from '../../corpus/document.ts'
import { entityKinds } from '../../corpus/names/entity.ts'

/** A piece of a record's text with its similarity to the question, 0..1. */
export const passageSchema = z.object({ text: z.string(), score: z.number().min(0).max(1) })
export type Passage = z.output<typeof passageSchema>

export const searchResultSchema = z.object({
  document: archiveDocumentSchema,
  /** 0..1, descending with rank. */
  score: z.number().min(0).max(1),
  passages: z.array(passageSchema),
  /** Why it was found, in a few words. */
  why: z.string(),
})

/** A name, period or other item recognized in a question; `start` and `end` (its span) are absent where it is inherited. */
const understoodItemSchema = z.object({
  /** Identifies the item in the parameter `without`, which removes it. */
  key: z.string(),
  kind: z.enum([...entityKinds, 'period', 'type', 'maker', 'publisher']),
  /** The authority file's id. */
  id: z.string().optional(),
  label: z.string(),
  /** First and last day, for a period. */
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
  /** The question as searched: typing errors corrected, a follow-up completed. */
  question: z.string(),
  items: z.array(understoodItemSchema),
  /** Whether no document is of the period asked for, so that the search ignored the period. */
  widened: z.boolean(),
  /** A sentence saying that no document is of the maker, kind or publisher asked for, so that the search ignored it. */
  unmet: z.string().optional(),
  /** The earlier question that this one follows up. */
  follows: z.string().optional(),
})
export type UnderstandingResponse = z.output<typeof understandingSchema>

export const searchResponseSchema = z.object({
  query: z.string(),
  /** Whether the archive probably contains an answer; if not, the results are only the nearest documents. */
  answerable: z.boolean(),
  /** Why there is probably no answer. */
  reason: z.string().optional(),
  understanding: understandingSchema,
  /** Number of matching documents, before `limit` and `offset`. */
  total: z.int(),
  results: z.array(searchResultSchema),
})
export type SearchResponse = z.output<typeof searchResponseSchema>
