/** `GET /api/collections` and `/api/collections/{id}`. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { collectionListSchema, collectionResponseSchema } from '../contract/collections.ts'
import { pageOf } from './documents.ts'
import { notFound } from './problem.ts'
import {
  type AppEnvironment,
  idParameter,
  jsonResponse,
  pageQuerySchema,
  problemResponses,
} from './schema.ts'

const listRoute = createRoute({
  method: 'get',
  path: '/api/collections',
  summary: 'List the collections, largest first',
  responses: { 200: jsonResponse('All collections', collectionListSchema) },
})

const collectionRoute = createRoute({
  method: 'get',
  path: '/api/collections/{id}',
  summary: 'Read a collection and a page of its documents',
  request: { params: idParameter, query: pageQuerySchema },
  responses: { 200: jsonResponse('The collection', collectionResponseSchema), ...problemResponses(400, 404) },
})

export function routeCollections(app: OpenAPIHono<AppEnvironment>): void {
  app.openapi(listRoute, (c) => {
    const { collections } = c.var.archive.catalog
    return c.json({ total: collections.length, collections: [...collections] }, 200)
  })
  app.openapi(collectionRoute, (c) => {
    const { id } = c.req.valid('param')
    const { collections, documents } = c.var.archive.catalog
    const collection = collections.find((candidate) => candidate.id === id)
    if (!collection) throw notFound(`A collection with the id "${id}"`)
    const members = documents.filter((document) => document.collections.includes(collection.title))
    const popular = members.filter((document) => document.popular)
    return c.json({ ...collection, popular, ...pageOf(members, c.req.valid('query')) }, 200)
  })
}
