import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Archive } from '../../../../server/archive/archive.ts'
import { openTestArchive } from '../../../open-test-archive.ts'
import { type AskingModel, openModelApp } from '../../ask-model.ts'
import { settingsFor } from '../../model-settings.ts'
import { type ScriptedModel, startScriptedModel } from '../../scripted-model.ts'

let archive: Archive
let model: ScriptedModel
let asking: AskingModel
beforeAll(async () => {
  archive = await openTestArchive()
  model = await startScriptedModel()
  asking = openModelApp(archive, settingsFor(model.url))
})
afterAll(() => model.close())

const QUESTION = 'What did Honecker and Kim Il Sung agree on in 1984?'

describe('research', () => {
  it('shows each step, and numbers what it finds after what was there', async () => {
    model.answers(
      {
        text: 'I will look for more.',
        calls: [
          {
            name: 'search_documents',
            arguments: JSON.stringify({ question: 'seizure of the USS Pueblo', from: '1968' }),
          },
        ],
      },
      { calls: [{ name: 'read_document', arguments: '{"n":1}' }] },
      {
        calls: [
          { name: 'list_documents', arguments: JSON.stringify({ names: ['Kim Il Sung'], to: '1950' }) },
        ],
      },
      { text: 'The Pueblo was seized in 1968 [11].' },
    )
    const answer = await asking.ask(QUESTION)
    expect(answer.steps.map(({ tool }) => tool)).toEqual([
      'search_documents',
      'read_document',
      'list_documents',
    ])
    expect(answer.steps[0]?.summary).toMatch(
      /^searching: seizure of the USS Pueblo, from 1968, \d documents?$/,
    )
    expect(answer.steps[2]?.summary).toMatch(/^listing: Kim Il Sung, until 1950, \d+ documents?$/)
    // Talk before a search is no part of the answer.
    expect(answer.text).toBe('The Pueblo was seized in 1968 [11].')
    const sources = answer.data.sources?.sources ?? []
    expect(sources.map(({ n }) => n)).toEqual(sources.map((_, index) => index + 1))
    expect(new Set(sources.map(({ document }) => document.id)).size).toBe(sources.length)
    const results = model.received.at(-1)?.messages.filter(({ role }) => role === 'tool') ?? []
    expect(results).toHaveLength(3)
    const numbers = results.flatMap(({ content }) =>
      [...content.matchAll(/<source n="(\d+)">\ntitle: (.*)/g)].map(([, n, title]) => ({
        n: Number(n),
        title,
      })),
    )
    expect(numbers.length).toBeGreaterThan(3)
    for (const { n, title } of numbers)
      expect(sources.find((source) => source.n === n)?.document.title.replace(/[[\]]/g, '')).toBe(
        title?.replace(/[()]/g, (mark) => mark),
      )
  })

  it('takes back a plan that was told before its call', async () => {
    model.answers(
      {
        text: 'Source [1] seems relevant. Let me read it in full.',
        calls: [{ name: 'read_document', arguments: '{"n":1}' }],
      },
      {
        text: 'First I must find the telegrams of these years, and compare them with each other. '.repeat(4),
        calls: [{ name: 'search_documents', arguments: '{"question":"Pueblo"}' }],
      },
      { text: 'The Pueblo was seized in 1968 [1].' },
    )
    const answer = await asking.ask(QUESTION)
    expect(answer.text).toBe('The Pueblo was seized in 1968 [1].')
    expect(answer.data.verdicts?.sentences).toHaveLength(1)
  })

  const CALL = '<tool_call>\n{"name": "search_documents", "arguments": {"question": "Pueblo"}}\n</tool_call>'
  it.each(['', 'I will search.\n', 'I shall look into what the telegrams of 1968 say. '.repeat(8)])(
    'goes on without tools where a call comes as text, after: %j',
    async (before) => {
      const fresh = openModelApp(archive, settingsFor(model.url))
      model.answers((request) => (request.tools ? { text: before + CALL } : { text: 'Kim came [1].' }))
      const answer = await fresh.ask(QUESTION)
      expect(answer.text).toBe('Kim came [1].')
      expect(answer.data.writer?.failure).toBeUndefined()
      expect(model.received.map(({ tools }) => tools !== undefined)).toEqual([true, false])
      expect(fresh.log).toEqual([expect.stringContaining('a call of a tool came as text')])
    },
  )

  it('that is written as text where no tools are offered ends in quotations', async () => {
    const fresh = openModelApp(archive, settingsFor(model.url, { tools: false }))
    model.answers({ text: `${'I shall look into what the telegrams of 1968 say. '.repeat(8)}${CALL}` })
    const answer = await fresh.ask(QUESTION)
    expect(answer.text).toBe('')
    expect(answer.data.writer?.failure).toBe('no-end-of-searching')
    expect(answer.quoted).toMatch(/^The language model went on searching and did not answer\./)
    expect(answer.quoted).toMatch(/\[\d+\]$/)
  })

  it('tells the documents that the model only looked at from those that searching found', async () => {
    model.answers(
      { calls: [{ name: 'list_documents', arguments: '{}' }] },
      {
        calls: [
          { name: 'search_documents', arguments: '{"question":"founding of the Korean state in 1948"}' },
        ],
      },
      { text: 'The Pueblo was seized in 1968 [1].' },
    )
    const sources = (await asking.ask(QUESTION)).data.sources?.sources ?? []
    const listed = sources.filter(({ why }) => why === 'listed by date')
    expect(listed.length).toBeGreaterThan(0)
    expect(listed.every(({ lookedAt }) => lookedAt)).toBe(true)
    expect(sources.filter(({ lookedAt }) => lookedAt)).toEqual(listed)
  })

  it('has an end: after the configured rounds the model must answer', async () => {
    const search = { calls: [{ name: 'search_documents', arguments: '{"question":"Pueblo"}' }] }
    model.answers((request) => (request.tool_choice === 'none' ? { text: 'That is all [1].' } : search))
    const answer = await asking.ask(QUESTION)
    expect(model.received).toHaveLength(4)
    expect(answer.text).toBe('That is all [1].')
  })

  it('is not offered where it is switched off', async () => {
    model.answers({ text: 'Kim came [1].' })
    await openModelApp(archive, settingsFor(model.url, { tools: false })).ask(QUESTION)
    expect(model.received[0]?.tools).toBeUndefined()
  })

  it.each([
    '{"error":{"message":"registry/gemma does not support tools","type":"api_error"}}',
    '{"error":"registry/gemma does not support tools"}',
    '{"object":"error","message":"\\"auto\\" tool choice requires --enable-auto-tool-choice","code":400}',
  ])('is given up, for good, where the server says that it supports no tools: %s', async (body) => {
    const fresh = openModelApp(archive, settingsFor(model.url))
    model.answers((request) => (request.tools ? { status: 400, body } : { text: 'Kim came [1].' }))
    expect((await fresh.ask(QUESTION)).text).toBe('Kim came [1].')
    expect((await fresh.ask(QUESTION)).text).toBe('Kim came [1].')
    expect(model.received.map(({ tools }) => tools !== undefined)).toEqual([true, false, false])
    expect(fresh.log).toHaveLength(1)
  })
})
