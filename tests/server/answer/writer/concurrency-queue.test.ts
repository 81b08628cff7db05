/** How answers wait for the model: in the order in which they came, so many at a time. */
import { describe, expect, it } from 'vitest'
import { ConcurrencyQueue } from '../../../../server/answer/writer/concurrency-queue.ts'

/** A queue in which each answer, by its name, notes what it is told. */
function observed(count: number) {
  const queue = new ConcurrencyQueue(count)
  const events: string[] = []
  const enter = async (name: string, signal = new AbortController().signal) => {
    const release = await queue.acquire(signal, (position) => events.push(`${name} waits at ${position}`))
    events.push(`${name} starts`)
    return release
  }
  return { events, enter }
}

describe('the queue for the model', () => {
  it('lets as many start at once as there are slots; the others are told their position', async () => {
    const { events, enter } = observed(2)
    await Promise.all([enter('a'), enter('b')])
    void enter('c')
    void enter('d')
    await Promise.resolve()
    expect(events).toEqual(['a starts', 'b starts', 'c waits at 1', 'd waits at 2'])
  })

  it('gives a free slot to who has waited longest, and tells the others', async () => {
    const { events, enter } = observed(1)
    const release = await enter('a')
    const waiting = [enter('b'), enter('c')]
    release()
    await waiting[0]
    expect(events).toEqual(['a starts', 'b waits at 1', 'c waits at 2', 'c waits at 1', 'b starts'])
  })

  it('has a slot free again when nobody waits', async () => {
    const { events, enter } = observed(1)
    const release = await enter('a')
    release()
    await enter('b')
    expect(events).toEqual(['a starts', 'b starts'])
  })

  it('frees a slot once, however often it is given back', async () => {
    const { events, enter } = observed(1)
    const release = await enter('a')
    release()
    release()
    await enter('b')
    void enter('c')
    await Promise.resolve()
    expect(events.at(-1)).toBe('c waits at 1')
  })

  it('lets one who leaves go, moves the others up, and skips them', async () => {
    const { events, enter } = observed(1)
    const release = await enter('a')
    const leaving = new AbortController()
    const left = enter('b', leaving.signal)
    const next = enter('c')
    leaving.abort(new Error('left'))
    await expect(left).rejects.toThrow('left')
    expect(events.at(-1)).toBe('c waits at 1')
    release()
    await next
    expect(events).not.toContain('b starts')
  })

  it('lets nobody in who has left before', async () => {
    const { events, enter } = observed(1)
    await expect(enter('a', AbortSignal.abort(new Error('left')))).rejects.toThrow('left')
    expect(events).toEqual([])
  })
})
