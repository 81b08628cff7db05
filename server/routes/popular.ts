/** `GET /api/documents/popular`. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { popularResponseSchema } from '../contract/document-lists.ts'
import { type AppEnvironment, jsonResponse } from './schema.ts'

const popularRoute = createRoute({
  method: 'get',
  path: '/api/documents/popular',
  summary: 'List the documents that the archives mark as popular, oldest first',
  responses: { 200: jsonResponse('Popular documents', popularResponseSchema) },
})

export function routePopular(app: OpenAPIHono<AppEnvironment>): void {
  app.openapi(popularRoute, (c) => {
    const { documents } = c.var.archive.catalog
    return c.json({ documents: documents.filter(({ popular }) => popular) }, 200)
  })
}
