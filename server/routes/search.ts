/** `GET /api/search`. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { refinePeriodOrder } from '../archive/filter.ts'
import { searchResponseSchema } from '../contract/search.ts'
import { search } from '../retrieval/search.ts'
import {
  type AppEnvironment,
  filterShape,
  jsonResponse,
  limitSchema,
  offsetSchema,
  problemResponses,
  questionSchema,
  repeatableParameter,
} from './schema.ts'

const searchRoute = createRoute({
  method: 'get',
  path: '/api/search',
  summary: 'Search the archive by meaning and by word',
  request: {
    query: z
      .object({
        q: questionSchema,
        limit: limitSchema(10),
        offset: offsetSchema,
        ...filterShape,
        without: repeatableParameter(z.string(), ['period:1984']),
        understanding: z.enum(['on', 'off'], 'must be on or off').default('on'),
      })
      .superRefine(refinePeriodOrder),
  },
  responses: {
    200: jsonResponse('The documents, best first', searchResponseSchema),
    ...problemResponses(400),
  },
})

export function routeSearch(app: OpenAPIHono<AppEnvironment>): void {
  app.openapi(searchRoute, async (c) => {
    const { q, limit, offset, without, understanding, ...filter } = c.req.valid('query')
    const options = {
      limit,
      offset,
      filter,
      without,
      understanding: understanding === 'on',
      signal: c.req.raw.signal,
    }
    return c.json(await search(q, c.var.archive, options), 200)
  })
}
