import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { WriterSettings } from '../../server/answer/writer/settings.ts'
import type { Archive } from '../../server/archive.ts'
import { listen } from '../../server/start/listen.ts'
import { openTestArchive } from '../open-test-archive.ts'
import { chatRequest } from './ask.ts'
import { type AskingModel, openModelApp, type Prose } from './ask-model.ts'
import { KEY, settingsFor } from './model-settings.ts'
import { type Received, type Reply, type ScriptedModel, startScriptedModel } from './scripted-model.ts'

let archive: Archive
let model: ScriptedModel
beforeAll(async () => {
  archive = await openTestArchive()
  model = await startScriptedModel(7)
})
afterAll(() => model.close())

const QUESTION = 'How did the Pueblo crisis end?'
const opened: AskingModel[] = []
function open(changes: Partial<WriterSettings> = {}): AskingModel {
  const asking = openModelApp(archive, settingsFor(model.url, { timeout: 700, longest: 4_000, ...changes }))
  opened.push(asking)
  return asking
}
afterEach(() => {
  for (const { reported, log } of opened.splice(0)) {
    expect(reported).toEqual([])
    for (const line of log) {
      expect(line).not.toContain(KEY)
      expect(line).not.toContain('\n')
    }
  }
})

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
      const asking = open(reply.status ? { timeout: 5_000, longest: 8_000 } : {})
      model.answers(reply)
      const begun = performance.now()
      const answer = await asking.ask(QUESTION)
      expect(performance.now() - begun).toBeLessThan(9_000)
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
      const asking = open({ timeout: 3_000, longest: 8_000 })
      model.answers({ text: 'Looking at the records, the crew came home. Then', end })
      expect((await asking.ask(QUESTION)).text).toBe('Looking at the records, the crew came home. Then')
    },
  )

  it('cannot read a call of a tool, that question goes on without tools, and the next has them again', async () => {
    const asking = open({ timeout: 8_000, longest: 10_000 })
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
      const asking = open({ timeout: 8_000 })
      model.answers(once, { text: 'The crew came home [1].' })
      const answer = await asking.ask(QUESTION)
      expect(answer.text).toBe('The crew came home [1].')
      expect(answer.data.writer?.failure).toBeUndefined()
      expect(asking.log).toEqual([])
    }
  })

  it('stays busy, the cause is told as such', async () => {
    model.answers({ status: 429, headers: { 'retry-after': '0' } })
    const answer = await open({ timeout: 8_000 }).ask(QUESTION)
    expect(answer.data.writer?.failure).toBe('busy')
    expectQuotations(answer)
  })

  it('cannot be reached, quotations follow', async () => {
    const asking = open({ baseUrl: 'http://127.0.0.1:9/v1', timeout: 8_000 })
    const answer = await asking.ask(QUESTION)
    expect(answer.data.writer?.failure).toBe('unreachable')
    expectQuotations(answer)
  })

  it.each(['{"question":', '{"question":{}}', '[]', 'null', '{"question":"x","kind":"poem"}', '{"n":-1}'])(
    'calls a tool with %s, the model is told and goes on, and the reader sees that the step failed',
    async (broken) => {
      const asking = open({ timeout: 5_000 })
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
    const asking = open({ timeout: 5_000 })
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

describe('many questions at once', () => {
  it('are written so many at a time; the others wait, and are told their place', async () => {
    let release = () => {}
    const until = new Promise<void>((resolve) => {
      release = resolve
    })
    const asking = open({ concurrency: 2, timeout: 8_000, longest: 10_000 })
    model.answers({ text: 'The crew came home [1].', until })
    const answers = Array.from({ length: 5 }, () => asking.ask(QUESTION))
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect(model.open()).toBe(2)
    release()
    const waited = (await Promise.all(answers)).map(({ text, data, order }) => {
      expect(text).toBe('The crew came home [1].')
      expect(data.waiting?.place ?? 0).toBe(0)
      return order.includes('data-waiting')
    })
    expect(waited.filter(Boolean)).toHaveLength(3)
    expect(model.most()).toBe(2)
  })
})

describe('a place among those who are answered', () => {
  it('is free when the model has ended, also while its sentences are still being checked', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const { archive: slow, checking } = slowToCheck(() => held)
    const asking = openModelApp(slow, settingsFor(model.url, { concurrency: 1 }))
    model.answers({ text: 'The mood on board was rather warm [1]. The crew came home [1].' })
    const first = asking.ask(QUESTION)
    await until(() => checking() > 0)
    const second = asking.ask(QUESTION)
    await until(() => model.received.length === 2)
    expect(checking()).toBeGreaterThan(0)
    release()
    for (const { data } of await Promise.all([first, second]))
      expect(data.verdicts?.sentences).toHaveLength(2)
  })

  it('with LLM_VERIFY=on is free when its second call has ended', async () => {
    const asking = open({ concurrency: 1, verify: true, timeout: 5_000 })
    const judges = ({ messages }: Received) => messages.at(-1)?.content.includes('A (cites 1)') ?? false
    model.answers((request) =>
      judges(request)
        ? { complete: 'A: unsupported' }
        : { text: 'The mood on board seems to have been rather warm [1].' },
    )
    const answers = await Promise.all([asking.ask(QUESTION), asking.ask(QUESTION)])
    expect(answers[0]?.data.verdicts?.sentences[0]).toMatchObject({ judgedBy: 'model' })
    expect(model.received.map(judges)).toEqual([false, true, false, true])
  })

  it('is kept no longer than an answer may take: what is unchecked by then is unclear', async () => {
    const { archive: slow } = slowToCheck(() => new Promise((resolve) => setTimeout(resolve, 600)))
    const asking = openModelApp(slow, settingsFor(model.url, { longest: 1_500 }))
    model.answers({ text: 'The mood on board was rather warm [1]. '.repeat(12) })
    const begun = performance.now()
    const { data, quoted } = await asking.ask(QUESTION)
    expect(performance.now() - begun).toBeLessThan(5_000)
    expect(quoted).toBe('')
    expect(data.verdicts?.sentences).toHaveLength(12)
    expect(data.verdicts?.sentences.at(-1)).toMatchObject({ verdict: 'unclear', found: [] })
  })

  it('is one for the rewriting of a follow-up and for its answer', async () => {
    const asking = open({ concurrency: 1, tools: false, timeout: 8_000, longest: 10_000 })
    const messages = [
      { id: 'u1', role: 'user', parts: [{ type: 'text', text: QUESTION }] },
      { id: 'a1', role: 'assistant', parts: [{ type: 'text', text: 'In December [1].' }] },
      { id: 'u2', role: 'user', parts: [{ type: 'text', text: 'And the crew?' }] },
    ]
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    model.answers(
      { complete: 'What became of the crew of the Pueblo?', until: held },
      { text: 'The crew came home [1].' },
    )
    const followUp = asking.ask('', { messages })
    await until(() => model.open() === 1)
    const later = asking.ask('Who seized the Pueblo?')
    await new Promise((resolve) => setTimeout(resolve, 500))
    release()
    await Promise.all([followUp, later])
    const asked = model.received.map(({ messages }) => messages.at(-1)?.content.split('uestion: ').at(-1))
    expect(asked).toEqual(['And the crew?', 'And the crew?', 'Who seized the Pueblo?'])
  })
})

/** The archive with a model that takes its time over sentences, and how many it is at. */
function slowToCheck(wait: () => Promise<void>): { archive: Archive; checking: () => number } {
  let checking = 0
  const embed: Archive['model']['embed'] = async (texts) => {
    const isSentence = texts.some((text) => text.includes('mood'))
    if (isSentence) checking += 1
    if (isSentence) await wait()
    const vectors = await archive.model.embed(texts)
    if (isSentence) checking -= 1
    return vectors
  }
  const slow = Object.create(archive.model, { embed: { value: embed } })
  return { archive: { ...archive, model: slow }, checking: () => checking }
}

describe('a reader who stops', () => {
  it.each([
    ['before the first word', { mute: true } as Reply],
    ['in the middle', { text: 'The crew came home [1]. '.repeat(3), end: 'silence' } as Reply],
    ['of an endless answer', { end: 'endless' } as Reply],
  ])('%s ends the model’s work within a second', async (_, reply) => {
    const asking = open({ timeout: 30_000, longest: 60_000 })
    const server = await listen(asking.app, { host: '127.0.0.1', port: 0 })
    try {
      model.answers(reply)
      const leaving = new AbortController()
      const response = await fetch(`${server.url.replace('localhost', '127.0.0.1')}/api/chat`, {
        ...chatRequest(QUESTION),
        signal: leaving.signal,
      })
      const reading = response.text().catch(() => 'stopped')
      await until(() => model.open() === 1)
      const stopped = performance.now()
      leaving.abort()
      await until(() => model.open() === 0)
      expect(performance.now() - stopped).toBeLessThan(1_000)
      await reading
      expect(model.received[0]?.left).toBe(true)
      expect(asking.log).toEqual([])
    } finally {
      await server.close()
    }
  })

  it('while waiting leaves the line to the others', async () => {
    const asking = open({ concurrency: 1, timeout: 1_500 })
    const server = await listen(asking.app, { host: '127.0.0.1', port: 0 })
    const address = `${server.url.replace('localhost', '127.0.0.1')}/api/chat`
    try {
      model.answers({ mute: true }, { text: 'The crew came home [1].' })
      const first = fetch(address, chatRequest(QUESTION)).then((response) => response.text())
      await until(() => model.open() === 1)
      const leaving = new AbortController()
      const second = fetch(address, { ...chatRequest(QUESTION), signal: leaving.signal })
        .then((response) => response.text())
        .catch(() => 'stopped')
      await new Promise((resolve) => setTimeout(resolve, 300))
      const third = fetch(address, chatRequest(QUESTION)).then((response) => response.text())
      await new Promise((resolve) => setTimeout(resolve, 300))
      leaving.abort()
      expect(await second).toBe('stopped')
      expect(await first).toContain('"failure":"too-slow"')
      expect(await third).not.toContain('"failure"')
      expect(model.received).toHaveLength(2)
    } finally {
      await server.close()
    }
  })
})

async function until(met: () => boolean): Promise<void> {
  for (let waited = 0; !met() && waited < 6_000; waited += 5)
    await new Promise((resolve) => setTimeout(resolve, 5))
  expect(met()).toBe(true)
}
