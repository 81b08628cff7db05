/** What the routes' declarations share: the context, paging, and how responses are described. */
import { z } from '@hono/zod-openapi'
import { documentTypes, reducedDateSchema } from '../../corpus/document.ts'
import { earliestDay, latestDay, type ReducedDate } from '../../corpus/reduced-date.ts'
import { problemSchema } from '../api.ts'
import type { Archive } from '../archive.ts'

export interface AppEnvironment {
  Variables: { archive: Archive }
}

export const limitSchema = (standard: number) =>
  z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must lie between 1 and 100')
    .max(100, 'must lie between 1 and 100')
    .default(standard)

export const offsetSchema = z.coerce
  .number('must be a number')
  .int('must be a whole number')
  .min(0, 'must be 0 or more')
  .max(1_000_000, 'must be at most 1000000')
  .default(0)

export const pageQuerySchema = z.object({
  limit: limitSchema(25),
  offset: offsetSchema,
  sort: z.enum(['oldest', 'newest', 'title'], 'must be one of oldest, newest, title').default('oldest'),
})

const dayFrom = (border: (date: ReducedDate) => string) =>
  reducedDateSchema.transform(border).optional().openapi({ type: 'string', example: '1976-08' })
const name = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(200, 'must have at most 200 characters')
  .optional()

/** Bounds on documents, as query parameters; `from` and `to` take dates of reduced precision, both included. */
export const filterShape = {
  from: dayFrom(earliestDay),
  to: dayFrom(latestDay),
  person: name,
  country: name,
  collection: name,
  type: z.enum(documentTypes, `must be one of ${documentTypes.join(', ')}`).optional(),
  publisher: name,
}

export const idParameter = z.object({ id: z.string().max(200) })

export function json<Schema extends z.ZodType>(description: string, schema: Schema) {
  return { description, content: { 'application/json': { schema } } }
}

/** The problem responses of a route, by status. */
export function problems<Status extends 400 | 404 | 413 | 415>(...statuses: Status[]) {
  const content = { 'application/problem+json': { schema: problemSchema } }
  return Object.fromEntries(
    statuses.map((status) => [status, { description: 'Problem details', content }]),
  ) as Record<Status, { description: string; content: typeof content }>
}
