/** Health checks for process managers. */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Archive } from '../archive/archive.ts'
import type { AppEnvironment } from './schema.ts'

/** `/health/live`: the process runs. `/health/ready`: it can answer questions; 503 until the index is open. */
export function routeHealth(app: OpenAPIHono<AppEnvironment>, archive: () => Archive | undefined): void {
  app.get('/health/live', (c) => c.json({ status: 'live' }))
  app.get('/health/ready', (c) => {
    const ready = archive()
    if (!ready) return c.json({ status: 'starting' }, 503, { 'retry-after': '5' })
    const { documents, model } = ready.index.generation
    return c.json({ status: 'ready', documents, model })
  })
}
