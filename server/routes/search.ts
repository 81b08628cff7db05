import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { searchResponseSchema } from '../api.ts'
import { search } from '../retrieval/search.ts'
import { type AppEnvironment, filterShape, json, limitSchema, offsetSchema, problems } from './schema.ts'

/** The longest query, in characters: what a chat question may have. */
const MOST_CHARACTERS = 2000

const searchRoute = createRoute({
  method: 'get',
  path: '/api/search',
  summary: 'Search the archive by meaning and by word',
  request: {
    query: z.object({
      q: z
        .string('must be given once, as text')
        .trim()
        .min(1, 'must not be empty')
        .max(MOST_CHARACTERS, `must have at most ${MOST_CHARACTERS} characters`)
        .openapi({ example: 'What did Honecker and Kim Il Sung agree on in 1984?' }),
      limit: limitSchema(10),
      offset: offsetSchema,
      ...filterShape,
      without: z
        .union([z.string(), z.array(z.string())])
        .optional()
        .transform((keys) => (keys === undefined ? [] : [keys].flat()))
        .openapi({ type: 'array', items: { type: 'string' }, example: ['period:1984'] }),
      understanding: z.enum(['on', 'off'], 'must be on or off').default('on'),
    }),
  },
  responses: { 200: json('The documents, best first', searchResponseSchema), ...problems(400) },
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
