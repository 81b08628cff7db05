/** Citations of one document or of a list, in every style, as text, HTML, JSON for the page, or a file. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Catalog } from '../../corpus/catalog.ts'
import { type CitationStyle, citationFormats, citationStyles } from '../../corpus/citation/citation-style.ts'
import { cite, joinAsHtml, joinAsText } from '../../corpus/citation/cite.ts'
import type { ArchiveDocument } from '../../corpus/document.ts'
import type { Publishers } from '../../corpus/publishers.ts'
import { isReducedDate, precisionOf } from '../../corpus/reduced-date.ts'
import { type CitationResponse, citationResponseSchema } from '../contract/citation.ts'
import { MAX_CITED_DOCUMENTS } from '../contract/limits.ts'
import { zip } from './build-zip.ts'
import { notFound, ProblemError } from './problem.ts'
import { type AppEnvironment, idParameter, problemResponses } from './schema.ts'

const styleSchema = z.enum(citationStyles, `must be one of ${citationStyles.join(', ')}`)
const listStyleSchema = z.enum(
  [...citationStyles, 'all'],
  `must be one of ${citationStyles.join(', ')}, or all for a ZIP archive with each`,
)
const idsSchema = z
  .array(z.string().max(200, 'must have at most 200 characters'))
  .min(1, 'must name one document or more')
  .max(MAX_CITED_DOCUMENTS, `must name at most ${MAX_CITED_DOCUMENTS} documents`)
  .transform((ids) => [...new Set(ids)])

const formatShape = {
  form: z.enum(['text', 'html', 'json'], 'must be one of text, html, json').default('text'),
  accessed: z
    .string()
    .refine(
      (day) => isReducedDate(day) && precisionOf(day) === 'day',
      'must be a day as YYYY-MM-DD that the calendar has',
    )
    .optional()
    .openapi({ description: 'The day of access; today where it is left out', example: '2026-01-15' }),
}
const download = z
  .enum(['0', '1'], 'must be 0 or 1')
  .default('0')
  .transform((value) => value === '1')

const responses = {
  200: {
    description: 'The citation, in the style’s own content type unless another form is asked for',
    content: {
      'application/json': { schema: citationResponseSchema },
      'text/plain': { schema: z.string() },
      'text/html': { schema: z.string() },
    },
  },
}

const documentRoute = createRoute({
  method: 'get',
  path: '/api/documents/{id}/citation',
  summary: 'Cite a document',
  request: { params: idParameter, query: z.object({ style: styleSchema, ...formatShape, download }) },
  responses: { ...responses, ...problemResponses(400, 404) },
})

const listRoute = createRoute({
  method: 'get',
  path: '/api/citations',
  summary: 'Cite several documents',
  description: 'Bibliographies come in the order that their style wants, everything else in the order given.',
  request: {
    query: z.object({
      style: listStyleSchema,
      id: z.preprocess((id) => (id === undefined ? [] : [id].flat()), idsSchema),
      ...formatShape,
      download,
    }),
  },
  responses: { ...responses, ...problemResponses(400, 404) },
})

const longListRoute = createRoute({
  method: 'post',
  path: '/api/citations',
  summary: 'Cite several documents, more than an address has room for',
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({ style: listStyleSchema, ids: idsSchema, ...formatShape }),
        },
      },
    },
  },
  responses: { ...responses, ...problemResponses(400, 404, 413, 415) },
})

export function routeCitations(app: OpenAPIHono<AppEnvironment>): void {
  app.openapi(documentRoute, (c) => {
    const { id } = c.req.valid('param')
    const document = c.var.archive.catalog.byId.get(id)
    if (!document) throw notFound(`A document with the id "${id}"`)
    return respond(c, [document], { ...c.req.valid('query'), fileName: id })
  })
  app.openapi(listRoute, (c) => {
    const { id, ...query } = c.req.valid('query')
    return respond(c, findDocuments(c.var.archive.catalog, id, 'id'), { ...query, fileName: LIST_FILE_NAME })
  })
  app.openapi(longListRoute, (c) => {
    const { ids, ...query } = c.req.valid('json')
    const documents = findDocuments(c.var.archive.catalog, ids, 'ids')
    return respond(c, documents, { ...query, download: false, fileName: LIST_FILE_NAME })
  })
}

const LIST_FILE_NAME = 'my-sources'

interface CitationRequest {
  style: CitationStyle | 'all'
  form: 'text' | 'html' | 'json'
  accessed?: string | undefined
  download: boolean
  /** Without its extension. */
  fileName: string
}

async function respond(
  c: Context<AppEnvironment>,
  documents: readonly ArchiveDocument[],
  request: CitationRequest,
) {
  const { style, form, download, fileName } = request
  const { publishers } = c.var.archive.catalog
  const accessed = request.accessed ?? new Date().toISOString().slice(0, 10)
  const asFile = (ending: string) => {
    if (download) c.header('content-disposition', `attachment; filename="${fileName}.${ending}"`)
  }
  if (style === 'all') {
    asFile('zip')
    return c.body(zip(await allStyles(documents, accessed, publishers)), 200, {
      'content-type': 'application/zip',
    })
  }
  const citations = cite(documents, style, accessed, publishers)
  if (form === 'json') {
    const answer: CitationResponse = { style, accessed, text: joinAsText(citations, style), citations }
    return c.json(answer, 200)
  }
  if (form === 'html') {
    asFile('html')
    return c.html(joinAsHtml(citations, citationFormats[style].label), 200)
  }
  asFile(citationFormats[style].extension)
  return c.body(joinAsText(citations, style), 200, { 'content-type': citationFormats[style].contentType })
}

/** One file for each style; styles with italics as HTML, which word processors can open. */
async function allStyles(documents: readonly ArchiveDocument[], accessed: string, publishers: Publishers) {
  const files: Record<string, string> = {}
  for (const style of citationStyles) {
    const { extension, label } = citationFormats[style]
    const citations = cite(documents, style, accessed, publishers)
    if (extension === 'txt') files[`${style}.html`] = joinAsHtml(citations, label)
    else files[`${LIST_FILE_NAME}.${extension}`] = joinAsText(citations, style)
    // Citing is synchronous: let other requests run in between.
    await new Promise(setImmediate)
  }
  return files
}

function findDocuments(catalog: Catalog, ids: readonly string[], field: string): ArchiveDocument[] {
  const unknown = ids.filter((id) => !catalog.byId.has(id))
  if (unknown.length > 0) {
    const message = `names documents that are not here: ${unknown.join(', ')}`
    throw new ProblemError(404, `${field}: ${message}`, [{ field, message }])
  }
  return ids.flatMap((id) => catalog.byId.get(id) ?? [])
}
