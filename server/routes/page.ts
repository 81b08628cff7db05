/** The page: built files as they are, and its one HTML file under every address that the page draws. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { trimTrailingSlash } from 'hono/trailing-slash'
import type { Archive } from '../archive.ts'
import type { AppEnvironment } from './schema.ts'

export function routePage(
  app: OpenAPIHono<AppEnvironment>,
  folder: string,
  archive: () => Archive | undefined,
): void {
  const html = (c: Context, status: 200 | 404 = 200) => {
    const file = join(folder, 'index.html')
    if (!existsSync(file))
      return c.text('The page is being built. Please try again in a moment.', 503, { 'retry-after': '5' })
    return c.html(readFileSync(file, 'utf8'), status, { 'cache-control': 'no-cache' })
  }
  for (const address of ['/documents/*', '/collections/*', '/c/*']) app.use(address, trimTrailingSlash())
  app.get('/', (c) => html(c))
  // Conversations are kept in the browser: which of them exist, the server does not know.
  app.get('/c/:id', (c) => html(c))
  app.get('/documents', (c) => html(c))
  app.get('/collections', (c) => html(c))
  app.get('/documents/:id', (c) =>
    html(c, archive()?.catalog.byId.has(c.req.param('id')) === false ? 404 : 200),
  )
  app.get('/collections/:id', (c) => {
    const known = archive()?.catalog.collections.some(({ id }) => id === c.req.param('id'))
    return html(c, known === false ? 404 : 200)
  })
  app.use(async (c, next) => {
    await next()
    if (!c.res.ok || c.res.headers.has('cache-control')) return
    // Vite names the files under assets/ by their content.
    c.header(
      'cache-control',
      c.req.path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    )
  })
  // Made at the first request: before the first build there is no folder to serve from.
  let files: MiddlewareHandler | undefined
  app.use((c, next) => {
    files ??= serveStatic({ root: folder })
    return files(c, next)
  })
  app.get('*', async (c, next) => {
    const wantsPage = !c.req.path.startsWith('/api/') && c.req.header('accept')?.includes('text/html')
    return wantsPage ? html(c, 404) : next()
  })
}
