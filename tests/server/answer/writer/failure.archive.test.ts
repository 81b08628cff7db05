import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Archive } from '../../../../server/archive/archive.ts'
import { openTestArchive } from '../../../open-test-archive.ts'
import type { Prose } from '../../ask-model.ts'
import { KEY } from '../../model-settings.ts'
import { type Reply, type ScriptedModel, startScriptedModel } from '../../scripted-model.ts'
import { opensWithShortTimeouts, until } from './short-timeouts.ts'

let archive: Archive
let model: ScriptedModel
beforeAll(async () => {
  archive = await openTestArchive()
  model = await startScriptedModel(7)
})
afterAll(() => model.close())

const QUESTION = 'How did the Pueblo crisis end?'
const open = opensWithShortTimeouts(
  () => archive,
  () => model.url,
)

/** What every failed answer must be: finished, told in a plain sentence, with the quotations below it. */
function expectQuotations(answer: Prose): void {
  expect(answer.quoted).toMatch(
    /^(?:The answer above is not finished\. )?[A-Z][^\n]+\. What follows is quoted from the documents\.\n\n/,
  )
  expect(answer.quoted).toMatch(/\[\d+\]$/)
  const numbers = answer.data.sources?.sources.map(({ n }) => n) ?? []
  for (const [, n] of answer.quoted.matchAll(/\[(\d+)\]/g)) expect(numbers).toContain(Number(n))
  expect(answer.data.outcome?.outcome).toBe('answered')
  expect(answer.data.suggestions?.questions.length).toBeGreaterThan(0)
  expect(JSON.stringify(answer)).not.toContain(KEY)
}

const failures: [what: string, reply: Reply, cause: string][] = [
  [
    'refuses the key',
    { status: 401, body: `{"error":{"message":"Incorrect API key provided: ${KEY}"}}` },
    'refused-key',
  ],
  [
    'does not know the model',
    { status: 404, body: '{"error":{"message":"model \\"x\\" not found"}}' },
    'unknown-model',
  ],
  [
    'does not know the model and says 400',
    { status: 400, body: '{"error":{"message":"The model x does not exist: not a known model"}}' },
    'unknown-model',
  ],
  [
    'has nothing at this address',
    { status: 404, headers: { 'content-type': 'text/plain' }, body: '404 page not found' },
    'wrong-address',
  ],
  [
    'cannot read so much',
    {
      status: 400,
      body: '{"error":"The prompt exceeds the context length of 4096 tokens; tools count, too"}',
    },
    'too-much-to-read',
  ],
  ['asks to come again in an hour', { status: 429, headers: { 'retry-after': '3600' } }, 'busy'],
  ['is too busy', { status: 429 }, 'busy'],
  ['meets an error', { status: 500 }, 'server-error'],
  ['says nothing', { mute: true }, 'too-slow'],
  ['begins and falls silent', { text: 'The crew came home [1]. Then', end: 'silence' }, 'too-slow'],
  ['breaks off', { text: 'The crew came home [1]. Then', end: 'cut' }, 'broken-off'],
  ['ends without a reason', { text: 'The crew came home [1]. Then', end: 'without-reason' }, 'broken-off'],
  ['sends what is no JSON', { text: 'The crew came home [1]. Then', end: 'garbled' }, 'garbled'],
  [
    'sends a page',
    { status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>Welcome</h1>' },
    'broken-off',
  ],
  ['fails within the stream', { text: 'The crew', end: 'error-in-stream' }, 'server-error'],
  ['never ends', { text: 'The crew came home [1]', end: 'endless' }, 'too-long'],
  ['ends by its limit of tokens', { text: 'The crew came home [1]. Then', end: 'length' }, 'too-long'],
  ['withholds the answer', { end: 'filtered' }, 'withheld'],
  ['answers nothing', { text: '' }, 'empty'],
  ['answers blanks', { text: ' \n\n ' }, 'empty'],
  ['answers nothing but markup', { text: '***\n\n<br> <!-- none -->\n\n```\n```' }, 'empty'],
  [
    'searches without end',
    { calls: [{ name: 'search_documents', arguments: '{"question":"Pueblo"}' }] },
    'no-end-of-searching',
  ],
]

describe('when the model’s server', () => {
  it.each(failures)(
    '%s, the reader gets quotations and a plain sentence, the log one line',
    async (_, reply, cause) => {
      // The second try comes after two seconds.
      const asking = open(reply.status ? { silenceTimeoutMs: 5_000, answerTimeoutMs: 8_000 } : {})
      model.answers(reply)
      const answer = await asking.ask(QUESTION)
      expect(answer.data.writer?.failure, asking.log.join()).toBe(cause)
      expectQuotations(answer)
      if (reply.text?.includes('[1]')) {
        expect(answer.text).toMatch(/^The crew came home \[1\]/)
        expect(answer.quoted).toMatch(/^The answer above is not finished\./)
      }
      expect(asking.log).toEqual([
        expect.stringMatching(new RegExp(`^The language model failed \\(${cause}\\): `)),
      ])
      await until(() => model.open() === 0)
    },
  )

  it.each(['cut', 'silence', 'error-in-stream'] as const)(
    'ends in %s, what was held of the answer is shown',
    async (end) => {
      const asking = open({ silenceTimeoutMs: 3_000, answerTimeoutMs: 8_000 })
      model.answers({ text: 'Looking at the records, the crew came home. Then', end })
      expect((await asking.ask(QUESTION)).text).toBe('Looking at the records, the crew came home. Then')
    },
  )

  it('cannot read a call of a tool, that question goes on without tools, and the next has them again', async () => {
    const asking = open({ silenceTimeoutMs: 8_000, answerTimeoutMs: 10_000 })
    const error = `error parsing tool call: raw='{"question":"Pueblo', err=unexpected end of JSON input`
    model.answers(
      { calls: [{ name: 'search_documents', arguments: '{"question":"USS Pueblo"}' }] },
      { status: 500, body: JSON.stringify({ error }) },
      { status: 500, body: JSON.stringify({ error }) },
      { text: 'The crew came home [1].' },
    )
    expect((await asking.ask(QUESTION)).text).toBe('The crew came home [1].')
    expect((await asking.ask(QUESTION)).text).toBe('The crew came home [1].')
    expect(model.received.map(({ tools }) => tools !== undefined)).toEqual([true, true, true, false, true])
    expect(asking.log).toEqual([expect.stringContaining('error parsing tool call')])
  })

  it('says its cause in an unusual shape, the log has it and not the key', async () => {
    const asking = open()
    model.answers({ status: 400, body: `{"object":"error","message":"The key ${KEY} wants a hat."}` })
    await asking.ask(QUESTION)
    expect(asking.log).toEqual(['The language model failed (failed): 400: The key (key) wants a hat.'])
  })

  it('is busy or fails but once, the answer is the model’s', async () => {
    for (const once of [{ status: 429, headers: { 'retry-after': '1' } }, { status: 500 }]) {
      const asking = open({ silenceTimeoutMs: 8_000 })
      model.answers(once, { text: 'The crew came home [1].' })
      const answer = await asking.ask(QUESTION)
      expect(answer.text).toBe('The crew came home [1].')
      expect(answer.data.writer?.failure).toBeUndefined()
      expect(asking.log).toEqual([])
    }
  })

  it('stays busy, the cause is told as such', async () => {
    model.answers({ status: 429, headers: { 'retry-after': '0' } })
    const answer = await open({ silenceTimeoutMs: 8_000 }).ask(QUESTION)
    expect(answer.data.writer?.failure).toBe('busy')
    expectQuotations(answer)
  })

  it('cannot be reached, quotations follow', async () => {
    const asking = open({ baseUrl: 'http://127.0.0.1:9/v1', silenceTimeoutMs: 8_000 })
    const answer = await asking.ask(QUESTION)
    expect(answer.data.writer?.failure).toBe('unreachable')
    expectQuotations(answer)
  })

  it.each(['{"question":', '{"question":{}}', '[]', 'null', '{"question":"x","kind":"poem"}', '{"n":-1}'])(
    'calls a tool with %s, the model is told and goes on, and the reader sees that the step failed',
    async (broken) => {
      const asking = open({ silenceTimeoutMs: 5_000 })
      model.answers(
        { calls: [{ name: 'search_documents', arguments: broken }] },
        { text: 'The crew came home [1].' },
      )
      const answer = await asking.ask(QUESTION)
      expect(answer.text).toBe('The crew came home [1].')
      expect(answer.steps).toEqual([
        { tool: 'search_documents', summary: 'searching: asked in a way that cannot be read' },
      ])
    },
  )

  it('calls a tool that there is not, the model is told and goes on', async () => {
    const asking = open({ silenceTimeoutMs: 5_000 })
    model.answers(
      { calls: [{ name: 'delete_documents', arguments: '{}' }] },
      { text: 'The crew came home [1].' },
    )
    expect((await asking.ask(QUESTION)).text).toBe('The crew came home [1].')
  })

  it('fails at a question that nothing here answers, the reader learns both', async () => {
    model.answers({ status: 401 })
    const answer = await open().ask('How long should I knead sourdough?')
    expect(answer.quoted).toMatch(/does not accept this server’s key[\s\S]+holds no answer/)
    expect(answer.data.outcome?.outcome).toBe('nothing-found')
  })
})
