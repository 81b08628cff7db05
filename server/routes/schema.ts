/** What the routes' declarations share: the context, paging, and how responses are described. */
import { z } from '@hono/zod-openapi'
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
