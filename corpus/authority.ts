/** Schema of the authority file: people, places, organizations and events with their names. */
import { z } from 'zod'
import { reducedDateSchema } from './document.ts'

const nonEmptyText = z.string().trim().min(1, 'must not be empty')

const entrySchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must consist of lower-case letters, digits and single hyphens'),
  name: nonEmptyText,
  /** Other names: romanizations, Hangul, Hanja, Cyrillic, former and short names. */
  aliases: z.array(nonEmptyText),
  /** Words that refer to it without naming it: demonyms, capitals, roles ("the Kremlin", "the East German party chief"). */
  metonyms: z.array(nonEmptyText).default([]),
  note: nonEmptyText,
  /** Whether the whole archive is about it. A follow-up question keeps such an entity even if it names another one. */
  subject: z.boolean().default(false),
})

/** A person. Years in power and day of death are given if questions use them as a period ("under Carter"). */
const personSchema = z.strictObject({
  ...entrySchema.shape,
  ruled: z.strictObject({ from: reducedDateSchema, to: reducedDateSchema }).optional(),
  died: reducedDateSchema.optional(),
})

const eventSchema = z
  .strictObject({
    ...entrySchema.shape,
    date: reducedDateSchema.optional(),
    start: reducedDateSchema.optional(),
    end: reducedDateSchema.optional(),
  })
  .refine((event) => (event.date ? !event.start && !event.end : event.start && event.end), {
    message: 'an event has either a date or both start and end',
    path: ['date'],
  })

export const authorityFileSchema = z.strictObject({
  people: z.array(personSchema),
  places: z.array(entrySchema),
  organizations: z.array(entrySchema),
  events: z.array(eventSchema),
})

export type Authority = z.output<typeof authorityFileSchema>
