/** The authority file: people, places, organizations and events, each with the names that it goes by. */
import { z } from 'zod'
import { reducedDateSchema } from './document.ts'

const text = z.string().trim().min(1, 'must not be empty')

const entrySchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must consist of lower-case letters, digits and single hyphens'),
  name: text,
  /** Other names: romanizations, Hangul, Hanja, Cyrillic, former and short names. */
  aliases: z.array(text),
  /** What stands for it without being its name: demonyms, capitals, roles ("the Kremlin", "the East German party chief"). */
  metonyms: z.array(text).default([]),
  note: text,
  /** Whether the archive as a whole is about it, so that a follow-up on something else does not leave it behind. */
  subject: z.boolean().default(false),
})

/** A person, with the years in power and the day of death where periods are reckoned by them ("under Carter"). */
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
