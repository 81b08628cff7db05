/** Response schemas of the routes for people, places, organizations and events. */
import { z } from 'zod'
import { archiveDocumentSchema, reducedDateSchema } from '../../corpus/document.ts'
import { entityKinds } from '../../corpus/names/entity.ts'
import { documentListSchema, pageShape } from './document-lists.ts'

/** A spelling of a name, with a BCP 47 tag unless it is English. */
const nameFormSchema = z.object({ text: z.string(), lang: z.string().optional() })
export type NameForm = z.output<typeof nameFormSchema>

const periodSchema = z.object({ from: reducedDateSchema, to: reducedDateSchema })

/** A person, place, organization or event, and how many documents name it. */
const nameSummarySchema = z.object({
  id: z.string(),
  kind: z.enum(entityKinds),
  name: z.string(),
  /** Whether the authority file describes it; otherwise it is known only from records. */
  described: z.boolean(),
  note: z.string().optional(),
  /** When an event took place, or a person was in power. */
  period: periodSchema.optional(),
  died: reducedDateSchema.optional(),
  count: z.int(),
  /** Dates of the earliest and the latest document that name it; absent where none does. */
  from: reducedDateSchema.optional(),
  to: reducedDateSchema.optional(),
  /** In a search by part of a name: the alias that matched. */
  matched: nameFormSchema.optional(),
})
export type NameSummary = z.output<typeof nameSummarySchema>

export const nameListSchema = z.object({ ...pageShape, names: z.array(nameSummarySchema) })
export type NameList = z.output<typeof nameListSchema>

/** A name that occurs in the same documents: in how many, and in how many it would by chance. */
const cooccurringNameSchema = z.object({
  id: z.string(),
  name: z.string(),
  count: z.int(),
  expected: z.number(),
})
export type CooccurringName = z.output<typeof cooccurringNameSchema>

export const nameResponseSchema = nameSummarySchema.omit({ matched: true }).extend({
  /** All spellings, the preferred one first. */
  names: z.array(nameFormSchema),
  /** Number of documents that name it, for every year of the archive. */
  years: z.array(z.object({ year: z.int(), count: z.int() })),
  /** Names that occur together with it, the least likely by chance first. */
  together: z.object({
    people: z.array(cooccurringNameSchema),
    places: z.array(cooccurringNameSchema),
    organizations: z.array(cooccurringNameSchema),
    events: z.array(cooccurringNameSchema),
  }),
  popular: z.array(archiveDocumentSchema),
  ...documentListSchema.shape,
})
export type NameResponse = z.output<typeof nameResponseSchema>
