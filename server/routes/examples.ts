/** `GET /api/examples`: example questions. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { exampleQuestions } from '../answer/example-questions.ts'
import { examplesResponseSchema } from '../contract/examples.ts'
import { type AppEnvironment, jsonResponse, problemResponses } from './schema.ts'

const examplesRoute = createRoute({
  method: 'get',
  path: '/api/examples',
  summary: 'Questions that this archive answers, others each day',
  request: {
    query: z.object({
      limit: z.coerce.number('must be a number').int().min(1).max(10, 'must lie between 1 and 10').default(5),
    }),
  },
  responses: { 200: jsonResponse('The questions', examplesResponseSchema), ...problemResponses(400) },
})

const MS_PER_DAY = 24 * 60 * 60 * 1000

/** Changes once a day, and with it the example questions. */
export function seedOfToday(): number {
  return Math.floor(Date.now() / MS_PER_DAY)
}

export function routeExamples(app: OpenAPIHono<AppEnvironment>): void {
  app.openapi(examplesRoute, async (c) => {
    const { limit } = c.req.valid('query')
    return c.json(
      { questions: await exampleQuestions(c.var.archive, { count: limit, seed: seedOfToday() }) },
      200,
    )
  })
}
