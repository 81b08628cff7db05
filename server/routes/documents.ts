/** `GET /api/documents`: lists or searches documents; also one document, and the documents related to it. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Catalog } from '../../corpus/catalog.ts'
import { type ArchiveDocument, archiveDocumentSchema } from '../../corpus/document.ts'
import { refinePeriodOrder } from '../archive/filter.ts'
import { browse } from '../browsing/browse.ts'
import { documentComparators } from '../browsing/document-comparators.ts'
import { findRelatedDocuments } from '../browsing/related.ts'
import { documentListResponseSchema, relatedResponseSchema } from '../contract/document-lists.ts'
import { DEFAULT_FACET_VALUES, MAX_FACET_VALUES } from '../contract/limits.ts'
import { documentSorts } from '../contract/sorts.ts'
import { notFound } from './problem.ts'
import {
  type AppEnvironment,
  filterShape,
  idParameter,
  jsonResponse,
  limitSchema,
  pageQuerySchema,
  problemResponses,
  questionSchema,
} from './schema.ts'

const listRoute = createRoute({
  method: 'get',
  path: '/api/documents',
  summary: 'List or search the documents, narrowed by facets',
  request: {
    query: pageQuerySchema
      .extend({
        q: questionSchema.optional(),
        ...filterShape,
        sort: z.enum(documentSorts, `must be one of ${documentSorts.join(', ')}`).default('relevance'),
        /** Values of each facet that are counted, most first. */
        facetLimit: limitSchema(DEFAULT_FACET_VALUES, MAX_FACET_VALUES),
      })
      .superRefine(refinePeriodOrder),
  },
  responses: {
    200: jsonResponse('A page of documents, with the counts of every facet', documentListResponseSchema),
    ...problemResponses(400),
  },
})

const documentRoute = createRoute({
  method: 'get',
  path: '/api/documents/{id}',
  summary: 'Read a document’s record',
  request: { params: idParameter },
  responses: { 200: jsonResponse('The record', archiveDocumentSchema), ...problemResponses(404) },
})

const relatedRoute = createRoute({
  method: 'get',
  path: '/api/documents/{id}/related',
  summary: 'Find documents related to a document, each with the reason',
  request: { params: idParameter, query: pageQuerySchema.pick({}).extend({ limit: limitSchema(5) }) },
  responses: {
    200: jsonResponse(
      'Other records of the same meeting or text, then the nearest documents',
      relatedResponseSchema,
    ),
    ...problemResponses(400, 404),
  },
})

export function routeDocuments(app: OpenAPIHono<AppEnvironment>): void {
  app.openapi(listRoute, async (c) => {
    const { q, sort, limit, offset, facetLimit, ...filter } = c.req.valid('query')
    const options = { q, sort, limit, offset, facetLimit, filter, signal: c.req.raw.signal }
    return c.json(await browse(c.var.archive, options), 200)
  })
  app.openapi(documentRoute, (c) => c.json(findDocument(c.var.archive.catalog, c.req.valid('param').id), 200))
  app.openapi(relatedRoute, async (c) => {
    const document = findDocument(c.var.archive.catalog, c.req.valid('param').id)
    return c.json(
      { results: await findRelatedDocuments(document, c.var.archive, c.req.valid('query').limit) },
      200,
    )
  })
}

/** A page of the documents in the order that was asked for. */
export function pageOf(documents: readonly ArchiveDocument[], query: z.output<typeof pageQuerySchema>) {
  const { limit, offset, sort } = query
  const sorted = [...documents].sort(documentComparators[sort])
  return { total: documents.length, offset, limit, documents: sorted.slice(offset, offset + limit) }
}

/** @throws {ProblemError} 404 */
export function findDocument(catalog: Catalog, id: string): ArchiveDocument {
  const document = catalog.byId.get(id)
  if (!document) throw notFound(`A document with the id "${id}"`)
  return document
}
