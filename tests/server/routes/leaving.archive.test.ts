import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Archive } from '../../../server/archive/archive.ts'
import { createApp } from '../../../server/routes/app.ts'
import { listen } from '../../../server/start/listen.ts'
import { openTestArchive } from '../../open-test-archive.ts'
import { chatRequest, PAGE } from '../ask.ts'

/** An archive that tells of each text embedded and each search of its index, and can hold the embedding up. */
function watched(archive: Archive) {
  const works: string[] = []
  let release = () => {}
  let held = Promise.resolve()
  const watch = <Part extends object>(part: Part, name: string): Part =>
    new Proxy(part, {
      get(target, key) {
        const value = Reflect.get(target, key)
        if (typeof value !== 'function') return value
        return (...args: unknown[]) => {
          const asynchronous = ['embed', 'nearest', 'matchText', 'textsOf'].includes(String(key))
          if (asynchronous) works.push(`${name}.${String(key)}`)
          const work = () => Reflect.apply(value, target, args)
          return key === 'embed' ? held.then(work) : work()
        }
      },
    })
  return {
    archive: { ...archive, model: watch(archive.model, 'model'), index: watch(archive.index, 'index') },
    works,
    hold() {
      held = new Promise((resolve) => {
        release = () => resolve()
      })
    },
    release: () => release(),
  }
}

describe('a client that leaves', () => {
  const reported: unknown[] = []
  let watch: ReturnType<typeof watched>
  let server: Awaited<ReturnType<typeof listen>>
  /** Whether the server knows of the latest request that its client has left. */
  let latest: AbortSignal
  let address: string
  beforeAll(async () => {
    watch = watched(await openTestArchive())
    const app = createApp({
      archive: () => watch.archive,
      pageFolder: PAGE,
      report: (error) => reported.push(error),
    })
    const noting: typeof app.fetch = (request, ...rest) => {
      latest = request.signal
      return app.fetch(request, ...rest)
    }
    server = await listen({ fetch: noting }, { host: '127.0.0.1', port: 0 })
    address = server.url.replace('localhost', '127.0.0.1')
    await search()
    alone = await search()
    expect(alone.length).toBeGreaterThan(2)
  })
  afterAll(() => server.close())

  const until = (met: () => boolean) =>
    vi.waitFor(() => expect(met()).toBe(true), { timeout: 10_000, interval: 5 })

  const SEARCH = '/api/search?q=When+was+the+armistice+signed'
  const search = async () => {
    const from = watch.works.length
    expect((await fetch(`${address}${SEARCH}`)).status).toBe(200)
    return watch.works.slice(from)
  }
  /** The works of that search where nobody else asks. */
  let alone: string[]

  it('would otherwise have made the server search its index, again and again', async () => {
    watch.works.length = 0
    await (await fetch(`${address}/api/chat`, chatRequest('Who signed the armistice?'))).text()
    expect(watch.works.filter((work) => work.startsWith('index.')).length).toBeGreaterThan(2)
  })

  it.each([
    ['a chat', '/api/chat', chatRequest('Who signed the armistice?')],
    ['a search', '/api/search?q=Who+signed+the+armistice', {}],
  ])('stops the work of %s', async (_, path, init) => {
    watch.works.length = 0
    watch.hold()
    const leaving = new AbortController()
    const response = fetch(`${address}${path}`, { ...init, signal: leaving.signal }).then((answer) =>
      answer.text(),
    )
    await until(() => watch.works.includes('model.embed'))
    leaving.abort()
    await expect(response).rejects.toThrow(/abort/i)
    await until(() => latest.aborted)
    watch.release()
    // A search that comes after is answered, and only its own works are done meanwhile.
    expect(await search()).toEqual(alone)
    expect(reported).toEqual([])
  })

  it('in the middle of an answer stops what was to follow', async () => {
    watch.works.length = 0
    const leaving = new AbortController()
    const response = await fetch(`${address}/api/chat`, {
      ...chatRequest('How did the Pueblo crisis end?'),
      signal: leaving.signal,
    })
    const reader = response.body?.getReader()
    watch.hold()
    await reader?.read()
    leaving.abort()
    await until(() => latest.aborted)
    watch.release()
    expect(await search()).toEqual(alone)
    expect(reported).toEqual([])
  })
})
