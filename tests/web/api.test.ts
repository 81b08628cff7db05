import { afterEach, describe, expect, it, vi } from 'vitest'
import { explainError, fetchOrThrow, parseProblem, UnreachableError } from '../../web/api.ts'

afterEach(() => vi.unstubAllGlobals())

describe('what goes wrong, in words', () => {
  it('is the server’s own account where it gives one', async () => {
    const problem = {
      type: 'about:blank',
      title: 'Bad Request',
      status: 400,
      detail: 'limit: must lie between 1 and 100',
    }
    vi.stubGlobal('fetch', async () => Response.json(problem, { status: 400 }))
    const error = await fetchOrThrow('/api/documents?limit=0').catch((reason: unknown) => reason)
    expect(explainError(error)).toBe('limit: must lie between 1 and 100')
  })

  it('is a plain sentence where a proxy answers with a page', () => {
    expect(parseProblem('<html>Bad gateway</html>', 502).title).toBe('The server answered with status 502.')
    expect(parseProblem('{"title": 5}', 500).title).toBe('The server answered with status 500.')
  })

  it('asks whether the server runs where none answers', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('Failed to fetch')
    })
    const error = await fetchOrThrow('/api/examples').catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(UnreachableError)
    expect(explainError(error)).toBe('The server does not answer. Is it still running?')
  })

  it('leaves a request that the reader stopped alone', async () => {
    const stopped = new DOMException('stopped', 'AbortError')
    vi.stubGlobal('fetch', async () => {
      throw stopped
    })
    await expect(fetchOrThrow('/api/chat')).rejects.toBe(stopped)
  })
})
