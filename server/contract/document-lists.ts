/** Response schemas of lists of documents, with the counts of each facet. */
import { z } from 'zod'
import { archiveDocumentSchema } from '../../corpus/document.ts'
import { facetNames } from './facet-names.ts'
import { passageSchema, searchResultSchema, understandingSchema } from './search.ts'

export const pageShape = { total: z.int(), offset: z.int(), limit: z.int() }

export const documentListSchema = z.object({ ...pageShape, documents: z.array(archiveDocumentSchema) })
export type DocumentList = z.output<typeof documentListSchema>

/** A value of a facet; `count` is the number of documents with it that also match the choices in the other facets. */
const facetCountSchema = z.object({ value: z.string(), label: z.string(), count: z.int() })
export type FacetCount = z.output<typeof facetCountSchema>

/** A page of the documents that match the filters; for a search also why each was found. */
export const documentListResponseSchema = documentListSchema.extend({
  facets: z.partialRecord(z.enum(facetNames), z.array(facetCountSchema)),
  /** The chosen values of each facet, normalized: the request may give a name in any spelling. */
  chosen: z.partialRecord(z.enum(facetNames), z.array(z.string())),
  /** Number of documents in each year from the first to the last, ignoring `from` and `to`. */
  years: z.array(z.object({ year: z.int(), count: z.int() })),
  answerable: z.boolean().optional(),
  reason: z.string().optional(),
  understanding: understandingSchema.optional(),
  /** Passages and reason for each document of the page. */
  matches: z
    .array(z.object({ id: z.string(), passages: z.array(passageSchema), why: z.string() }))
    .optional(),
})
export type DocumentListResponse = z.output<typeof documentListResponseSchema>

export const relatedResponseSchema = z.object({
  results: z.array(searchResultSchema.pick({ document: true, score: true, why: true })),
})
export type RelatedResponse = z.output<typeof relatedResponseSchema>

export const popularResponseSchema = z.object({ documents: z.array(archiveDocumentSchema) })
export type PopularResponse = z.output<typeof popularResponseSchema>
