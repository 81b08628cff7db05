import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Writer } from '../answer/writer/writer.ts'
import { writerSchema } from '../contract/chat-message.ts'
import { type AppEnvironment, json } from './schema.ts'

const statusRoute = createRoute({
  method: 'get',
  path: '/api/status',
  summary: 'Who writes the answers: quotations, or a language model',
  responses: { 200: json('The writer', z.object({ writer: writerSchema })) },
})

export function routeStatus(app: OpenAPIHono<AppEnvironment>, writer: Writer | undefined): void {
  app.openapi(statusRoute, (c) => {
    if (!writer) return c.json({ writer: 'quotations' as const }, 200)
    const { provider, model } = writer.settings
    return c.json({ writer: { provider, model } }, 200)
  })
}
