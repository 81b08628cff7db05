/** `robots.txt` and the sitemap. */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Archive } from '../archive/archive.ts'
import { robotsTxt, sitemap } from '../page/sitemap.ts'
import { notFound, ProblemError } from './problem.ts'
import type { AppEnvironment } from './schema.ts'

interface CrawlerOptions {
  archive: () => Archive | undefined
  originOf: (c: Context) => string
}

export function routeCrawlers(app: OpenAPIHono<AppEnvironment>, { archive, originOf }: CrawlerOptions): void {
  app.get('/robots.txt', (c) => c.text(robotsTxt(originOf(c))))
  app.get('/sitemap.xml', (c) => {
    const ready = archive()
    if (!ready) throw new ProblemError(503, 'The archive is being prepared. Please try again in a minute.')
    const part = c.req.query('part')
    const xml = sitemap(ready, originOf(c), part === undefined ? undefined : Number(part))
    if (xml === undefined) throw notFound(`Part "${part}" of the sitemap`)
    return c.body(xml, 200, { 'content-type': 'application/xml; charset=UTF-8' })
  })
}
