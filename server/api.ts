/** What the HTTP API answers: one schema for validation, documentation and the page's types. */
import { z } from '@hono/zod-openapi'
import { citationStyles } from '../corpus/citation/citation-style.ts'
import { collectionSchema } from '../corpus/collection.ts'
import { archiveDocumentSchema, reducedDateSchema } from '../corpus/document.ts'
import { entityKinds } from '../corpus/names/entity.ts'
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
  /** The values that the request means, of each facet that it names: a name may be given in any spelling. */
  chosen: z.partialRecord(z.enum(facetNames), z.array(z.string())),
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
  results: z.array(searchResultSchema.pick({ document: true, score: true, why: true })),
})

/** A name as the record has it, and the entity's id among its kind where it is one. */
export const recordNameSchema = z.object({ name: z.string(), id: z.string().optional() })

export const recordNamesSchema = z.object({
  people: z.array(recordNameSchema),
  countries: z.array(recordNameSchema),
  organizations: z.array(recordNameSchema),
  events: z.array(recordNameSchema),
})

/** A document's place in a series by date, with what stands before and after it. */
export const seriesSchema = z.object({
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

export const neighboursResponseSchema = z.object({ series: z.array(seriesSchema) })

export const collectionHoldingsSchema = collectionSchema.extend({
  count: z.int(),
  from: reducedDateSchema.optional(),
  to: reducedDateSchema.optional(),
})

export const collectionListSchema = z.object({
  total: z.int(),
  collections: z.array(collectionHoldingsSchema),
})

/** A collection and a page of its documents; `popular` are those of all of them that the archive marks so. */
export const collectionResponseSchema = collectionHoldingsSchema.extend({
  ...documentListSchema.shape,
  popular: z.array(archiveDocumentSchema),
})

export const popularResponseSchema = z.object({ documents: z.array(archiveDocumentSchema) })

/** A spelling, with a BCP 47 tag where its language or script is not that of English. */
export const nameFormSchema = z.object({ text: z.string(), lang: z.string().optional() })

const periodSchema = z.object({ from: reducedDateSchema, to: reducedDateSchema })

/** A person, place, organization or event, and how many documents name it. */
export const nameSummarySchema = z.object({
  id: z.string(),
  kind: z.enum(entityKinds),
  name: z.string(),
  /** Whether the authority file describes it; if not, records name it and no more is known. */
  described: z.boolean(),
  note: z.string().optional(),
  /** When an event took place, or a person was in power. */
  period: periodSchema.optional(),
  died: reducedDateSchema.optional(),
  count: z.int(),
  /** The dates of the first and the last document that name it; absent where none does. */
  from: reducedDateSchema.optional(),
  to: reducedDateSchema.optional(),
  /** In a list that was asked for by a part of a name: the other name that has it. */
  matched: nameFormSchema.optional(),
})

export const nameListSchema = z.object({ ...pageShape, names: z.array(nameSummarySchema) })

/** A name that stands in the same documents: in how many, and in how many it would by chance. */
export const nameTogetherSchema = z.object({
  id: z.string(),
  name: z.string(),
  count: z.int(),
  expected: z.number(),
})

export const nameResponseSchema = nameSummarySchema.omit({ matched: true }).extend({
  /** All names, the first of them the one in use here. */
  names: z.array(nameFormSchema),
  /** Every year of the archive. */
  years: z.array(z.object({ year: z.int(), count: z.int() })),
  /** Those that occur together with it, the least explained by chance first. */
  together: z.object({
    people: z.array(nameTogetherSchema),
    places: z.array(nameTogetherSchema),
    organizations: z.array(nameTogetherSchema),
    events: z.array(nameTogetherSchema),
  }),
  popular: z.array(archiveDocumentSchema),
  ...documentListSchema.shape,
})

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
export type RecordName = z.output<typeof recordNameSchema>
export type RecordNames = z.output<typeof recordNamesSchema>
export type Series = z.output<typeof seriesSchema>
export type NeighboursResponse = z.output<typeof neighboursResponseSchema>
export type CollectionList = z.output<typeof collectionListSchema>
export type CollectionResponse = z.output<typeof collectionResponseSchema>
export type PopularResponse = z.output<typeof popularResponseSchema>
export type NameForm = z.output<typeof nameFormSchema>
export type NameSummary = z.output<typeof nameSummarySchema>
export type NameList = z.output<typeof nameListSchema>
export type NameTogether = z.output<typeof nameTogetherSchema>
export type NameResponse = z.output<typeof nameResponseSchema>
export type ExamplesResponse = z.output<typeof examplesResponseSchema>
export type CitationResponse = z.output<typeof citationResponseSchema>
export type Problem = z.output<typeof problemSchema>
