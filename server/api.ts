/** What the HTTP API answers: one schema for validation, documentation and the page's types. */
import { z } from '@hono/zod-openapi'
import { citationStyles } from '../corpus/citation/citation-style.ts'
import { collectionSchema } from '../corpus/collection.ts'
import { archiveDocumentSchema, reducedDateSchema } from '../corpus/document.ts'
import { facetNames } from './filter/facet-names.ts'

/** A piece of a record's own text with its closeness to the question, 0..1. */
export const passageSchema = z.object({ text: z.string(), score: z.number().min(0).max(1) })

export const searchResultSchema = z.object({
  document: archiveDocumentSchema,
  /** 0..1, falling with rank. */
  score: z.number().min(0).max(1),
  passages: z.array(passageSchema),
  /** Why it is here, in a few words. */
  why: z.string(),
})

/** Something understood in a question, with the words that say so; `start` and `end` are absent where it is inherited. */
export const understoodItemSchema = z.object({
  /** Names the item in `without`, by which a request takes it back. */
  key: z.string(),
  kind: z.enum(['person', 'place', 'organization', 'event', 'period', 'type', 'maker', 'publisher']),
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

export const understandingSchema = z.object({
  /** The question as it was searched for: slips mended, a follow-up made whole. */
  question: z.string(),
  items: z.array(understoodItemSchema),
  /** Whether nothing lay in the period asked for, so that the search looked beyond it. */
  widened: z.boolean(),
  /** The question that this one goes on from. */
  follows: z.string().optional(),
})

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

const pageShape = { total: z.int(), offset: z.int(), limit: z.int() }

export const documentListSchema = z.object({ ...pageShape, documents: z.array(archiveDocumentSchema) })

/** A choice in a facet, with the documents that it would leave beside the choices made in the other facets. */
export const facetCountSchema = z.object({ value: z.string(), label: z.string(), count: z.int() })

/** A page of what meets the choices made; with words to search for, also what they found and why. */
export const documentListResponseSchema = documentListSchema.extend({
  facets: z.partialRecord(z.enum(facetNames), z.array(facetCountSchema)),
  /** Documents by year, whatever `from` and `to`; each year from the first to the last. */
  years: z.array(z.object({ year: z.int(), count: z.int() })),
  answerable: z.boolean().optional(),
  reason: z.string().optional(),
  understanding: understandingSchema.optional(),
  /** Of the documents of the page. */
  matches: z
    .array(z.object({ id: z.string(), passages: z.array(passageSchema), why: z.string() }))
    .optional(),
})

export const relatedResponseSchema = z.object({
  results: z.array(searchResultSchema.pick({ document: true, score: true })),
})

export const collectionHoldingsSchema = collectionSchema.extend({
  count: z.int(),
  from: reducedDateSchema.optional(),
  to: reducedDateSchema.optional(),
})

export const collectionListSchema = z.object({
  total: z.int(),
  collections: z.array(collectionHoldingsSchema),
})

export const collectionResponseSchema = collectionHoldingsSchema.extend(documentListSchema.shape)

export const examplesResponseSchema = z.object({ questions: z.array(z.string()) })

/** Citations, each by its document's id: bare, and as HTML in which `<i>` is the only element; `text` is all of them. */
export const citationResponseSchema = z.object({
  style: z.enum(citationStyles),
  accessed: z.string(),
  text: z.string(),
  citations: z.array(z.object({ id: z.string(), text: z.string(), html: z.string() })),
})

/** RFC 9457 problem details; `errors` names each field of the request that is wrong. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
})

export type Passage = z.output<typeof passageSchema>
export type SearchResult = z.output<typeof searchResultSchema>
export type UnderstoodItem = z.output<typeof understoodItemSchema>
export type UnderstandingResponse = z.output<typeof understandingSchema>
export type SearchResponse = z.output<typeof searchResponseSchema>
export type FacetCount = z.output<typeof facetCountSchema>
export type DocumentListResponse = z.output<typeof documentListResponseSchema>
export type DocumentList = z.output<typeof documentListSchema>
export type RelatedResponse = z.output<typeof relatedResponseSchema>
export type CollectionList = z.output<typeof collectionListSchema>
export type CollectionResponse = z.output<typeof collectionResponseSchema>
export type ExamplesResponse = z.output<typeof examplesResponseSchema>
export type CitationResponse = z.output<typeof citationResponseSchema>
export type Problem = z.output<typeof problemSchema>
