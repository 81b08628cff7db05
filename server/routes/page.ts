/** Serves the page: its built files, and for every address of the page its one HTML file with a head of its own. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { trimTrailingSlash } from 'hono/trailing-slash'
import type { Archive } from '../archive/archive.ts'
import { insertHead, type PageHead, renderHead } from '../page/head.ts'
import { notFoundHead, pageRoutes } from '../page/page-heads.ts'
import type { AppEnvironment } from './schema.ts'

interface PageOptions {
  folder: string
  archive: () => Archive | undefined
  /** The scheme and host of canonical addresses. */
  originOf: (c: Context) => string
}

export function routePage(
  app: OpenAPIHono<AppEnvironment>,
  { folder, archive, originOf }: PageOptions,
): void {
  /** @param head undefined while the archive is being prepared: the HTML is then served as built */
  const html = (c: Context, head: PageHead | undefined, status: 200 | 404 = 200) => {
    const file = join(folder, 'index.html')
    if (!existsSync(file))
      return c.text('The page is being built. Please try again in a moment.', 503, { 'retry-after': '5' })
    const page = readFileSync(file, 'utf8')
    return c.html(head ? insertHead(page, renderHead(head, originOf(c))) : page, status, {
      'cache-control': 'no-cache',
    })
  }
  const withoutSlash = trimTrailingSlash()
  app.use((c, next) => (c.req.path.startsWith('/api/') ? next() : withoutSlash(c, next)))
  // The page has no route for this file and would show "nothing here".
  app.get('/index.html', (c) => c.redirect(`/${new URL(c.req.url).search}`, 301))
  for (const { pattern, headOf } of pageRoutes) {
    app.get(pattern, (c) => {
      const ready = archive()
      if (!ready) return html(c, undefined)
      const head = headOf(ready, c.req.param('id') ?? '', originOf(c))
      // A variant of a name redirects to its canonical address.
      if (head?.path && head.path !== c.req.path) return c.redirect(head.path + new URL(c.req.url).search)
      return html(c, head ?? notFoundHead, head ? 200 : 404)
    })
  }
  app.use(async (c, next) => {
    await next()
    if (!c.res.ok || c.res.headers.has('cache-control')) return
    // Vite names the files under assets/ by their content.
    c.header(
      'cache-control',
      c.req.path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    )
  })
  // The folder does not exist before the first build.
  let files: MiddlewareHandler | undefined
  app.use((c, next) => {
    if (!files && existsSync(folder)) files = serveStatic({ root: folder })
    return files ? files(c, next) : next()
  })
  app.get('*', async (c, next) => {
    const wantsPage = !c.req.path.startsWith('/api/') && c.req.header('accept')?.includes('text/html')
    return wantsPage ? html(c, notFoundHead, 404) : next()
  })
}
