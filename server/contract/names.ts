/** People, places, organizations and events. */
import { z } from 'zod'
import { archiveDocumentSchema, reducedDateSchema } from '../../corpus/document.ts'
import { entityKinds } from '../../corpus/names/entity.ts'
import { documentListSchema, pageShape } from './document-lists.ts'

/** A spelling, with a BCP 47 tag where its language or script is not that of English. */
const nameFormSchema = z.object({ text: z.string(), lang: z.string().optional() })
export type NameForm = z.output<typeof nameFormSchema>

const periodSchema = z.object({ from: reducedDateSchema, to: reducedDateSchema })

/** A person, place, organization or event, and how many documents name it. */
const nameSummarySchema = z.object({
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
export type NameSummary = z.output<typeof nameSummarySchema>

export const nameListSchema = z.object({ ...pageShape, names: z.array(nameSummarySchema) })
export type NameList = z.output<typeof nameListSchema>

/** A name that stands in the same documents: in how many, and in how many it would by chance. */
const nameTogetherSchema = z.object({
  id: z.string(),
  name: z.string(),
  count: z.int(),
  expected: z.number(),
})
export type NameTogether = z.output<typeof nameTogetherSchema>

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
export type NameResponse = z.output<typeof nameResponseSchema>
