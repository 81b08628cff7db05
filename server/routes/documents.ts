import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import type { z } from 'zod'
import type { Catalog } from '../../corpus/catalog.ts'
import { type ArchiveDocument, archiveDocumentSchema } from '../../corpus/document.ts'
import { compareDates } from '../../corpus/reduced-date.ts'
import { documentListSchema, relatedResponseSchema } from '../api.ts'
import { notFound } from '../problem.ts'
import { related } from '../record/related.ts'
import { type AppEnvironment, idParameter, json, limitSchema, pageQuerySchema, problems } from './schema.ts'

const listRoute = createRoute({
  method: 'get',
  path: '/api/documents',
  summary: 'List the documents',
  request: { query: pageQuerySchema },
  responses: { 200: json('A page of documents', documentListSchema), ...problems(400) },
})

const documentRoute = createRoute({
  method: 'get',
  path: '/api/documents/{id}',
  summary: 'Read a document’s record',
  request: { params: idParameter },
  responses: { 200: json('The record', archiveDocumentSchema), ...problems(404) },
})

const relatedRoute = createRoute({
  method: 'get',
  path: '/api/documents/{id}/related',
  summary: 'Find documents related to a document, each with the reason',
  request: { params: idParameter, query: pageQuerySchema.pick({}).extend({ limit: limitSchema(5) }) },
  responses: {
    200: json('Other records of the same meeting or text, then the nearest documents', relatedResponseSchema),
    ...problems(400, 404),
  },
})

export function routeDocuments(app: OpenAPIHono<AppEnvironment>): void {
  app.openapi(listRoute, (c) => {
    const query = c.req.valid('query')
    return c.json(pageOf(c.var.archive.catalog.documents, query), 200)
  })
  app.openapi(documentRoute, (c) => c.json(findDocument(c.var.archive.catalog, c.req.valid('param').id), 200))
  app.openapi(relatedRoute, async (c) => {
    const document = findDocument(c.var.archive.catalog, c.req.valid('param').id)
    return c.json({ results: await related(document, c.var.archive, c.req.valid('query').limit) }, 200)
  })
}

const ORDERS = {
  oldest: (a, b) => compareDates(a.date, b.date),
  newest: (a, b) => compareDates(b.date, a.date),
  title: (a, b) => a.title.localeCompare(b.title, 'en', { numeric: true }),
} satisfies Record<string, (a: ArchiveDocument, b: ArchiveDocument) => number>

/** A page of the documents in the order that was asked for. */
export function pageOf(documents: readonly ArchiveDocument[], query: z.output<typeof pageQuerySchema>) {
  const { limit, offset, sort } = query
  const sorted = [...documents].sort(ORDERS[sort])
  return { total: documents.length, offset, limit, documents: sorted.slice(offset, offset + limit) }
}

/** @throws {ProblemError} 404 */
export function findDocument(catalog: Catalog, id: string): ArchiveDocument {
  const document = catalog.byId.get(id)
  if (!document) throw notFound(`A document with the id "${id}"`)
  return document
}
