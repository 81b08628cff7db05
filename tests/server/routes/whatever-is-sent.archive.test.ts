/** Requests that nobody would write by hand: each is answered or refused, none is an error of the server. */
import fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Asking, chatRequest, expectNothingOfTheInside, openApp, postOf } from '../ask.ts'

let app: Asking
beforeAll(async () => {
  app = await openApp()
})
afterEach(() => expect(app.reported).toEqual([]))

describe('whatever is sent', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.integer().map(String),
    fc.constantFrom('', '%', '../../', '\0', "'", '[]', '__proto__'),
  )

  it('as a parameter is answered or refused, never an error of the server', async () => {
    const paths = fc.constantFrom(
      '/api/search',
      '/api/documents',
      '/api/collections',
      '/api/collections/inside-north-korea',
      '/api/examples',
      '/api/nothing',
      '/',
    )
    const names = fc.constantFrom(
      'q',
      'limit',
      'offset',
      'sort',
      'from',
      'to',
      'person',
      'type',
      'without',
      'understanding',
      'x',
    )
    const query = fc.array(fc.tuple(names, anything), { maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(paths, query, async (path, parameters) => {
        await expectNoFailure(await app.request(`${path}?${new URLSearchParams(parameters)}`))
      }),
      { numRuns: 150 },
    )
  })

  it('as an id is answered or refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('documents', 'collections'),
        anything,
        fc.constantFrom('', '/related'),
        async (kind, id, rest) => {
          const encoded = encodeURIComponent(id.replace(/\p{Cs}/gu, ''))
          for (const raw of [encoded, id.replace(/[\s#?\\]|\p{Cs}|\p{Cc}/gu, '')])
            await expectNoFailure(await app.request(`/api/${kind}/${raw}${rest}`))
        },
      ),
      { numRuns: 150 },
    )
  })

  it('as a conversation is answered or refused', async () => {
    const part = fc.oneof(fc.record({ type: anything, text: anything }, { requiredKeys: [] }), fc.jsonValue())
    const message = fc.oneof(
      fc.record(
        {
          id: anything,
          role: fc.constantFrom('user', 'assistant', 'system', 'tool'),
          parts: fc.array(part, { maxLength: 3 }),
        },
        { requiredKeys: [] },
      ),
      fc.jsonValue(),
    )
    const conversation = fc.record(
      {
        id: anything,
        messages: fc.oneof(fc.array(message, { maxLength: 3 }), fc.jsonValue()),
        without: fc.jsonValue(),
      },
      { requiredKeys: [] },
    )
    await fc.assert(
      fc.asyncProperty(fc.oneof(conversation, fc.jsonValue()), async (body) => {
        await expectNoFailure(await app.request('/api/chat', postOf(JSON.stringify(body))))
      }),
      { numRuns: 150 },
    )
  })

  it('as a question is answered to its end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), async (question) => {
        fc.pre(question.trim() !== '')
        const response = await app.request('/api/chat', chatRequest(question))
        const stream = await response.text()
        expect(response.status, stream).toBe(200)
        expect(stream).toContain('data-outcome')
        expect(stream).not.toContain('"type":"error"')
      }),
      { numRuns: 20 },
    )
  })

  async function expectNoFailure(response: Response): Promise<void> {
    const text = await response.text()
    expect(response.status, text).toBeLessThan(500)
    if (response.status >= 400) {
      expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
      expectNothingOfTheInside(text)
    }
  }
})
