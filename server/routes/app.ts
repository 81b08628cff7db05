/** All HTTP routes as one Hono app; tests call it without a socket. */
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { secureHeaders } from 'hono/secure-headers'
import type { Writer } from '../answer/writer/writer.ts'
import type { Archive } from '../archive/archive.ts'
import type { IndexStatus } from '../contract/status.ts'
import { routeChat } from './chat.ts'
import { routeCitations } from './citation.ts'
import { routeCollections } from './collections.ts'
import { routeCrawlers } from './crawlers.ts'
import { routeDocuments } from './documents.ts'
import { routeExamples } from './examples.ts'
import { routeHealth } from './health.ts'
import { routeNames } from './names.ts'
import { routePage } from './page.ts'
import { routePopular } from './popular.ts'
import { badRequest, notFound, ProblemError, problemResponse } from './problem.ts'
import { type RateLimits, rateLimit } from './rate-limit.ts'
import { routeRecord } from './record.ts'
import type { AppEnvironment } from './schema.ts'
import { routeSearch } from './search.ts'
import { routeStatus } from './status.ts'

export interface AppOptions {
  /** The opened archive, or undefined while it is being prepared. */
  archive: () => Archive | undefined
  /** State of the index; by default `ready` as soon as `archive` returns one. */
  index?: () => IndexStatus
  /** The folder of the built page. */
  pageFolder: string
  /** Public scheme and host for canonical addresses; by default those of each request. */
  publicUrl?: string | undefined
  /** The language model that writes the answers; without it they are quotations. */
  writer?: Writer | undefined
  /** Rate limits for each client; by default none. */
  limits?: RateLimits | undefined
  /** Called with every unexpected error. */
  report: (error: unknown) => void
}

/** Larger than a conversation with a thousand long answers. */
const MAX_BODY_BYTES = 4 * 1024 * 1024

export function createApp({
  archive,
  index = () => ({ state: archive() ? 'ready' : 'starting', outdated: false }),
  pageFolder,
  publicUrl,
  writer,
  limits,
  report,
}: AppOptions): OpenAPIHono<AppEnvironment> {
  const app = new OpenAPIHono<AppEnvironment>({
    defaultHook: (result) => {
      if (!result.success) throw badRequest(result.error)
    },
  })
  app.onError((error, c) => problemResponse(c, error, report))
  app.notFound((c) => problemResponse(c, notFound(`${c.req.method} ${c.req.path}`), report))

  app.use(securityHeaders)
  // Only the page's files: API responses are small, and compressing them takes as long as searching.
  app.use('/assets/*', compress())
  app.use(
    '/api/*',
    bodyLimit({
      maxSize: MAX_BODY_BYTES,
      onError: () => {
        throw new ProblemError(413, `The body is larger than ${MAX_BODY_BYTES} bytes.`)
      },
    }),
  )
  routeHealth(app, archive)
  if (limits) app.use('/api/*', rateLimit(limits, 'requests'))
  routeStatus(app, writer, index)
  app.use('/api/*', async (c, next) => {
    const ready = archive()
    if (!ready) throw new ProblemError(503, 'The archive is being prepared. Please try again in a minute.')
    c.set('archive', ready)
    await next()
  })
  routeSearch(app)
  routeChat(app, { report, writer, limits })
  // Before `/api/documents/{id}`, which would take "popular" for an id.
  routePopular(app)
  routeDocuments(app)
  routeCitations(app)
  routeRecord(app)
  routeCollections(app)
  routeNames(app)
  routeExamples(app)
  app.doc31('/api/openapi.json', { openapi: '3.1.0', info: { title: 'Aide-Mémoire', version: '1' } })
  const originOf = (c: Context) => publicUrl ?? new URL(c.req.url).origin
  routeCrawlers(app, { archive, originOf })
  routePage(app, { folder: pageFolder, archive, originOf })
  return app
}

const securityHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    fontSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'no-referrer',
  // Left to the proxy that terminates TLS; browsers ignore the header over http.
  strictTransportSecurity: false,
})
