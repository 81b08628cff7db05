/** Schema of a catalog record, shared by files, HTTP API and tools. */
import { z } from 'zod'
import { isReducedDate, type ReducedDate } from './reduced-date.ts'

export const documentTypes = [
  'telegram',
  'record of conversation',
  'report',
  'memorandum',
  'letter',
  'journal',
  'minutes',
  'note',
  'intelligence assessment',
  'speech',
  'article',
  'agreement',
  'statement',
  'other',
] as const

export const reducedDateSchema = z
  .string()
  .refine(isReducedDate, 'must be a date as YYYY, YYYY-MM or YYYY-MM-DD that the calendar has')
  .transform((nonEmptyText) => nonEmptyText as ReducedDate)

/** A document's permalink: its date and the slug of its title. It never changes. */
export const documentIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must consist of lower-case letters, digits and single hyphens')

const text = z.string().trim().min(1, 'must not be empty')

/** A catalog record. `summary` is null if there is none; `archive` is the call number. Unknown optional fields are absent. */
export const archiveDocumentSchema = z.strictObject({
  id: documentIdSchema,
  title: text,
  date: reducedDateSchema,
  type: z.enum(documentTypes),
  summary: text.nullable(),
  people: z.array(text),
  countries: z.array(text),
  subjects: z.array(text),
  events: z.array(text),
  archive: text.optional(),
  url: z.url({ protocol: /^https?$/, error: 'must be a web address' }).optional(),
  collections: z.array(text).default([]),
  language: text.optional(),
  publisher: text,
  popular: z.boolean().default(false),
})

export type ArchiveDocument = z.output<typeof archiveDocumentSchema>
export type DocumentType = (typeof documentTypes)[number]
