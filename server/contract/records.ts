/** Response schemas for what a document’s page shows beside its record: linked names and neighbouring documents. */
import { z } from 'zod'
import { archiveDocumentSchema } from '../../corpus/document.ts'

/** A name as written in the record, with the id of its entity where it is linked to one. */
const recordNameSchema = z.object({ name: z.string(), id: z.string().optional() })
export type RecordName = z.output<typeof recordNameSchema>

export const recordNamesSchema = z.object({
  /** Who made the document, if the record says so; `id` is the value of the facet `maker`. */
  maker: z.object({ name: z.string(), id: z.string() }).optional(),
  people: z.array(recordNameSchema),
  countries: z.array(recordNameSchema),
  organizations: z.array(recordNameSchema),
  events: z.array(recordNameSchema),
  /** Subjects in their preferred forms, each once. */
  subjects: z.array(z.string()),
})
export type RecordNames = z.output<typeof recordNamesSchema>

/** A document's position in a chronological series, with the documents before and after it. */
const seriesSchema = z.object({
  /** The collection's title; for a document in no collection, its publisher. */
  title: z.string(),
  /** The collection's id; absent for a publisher's series. */
  collection: z.string().optional(),
  /** Position in the series, from 1. */
  place: z.int(),
  count: z.int(),
  /** Oldest first. */
  earlier: z.array(archiveDocumentSchema),
  later: z.array(archiveDocumentSchema),
})
export type Series = z.output<typeof seriesSchema>

export const neighboursResponseSchema = z.object({ series: z.array(seriesSchema) })
export type NeighboursResponse = z.output<typeof neighboursResponseSchema>
