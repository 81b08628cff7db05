/** `GET /api/status`: who writes the answers, and the state of the index. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import type { Writer } from '../answer/writer/writer.ts'
import { type IndexStatus, statusResponseSchema } from '../contract/status.ts'
import { type AppEnvironment, jsonResponse } from './schema.ts'

const statusRoute = createRoute({
  method: 'get',
  path: '/api/status',
  summary: 'Who writes the answers, and how the index stands; answers also before the archive is ready',
  responses: { 200: jsonResponse('The writer and the index', statusResponseSchema) },
})

export function routeStatus(
  app: OpenAPIHono<AppEnvironment>,
  writer: Writer | undefined,
  index: () => IndexStatus,
): void {
  app.openapi(statusRoute, (c) => {
    const { provider, model } = writer?.settings ?? {}
    const named = provider && model ? { provider, model } : ('quotations' as const)
    return c.json({ writer: named, index: index() }, 200)
  })
}
