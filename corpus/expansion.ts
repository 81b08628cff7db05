/** Document expansion (Nogueira et al. 2019): for each record, eight queries of different kinds that it answers. */
import { z } from 'zod'
import { documentIdSchema } from './document.ts'

const query = z.string().trim().min(1, 'must not be empty')

export const expansionSchema = z.strictObject({
  id: documentIdSchema,
  questions: z.strictObject({
    question: query,
    colloquial: query,
    keywords: query,
    names: query,
    detail: query,
    topic: query,
    bounded: query,
    need: query,
  }),
})

export type Expansion = z.output<typeof expansionSchema>
