/** People, places, organizations and events: one list and one page for each of the four kinds. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { type EntityKind, entityKey } from '../../corpus/names/entity.ts'
import { pluralOfKind } from '../../corpus/names/plural-of-kind.ts'
import { cooccurringNames } from '../browsing/cooccurring-names.ts'
import { findEntityByAddress, nameForm, nameSummary, namesOfKind } from '../browsing/names-of-kind.ts'
import { countByYear } from '../browsing/years.ts'
import { nameListSchema, nameResponseSchema } from '../contract/names.ts'
import { nameSorts } from '../contract/sorts.ts'
import { pageOf } from './documents.ts'
import { notFound } from './problem.ts'
import {
  type AppEnvironment,
  idParameter,
  jsonResponse,
  limitSchema,
  offsetSchema,
  pageQuerySchema,
  problemResponses,
} from './schema.ts'

const listQuerySchema = z.object({
  q: z
    .string()
    .max(200, 'must have at most 200 characters')
    .default('')
    .openapi({ description: 'A part of a name, in any script and romanization', example: 'Ким Ир' }),
  sort: z.enum(nameSorts, `must be one of ${nameSorts.join(', ')}`).default('count'),
  limit: limitSchema(100),
  offset: offsetSchema,
})

export function routeNames(app: OpenAPIHono<AppEnvironment>): void {
  routeKind(app, 'person')
  routeKind(app, 'place')
  routeKind(app, 'organization')
  routeKind(app, 'event')
}

function routeKind(app: OpenAPIHono<AppEnvironment>, kind: EntityKind): void {
  const listRoute = createRoute({
    method: 'get',
    path: `/api/${pluralOfKind[kind]}`,
    summary: `List the ${pluralOfKind[kind]}, or those whose names have some letters`,
    request: { query: listQuerySchema },
    responses: {
      200: jsonResponse(`A page of the ${pluralOfKind[kind]}`, nameListSchema),
      ...problemResponses(400),
    },
  })
  app.openapi(listRoute, (c) => {
    const { q, sort, limit, offset } = c.req.valid('query')
    const names = namesOfKind(kind, c.var.archive, { typed: q, sort })
    return c.json({ total: names.length, offset, limit, names: names.slice(offset, offset + limit) }, 200)
  })

  const nameRoute = createRoute({
    method: 'get',
    path: `/api/${pluralOfKind[kind]}/{id}`,
    summary: `Read all about one of the ${pluralOfKind[kind]}, and a page of the documents that name it`,
    description: 'Found by its id or by any of its names; the answer has the id.',
    request: { params: idParameter, query: pageQuerySchema },
    responses: { 200: jsonResponse('The name', nameResponseSchema), ...problemResponses(400, 404) },
  })
  app.openapi(nameRoute, (c) => {
    const { id } = c.req.valid('param')
    const { archive } = c.var
    const entity = findEntityByAddress(kind, id, archive)
    if (!entity) throw notFound(`A name among the ${pluralOfKind[kind]} with the id "${id}"`)
    const key = entityKey(entity)
    const documents = archive.facts
      .documentsNaming(key)
      .flatMap((number) => archive.facts.documents[number] ?? [])
    return c.json(
      {
        ...nameSummary(entity, archive),
        names: [entity.name, ...entity.aliases].map((name) => nameForm(name, entity)),
        years: countByYear(documents, archive.catalog.documents),
        together: cooccurringNames(key, archive),
        popular: documents.filter(({ popular }) => popular),
        ...pageOf(documents, c.req.valid('query')),
      },
      200,
    )
  })
}
