import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { statusResponseSchema } from '../../../server/contract/status.ts'
import { createApp } from '../../../server/routes/app.ts'
import { type Asking, chatRequest, openApp, PAGE, postOf, problemOf } from '../ask.ts'

let app: Asking
beforeAll(async () => {
  app = await openApp()
})
afterEach(() => expect(app.reported).toEqual([]))

describe('a wrong parameter is named', () => {
  it.each([
    ['/api/search', 'q'],
    ['/api/search?q=', 'q'],
    ['/api/search?q=%20%20', 'q'],
    ['/api/search?q=a&q=b', 'q'],
    [`/api/search?q=${'x'.repeat(2001)}`, 'q'],
    ['/api/search?q=a&limit=0', 'limit'],
    ['/api/search?q=a&limit=101', 'limit'],
    ['/api/search?q=a&limit=1.5', 'limit'],
    ['/api/search?q=a&limit=ten', 'limit'],
    ['/api/search?q=a&limit=Infinity', 'limit'],
    ['/api/search?q=a&limit=5&limit=6', 'limit'],
    ['/api/search?q=a&offset=-1', 'offset'],
    ['/api/search?q=a&offset=1e99', 'offset'],
    ['/api/search?q=a&from=1990&to=1980', 'to'],
    ['/api/documents?from=1990&to=1980', 'to'],
    ['/api/documents?from=1980-06&to=1980-05-31', 'to'],
    ['/api/documents?limit=-5', 'limit'],
    ['/api/documents?offset=x', 'offset'],
    ['/api/documents?sort=best', 'sort'],
    ['/api/documents?sort=', 'sort'],
    ['/api/collections/inside-north-korea?limit=1000', 'limit'],
    [
      '/api/documents/1984-06-15-minutes-of-conversation-todor-zhivkov-kim-il-sung-sofia/related?limit=x',
      'limit',
    ],
    ['/api/examples?limit=11', 'limit'],
  ])('%s', async (path, field) => {
    const problem = await problemOf(await app.request(path), 400)
    expect([...new Set(problem.errors?.map((error) => error.field))]).toEqual([field])
    expect(problem.detail).toContain(`${field}: `)
    expect(problem.errors?.[0]?.message.length).toBeGreaterThan(8)
  })

  it('with every other that is wrong', async () => {
    const { errors } = await problemOf(await app.request('/api/documents?limit=x&offset=y&sort=z'), 400)
    expect(errors?.map(({ field }) => field).toSorted()).toEqual(['limit', 'offset', 'sort'])
  })
})

describe('a wrong conversation is named', () => {
  const asks = { id: 'u', role: 'user', parts: [{ type: 'text', text: 'Who?' }] }
  const answers = { id: 'a', role: 'assistant', parts: [{ type: 'text', text: 'Kim.' }] }

  it.each([
    ['without an id', { messages: [asks] }, 'id'],
    ['without messages', { id: 'c' }, 'messages'],
    ['with no message', { id: 'c', messages: [] }, 'messages'],
    ['with messages that are no list', { id: 'c', messages: 'Who?' }, 'messages'],
    ['that ends with an answer', { id: 'c', messages: [asks, answers] }, 'messages.1.role'],
    ['with somebody else’s message', { id: 'c', messages: [{ ...asks, role: 'root' }] }, 'messages.0.role'],
    ['without parts', { id: 'c', messages: [{ id: 'u', role: 'user' }] }, 'messages.0.parts'],
    ['with an empty question', { id: 'c', messages: [{ ...asks, parts: [] }] }, 'messages.0.parts'],
    [
      'with a question of blanks',
      { id: 'c', messages: [{ ...asks, parts: [{ type: 'text', text: ' \n ' }] }] },
      'messages.0.parts',
    ],
    [
      'with text that is none',
      { id: 'c', messages: [{ ...asks, parts: [{ type: 'text', text: 5 }] }] },
      'messages.0.parts.0.text',
    ],
    [
      'with a picture for a question',
      { id: 'c', messages: [{ ...asks, parts: [{ type: 'file', url: 'data:,' }] }] },
      'messages.0.parts',
    ],
    [
      'with a question of 2,001 characters',
      { id: 'c', messages: [{ ...asks, parts: [{ type: 'text', text: 'x'.repeat(2001) }] }] },
      'messages.0.parts',
    ],
    [
      'with an earlier question of 2,001 characters',
      { id: 'c', messages: [{ ...asks, parts: [{ type: 'text', text: 'x'.repeat(2001) }] }, answers, asks] },
      'messages.0.parts',
    ],
  ])('%s', async (_, body, field) => {
    const { errors } = await problemOf(await app.request('/api/chat', postOf(body)), 400)
    expect(errors?.map((error) => error.field)).toEqual([field])
  })

  it.each(['null', '[]', '"text"', '7'])('that is %s: the body', async (body) => {
    const { errors } = await problemOf(await app.request('/api/chat', postOf(body)), 400)
    expect(errors?.map(({ field }) => field)).toEqual(['body'])
  })

  it.each(['', '{', '{"id": "c", "messages": [}', 'id=c', '\u0000'])('that is not JSON: %j', async (body) => {
    const { detail } = await problemOf(await app.request('/api/chat', postOf(body)), 400)
    expect(detail).toMatch(/JSON/)
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
  ])('sent as %s: 415', async (type) => {
    const request = { ...chatRequest('Who?'), headers: { 'content-type': type } }
    const { detail } = await problemOf(await app.request('/api/chat', request), 415)
    expect(detail).toContain('application/json')
  })

  it('sent as nothing in particular: 415', async () => {
    const body = new Blob([JSON.stringify({ id: 'c', messages: [asks] })])
    await problemOf(await app.request('/api/chat', { method: 'POST', body }), 415)
  })

  it('of five megabytes: 413, whether or not it says how long it is', async () => {
    const long = JSON.stringify({ id: 'c', messages: [asks], more: 'x'.repeat(5 * 1024 * 1024) })
    const told = {
      ...postOf(long),
      headers: { 'content-type': 'application/json', 'content-length': String(long.length) },
    }
    expect((await problemOf(await app.request('/api/chat', told), 413)).detail).toMatch(
      /larger than \d+ bytes/,
    )
    await problemOf(await app.request('/api/chat', postOf(long)), 413)
  })
})

describe('what is not here', () => {
  it.each([
    ['GET', '/api/nothing'],
    ['GET', '/api'],
    ['GET', '/api/'],
    ['GET', '/api/search/'],
    ['GET', '/api/documents/a/b/c'],
    ['GET', '/api/chat'],
    ['DELETE', '/api/documents'],
    ['PUT', '/api/chat'],
    ['POST', '/api/search?q=Kim'],
    ['GET', '/nothing'],
    ['GET', '/health'],
    ['POST', '/'],
    ['GET', '/.env'],
    ['GET', '/../package.json'],
    ['GET', '/..%2f..%2f..%2fpackage.json'],
    ['GET', '/assets/..%5c..%5cpackage.json'],
    ['GET', '/assets/%00'],
    ['GET', '/%E0%A4%A'],
  ])('is said to be so: %s %s', async (method, path) => {
    const { detail } = await problemOf(await app.request(path, { method }), 404)
    expect(detail).toMatch(/is not here\.$/)
  })
})

describe('an error that nobody foresaw', () => {
  const broken = async () => {
    const secret = new Error('The password is swordfish, at /root/secret.ts:1:1')
    const model = {
      ...app.archive.model,
      embed: async () => {
        throw secret
      },
    }
    const reported: unknown[] = []
    const archive = { ...app.archive, model }
    return {
      secret,
      reported,
      app: createApp({ archive: () => archive, pageFolder: PAGE, report: (error) => reported.push(error) }),
    }
  }

  it('is told to the log whole and to the client only as such', async () => {
    const { app, reported, secret } = await broken()
    const problem = await problemOf(await app.request('/api/search?q=Kim'), 500)
    expect(JSON.stringify(problem)).not.toContain('swordfish')
    expect(reported).toEqual([secret])
  })

  it('ends an answer with a sentence that says what to do', async () => {
    const { app, reported, secret } = await broken()
    const stream = await (await app.request('/api/chat', chatRequest('Who signed the armistice?'))).text()
    expect(stream).toContain('"type":"error"')
    expect(stream).toMatch(/Please try again/)
    expect(stream).not.toContain('swordfish')
    expect(reported).toEqual([secret])
  })
})

describe('until the archive is open', () => {
  const starting = createApp({ archive: () => undefined, pageFolder: PAGE, report: () => {} })

  it('the server lives, but is not ready, and says when to ask again', async () => {
    expect((await starting.request('/health/live')).status).toBe(200)
    const ready = await starting.request('/health/ready')
    expect(ready.status).toBe(503)
    expect(Number(ready.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it('the status answers, and says that the index is not open yet', async () => {
    const response = await starting.request('/api/status')
    expect(response.status).toBe(200)
    expect(statusResponseSchema.parse(await response.json())).toEqual({
      writer: 'quotations',
      index: { state: 'starting', outdated: false },
    })
  })

  it('the status tells how far the first index is', async () => {
    const index = { state: 'building' as const, progress: 0.5, outdated: false }
    const building = createApp({
      archive: () => undefined,
      index: () => index,
      pageFolder: PAGE,
      report: () => {},
    })
    const { index: told } = statusResponseSchema.parse(await (await building.request('/api/status')).json())
    expect(told).toEqual(index)
  })

  it.each(['/api/search?q=Kim', '/api/documents', '/api/collections', '/api/examples'])(
    '%s is a problem that passes',
    async (path) => {
      const { detail } = await problemOf(await starting.request(path), 503)
      expect(detail).toMatch(/try again/)
    },
  )

  it('the chat is a problem that passes', async () => {
    await problemOf(await starting.request('/api/chat', chatRequest('Who?')), 503)
  })
})
