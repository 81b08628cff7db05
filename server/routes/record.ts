/** What a document's page shows beside its record: linked names, and the documents before and after it. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { neighboursOf } from '../browsing/neighbours.ts'
import { recordNames } from '../browsing/record-names.ts'
import { neighboursResponseSchema, recordNamesSchema } from '../contract/records.ts'
import { findDocument } from './documents.ts'
import { type AppEnvironment, idParameter, jsonResponse, problemResponses } from './schema.ts'

const namesRoute = createRoute({
  method: 'get',
  path: '/api/documents/{id}/names',
  summary:
    'Tell who made a document, which person, place, organization or event each name of its record is, and its subjects’ preferred forms',
  request: { params: idParameter },
  responses: { 200: jsonResponse('The names', recordNamesSchema), ...problemResponses(404) },
})

const neighboursRoute = createRoute({
  method: 'get',
  path: '/api/documents/{id}/neighbours',
  summary: 'Find the earlier and later documents of a document’s collections, or of its publisher',
  request: { params: idParameter },
  responses: {
    200: jsonResponse('The series, oldest first in each', neighboursResponseSchema),
    ...problemResponses(404),
  },
})

export function routeRecord(app: OpenAPIHono<AppEnvironment>): void {
  app.openapi(namesRoute, (c) => {
    const document = findDocument(c.var.archive.catalog, c.req.valid('param').id)
    return c.json(recordNames(document, c.var.archive), 200)
  })
  app.openapi(neighboursRoute, (c) => {
    const { catalog } = c.var.archive
    const document = findDocument(catalog, c.req.valid('param').id)
    return c.json({ series: neighboursOf(document, catalog) }, 200)
  })
}
