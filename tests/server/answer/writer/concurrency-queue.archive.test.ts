import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Archive } from '../../../../server/archive/archive.ts'
import { listen } from '../../../../server/start/listen.ts'
import { openTestArchive } from '../../../open-test-archive.ts'
import { chatRequest } from '../../ask.ts'
import { openModelApp } from '../../ask-model.ts'
import { settingsFor } from '../../model-settings.ts'
import { type Received, type Reply, type ScriptedModel, startScriptedModel } from '../../scripted-model.ts'
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

describe('many questions at once', () => {
  it('are written so many at a time; the others wait, and are told their place', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const asking = open({ concurrency: 2, silenceTimeoutMs: 8_000, answerTimeoutMs: 10_000 })
    model.answers({ text: 'The crew came home [1].', until: held })
    const answers = Array.from({ length: 5 }, () => asking.ask(QUESTION))
    await until(() => model.open() === 2 && asking.queued() === 3)
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
    const asking = open({ concurrency: 1, verify: true, silenceTimeoutMs: 5_000 })
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
    const { archive: slow } = slowToCheck(() => new Promise(() => {}))
    const asking = openModelApp(slow, settingsFor(model.url, { answerTimeoutMs: 1_500 }))
    model.answers({ text: 'The mood on board was rather warm [1]. '.repeat(12) })
    const { data, quoted } = await asking.ask(QUESTION)
    expect(quoted).toBe('')
    expect(data.verdicts?.sentences).toHaveLength(12)
    expect(data.verdicts?.sentences.at(-1)).toMatchObject({ verdict: 'unclear', found: [] })
  })

  it('is one for the rewriting of a follow-up and for its answer', async () => {
    const asking = open({ concurrency: 1, tools: false, silenceTimeoutMs: 8_000, answerTimeoutMs: 10_000 })
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
    await until(() => asking.queued() === 1)
    release()
    await Promise.all([followUp, later])
    const asked = model.received.map(({ messages }) => messages.at(-1)?.content.split('uestion: ').at(-1))
    expect(asked).toEqual(['And the crew?', 'And the crew?', 'Who seized the Pueblo?'])
  })
})

/** The archive with a model that takes its time over sentences, and how many it is at. */
function slowToCheck(wait: () => Promise<void>): { archive: Archive; checking: () => number } {
  let checking = 0
  const embed: Archive['model']['embed'] = async (texts, role) => {
    const isSentence = texts.some((text) => text.includes('mood'))
    if (isSentence) checking += 1
    if (isSentence) await wait()
    const vectors = await archive.model.embed(texts, role)
    if (isSentence) checking -= 1
    return vectors
  }
  const slow = Object.create(archive.model, { embed: { value: embed } })
  return { archive: { ...archive, model: slow }, checking: () => checking }
}

/** Reads a streamed answer as it comes, until it is whole or its reader stops. */
function reading(response: Promise<Response>): { soFar: () => string; end: Promise<'whole' | 'stopped'> } {
  let text = ''
  const read = async () => {
    const { body } = await response
    if (!body) throw new Error('The answer has no body.')
    for await (const piece of body.pipeThrough(new TextDecoderStream())) text += piece
    return 'whole' as const
  }
  return { soFar: () => text, end: read().catch(() => 'stopped' as const) }
}

describe('a reader who stops', () => {
  it.each([
    ['before the first word', { mute: true } as Reply],
    ['in the middle', { text: 'The crew came home [1]. '.repeat(3), end: 'silence' } as Reply],
    ['of an endless answer', { end: 'endless' } as Reply],
  ])('%s ends the model’s work long before its timeout', async (_, reply) => {
    const asking = open({ silenceTimeoutMs: 30_000, answerTimeoutMs: 60_000 })
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
      leaving.abort()
      await until(() => model.open() === 0)
      await reading
      expect(model.received[0]?.left).toBe(true)
      expect(asking.log).toEqual([])
    } finally {
      await server.close()
    }
  })

  it('while waiting leaves the line to the others', async () => {
    const asking = open({ concurrency: 1, silenceTimeoutMs: 1_500 })
    const server = await listen(asking.app, { host: '127.0.0.1', port: 0 })
    const address = `${server.url.replace('localhost', '127.0.0.1')}/api/chat`
    try {
      model.answers({ mute: true }, { text: 'The crew came home [1].' })
      const first = fetch(address, chatRequest(QUESTION)).then((response) => response.text())
      await until(() => model.open() === 1)
      const leaving = new AbortController()
      const second = reading(fetch(address, { ...chatRequest(QUESTION), signal: leaving.signal }))
      await until(() => second.soFar().includes('data-waiting'))
      const third = reading(fetch(address, chatRequest(QUESTION)))
      await until(() => third.soFar().includes('data-waiting'))
      leaving.abort()
      expect(await second.end).toBe('stopped')
      expect(await first).toContain('"failure":"too-slow"')
      expect(await third.end).toBe('whole')
      expect(third.soFar()).not.toContain('"failure"')
      expect(model.received).toHaveLength(2)
    } finally {
      await server.close()
    }
  })
})
