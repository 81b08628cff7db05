/** What a document’s page shows beside its record. */
import { z } from 'zod'
import { archiveDocumentSchema } from '../../corpus/document.ts'

/** A name as the record has it, and the entity's id among its kind where it is one. */
const recordNameSchema = z.object({ name: z.string(), id: z.string().optional() })
export type RecordName = z.output<typeof recordNameSchema>

export const recordNamesSchema = z.object({
  /** Who made the document, where the record tells; `id` is the value of the facet `maker`. */
  maker: z.object({ name: z.string(), id: z.string() }).optional(),
  people: z.array(recordNameSchema),
  countries: z.array(recordNameSchema),
  organizations: z.array(recordNameSchema),
  events: z.array(recordNameSchema),
  /** In their preferred forms, each once. */
  subjects: z.array(z.string()),
})
export type RecordNames = z.output<typeof recordNamesSchema>

/** A document's place in a series by date, with what stands before and after it. */
const seriesSchema = z.object({
  /** The collection's title; of a document in none, its publisher. */
  title: z.string(),
  /** The collection's id; absent for a publisher's series. */
  collection: z.string().optional(),
  /** From 1. */
  place: z.int(),
  count: z.int(),
  /** Oldest first. */
  earlier: z.array(archiveDocumentSchema),
  later: z.array(archiveDocumentSchema),
})
export type Series = z.output<typeof seriesSchema>

export const neighboursResponseSchema = z.object({ series: z.array(seriesSchema) })
export type NeighboursResponse = z.output<typeof neighboursResponseSchema>
