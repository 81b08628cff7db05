import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWriter } from '../../../server/answer/writer/writer.ts'
import type { Archive } from '../../../server/archive/archive.ts'
import { createApp } from '../../../server/routes/app.ts'
import type { RateLimits } from '../../../server/routes/rate-limit.ts'
import { openTestArchive } from '../../open-test-archive.ts'
import { chatRequest, PAGE, problemOf } from '../ask.ts'
import { settingsFor } from '../model-settings.ts'
import { type ScriptedModel, startScriptedModel } from '../scripted-model.ts'

let archive: Archive
let model: ScriptedModel
beforeAll(async () => {
  archive = await openTestArchive()
  model = await startScriptedModel()
  model.answers({ text: 'Kim came [1].' })
})
afterAll(() => model.close())

/** Asks as from an address, through a proxy that names its client or not. */
function open(changes: Partial<RateLimits> = {}) {
  const limits = { requests: 3, answers: 1, behindProxy: false, ...changes }
  const app = createApp({
    archive: () => archive,
    pageFolder: PAGE,
    limits,
    writer: createWriter(settingsFor(model.url), () => {}),
    report: (error) => expect.fail(String(error)),
  })
  return async (path: string, address: string, init: RequestInit = {}) =>
    app.request(path, init, { incoming: { socket: { remoteAddress: address } } })
}
type Ask = ReturnType<typeof open>

async function statuses(ask: Ask, addresses: string[], init?: RequestInit): Promise<number[]> {
  const given: number[] = []
  for (const address of addresses) given.push((await ask('/api/documents/popular', address, init)).status)
  return given
}

describe('where others than this machine can ask', () => {
  it('a client that asks too often is told for how long to wait, and the others are not', async () => {
    const ask = open()
    const one = Array<string>(3).fill('192.0.2.1')
    expect(await statuses(ask, one)).toEqual([200, 200, 200])
    const refused = await ask('/api/documents/popular', '192.0.2.1')
    const wait = Number(refused.headers.get('retry-after'))
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(60)
    const { detail } = await problemOf(refused, 429)
    expect(detail).toBe(
      `This server takes 3 requests a minute from one client. Please try again in ${wait} seconds.`,
    )
    expect(await statuses(ask, ['192.0.2.2', '192.0.2.1'])).toEqual([200, 429])
  })

  it('what is no request to the archive is not counted', async () => {
    const ask = open({ requests: 1 })
    for (const path of ['/', '/health/live', '/', '/health/live'])
      expect((await ask(path, '192.0.2.1')).status).toBe(200)
    expect(await statuses(ask, ['192.0.2.1'])).toEqual([200])
  })

  it.each([
    ['one network of IPv6', ['2001:db8:1:2::1', '2001:db8:1:2:9::', '2001:db8:1:2:a:b:c:d'], 429],
    ['two networks of IPv6', ['2001:db8:1:2::1', '2001:db8:1:2::1', '2001:db8:1:3::1'], 200],
    ['one address in both its forms', ['192.0.2.1', '::ffff:192.0.2.1', '192.0.2.1'], 429],
    [
      'one network, written in two ways',
      ['2001:DB8:1:2::1', '2001:0db8:0001:0002:0::1', '2001:db8:1:2::'],
      429,
    ],
    ['one network with a zone', ['fe80::1%eth0', 'fe80::2%eth0', 'fe80::3'], 429],
    ['two addresses in IPv6’s form', ['::ffff:192.0.2.1', '::ffff:192.0.2.1', '::ffff:192.0.2.2'], 200],
  ])('%s', async (_, addresses, last) => {
    expect((await statuses(open({ requests: 2 }), addresses)).at(-1)).toBe(last)
  })

  it('behind a proxy the client is the one that the proxy names, whatever the client says itself', async () => {
    const ask = open({ requests: 1, behindProxy: true })
    const from = (forwarded: string) =>
      statuses(ask, ['10.0.0.1'], { headers: { 'x-forwarded-for': forwarded } })
    expect(await from('192.0.2.1')).toEqual([200])
    expect(await from('192.0.2.9, 192.0.2.1')).toEqual([429])
    expect(await from('192.0.2.2')).toEqual([200])
  })

  it.each([
    ['one client by two ports', ['192.0.2.1:4000', '192.0.2.1:4001'], 429],
    ['one network of IPv6 by two ports', ['[2001:db8::1]:4000', '[2001:db8::2]:4001'], 429],
    ['what is no address is the proxy itself, whatever it says', ['unknown', '_hidden'], 429],
    ['two clients', ['192.0.2.1:4000', '192.0.2.2:4000'], 200],
  ])('behind a proxy that names %s', async (_, named, last) => {
    const ask = open({ requests: 1, behindProxy: true })
    const given: number[] = []
    for (const forwarded of named)
      given.push(...(await statuses(ask, ['10.0.0.1'], { headers: { 'x-forwarded-for': forwarded } })))
    expect(given).toEqual([200, last])
  })

  it('without a proxy no header makes another client of one', async () => {
    const ask = open({ requests: 1 })
    const from = (forwarded: string) =>
      statuses(ask, ['192.0.2.1'], { headers: { 'x-forwarded-for': forwarded } })
    expect(await from('198.51.100.1')).toEqual([200])
    expect(await from('198.51.100.2')).toEqual([429])
  })

  it('the model’s answers have a limit of their own; quotations are still to be had', async () => {
    const ask = open({ requests: 10 })
    const question = chatRequest('Who was Kim Il Sung?')
    const first = await ask('/api/chat', '192.0.2.1', question)
    expect(first.status).toBe(200)
    await first.text()
    const { detail } = await problemOf(await ask('/api/chat', '192.0.2.1', question), 429)
    expect(detail).toMatch(/^This server lets its language model answer 1 question a minute for one client\./)
    const quotations = { ...JSON.parse(String(question.body)), writer: 'quotations' }
    const answer = await ask('/api/chat', '192.0.2.1', { ...question, body: JSON.stringify(quotations) })
    expect(await answer.text()).toContain('"writer":"quotations"')
    expect(model.received).toHaveLength(1)
  })
})

it('where only this machine can ask there is no limit', async () => {
  const app = createApp({ archive: () => archive, pageFolder: PAGE, report: () => {} })
  for (let count = 0; count < 20; count += 1)
    expect((await app.request('/api/documents/popular')).status).toBe(200)
})
