import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../../server/routes/app.ts'
import { type Asking, chatRequest, openApp, PAGE, problemOf } from '../ask.ts'

let app: Asking
beforeAll(async () => {
  app = await openApp()
})

/** The built page, recognized by what no head replaces. */
const PAGE_BODY = '<p>The body of a page for the tests of the server.</p>'

/** Asks as a browser does that opens an address. */
const open = (path: string) =>
  app.request(path, { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } })

describe('the page', () => {
  it.each([
    '/',
    '/documents',
    '/collections',
    '/c/Yw3Kq5o9bLd5gGUc',
    '/?q=Who+was+Kim+Il+Sung%3F',
    '/documents/1984-06-15-minutes-of-conversation-todor-zhivkov-kim-il-sung-sofia',
    '/collections/conversations-with-kim-il-sung',
    '/documents?sort=newest&page=3',
  ])('is drawn under %s', async (path) => {
    const response = await open(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toMatch(/^text\/html/)
    expect(await response.text()).toContain(PAGE_BODY)
    expect(response.headers.get('cache-control')).toBe('no-cache')
  })

  it.each(['/documents/nothing', '/collections/nothing', '/nowhere', '/documents/a/b', '/index.php'])(
    'says in its own words that %s does not exist: 404',
    async (path) => {
      const response = await open(path)
      expect(response.status).toBe(404)
      expect(await response.text()).toContain(PAGE_BODY)
    },
  )

  it.each([
    ['/my-sources/', '/my-sources'],
    ['/documents/?sort=newest', '/documents?sort=newest'],
    ['/documents/1984-06-15-minutes-of-conversation-todor-zhivkov-kim-il-sung-sofia/', undefined],
    ['/people/', '/people'],
    ['/nowhere/', '/nowhere'],
    ['/index.html', '/'],
    ['/index.html?q=Juche', '/?q=Juche'],
  ])('has one address: %s leads to it', async (path, address = path.slice(0, -1)) => {
    const response = await open(path)
    expect(response.status).toBe(301)
    const { pathname, search } = new URL(response.headers.get('location') ?? '', 'http://localhost')
    expect(pathname + search).toBe(address)
  })

  it('is not drawn where the API was asked', async () => {
    await problemOf(await open('/api/nothing'), 404)
    await problemOf(await open('/api/documents/'), 404)
  })

  it('has assets that a browser may keep for good, as their names change with their content', async () => {
    const response = await app.request('/assets/page-a1b2c3.js')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toMatch(/javascript/)
    expect(response.headers.get('cache-control')).toContain('immutable')
  })

  it('that is still being built says so', async () => {
    const building = createApp({
      archive: () => app.archive,
      pageFolder: join(PAGE, 'assets'),
      report: () => {},
    })
    const response = await building.request('/')
    expect(response.status).toBe(503)
    expect(await response.text()).toMatch(/being built/)
  })
})

describe('every response', () => {
  const all = [
    '/',
    '/nowhere',
    '/assets/page-a1b2c3.js',
    '/api/search?q=Kim',
    '/api/search',
    '/api/nothing',
    '/health/live',
    '/api/openapi.json',
  ]

  it.each(all)('of %s forbids what the page does not need', async (path) => {
    const { headers } = await app.request(path)
    const policy = new Map(
      (headers.get('content-security-policy') ?? '').split(';').map((directive) => {
        const [name = '', ...values] = directive.trim().split(/\s+/)
        return [name, values] as const
      }),
    )
    expect(policy.get('default-src')).toEqual(["'none'"])
    expect(policy.get('script-src')).toEqual(["'self'"])
    expect(policy.get('style-src')).toEqual(["'self'"])
    expect(policy.get('connect-src')).toEqual(["'self'"])
    expect(policy.get('frame-ancestors')).toEqual(["'none'"])
    expect(policy.get('base-uri')).toEqual(["'none'"])
    expect([...policy.values()].flat().filter((value) => /unsafe|\*|https?:/.test(value))).toEqual([])
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-powered-by')).toBeNull()
  })

  it.each(all)('of %s is for the page’s own origin alone', async (path) => {
    for (const method of ['GET', 'OPTIONS']) {
      const { headers } = await app.request(path, {
        method,
        headers: { origin: 'https://example.org', 'access-control-request-method': 'POST' },
      })
      expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([])
    }
  })

  it('of the chat too', async () => {
    const response = await app.request('/api/chat', chatRequest('Juche'))
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
    await response.body?.cancel()
  })
})

describe('the API', () => {
  it('describes itself', async () => {
    const description = await (await app.request('/api/openapi.json')).json()
    expect(description.openapi).toBe('3.1.0')
    expect(Object.keys(description.paths)).toEqual(
      expect.arrayContaining([
        '/api/search',
        '/api/chat',
        '/api/documents',
        '/api/documents/{id}',
        '/api/documents/{id}/related',
        '/api/collections',
        '/api/collections/{id}',
        '/api/examples',
      ]),
    )
  })

  it.each(['/api/search', '/api/documents'])(
    'describes the bounds of %s, and that they stand in order',
    async (path) => {
      const { paths } = await (await app.request('/api/openapi.json')).json()
      const parameters: { name: string; schema: { description?: string } }[] = paths[path].get.parameters
      expect(parameters.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['from', 'to', 'person', 'limit']),
      )
      expect(parameters.find(({ name }) => name === 'to')).toMatchObject({
        schema: { description: expect.stringContaining('not before `from`') },
      })
    },
  )

  it('says that it is ready, with what', async () => {
    const response = await app.request('/health/ready')
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      status: 'ready',
      documents: 913,
      model: app.archive.model.id,
    })
  })
})
