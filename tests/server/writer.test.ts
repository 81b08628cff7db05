import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Archive } from '../../server/archive.ts'
import { openTestArchive } from '../open-test-archive.ts'
import { type AskingModel, openModelApp } from './ask-model.ts'
import { KEY, settingsFor } from './model-settings.ts'
import { type ScriptedModel, startScriptedModel } from './scripted-model.ts'

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
const lastContent = () => model.received[0]?.messages.at(-1)?.content ?? ''

describe('an answer by a language model', () => {
  const text =
    'Kim visited East Germany in 1984 [1]. “Schöne Grüße”, he said – 金日成. [2] They parted as friends.'

  it('streams as the model gives it, wherever its chunks are cut', async () => {
    model.answers({ text })
    const answer = await asking.ask(QUESTION)
    expect(answer.text).toBe(text)
    expect(answer.quoted).toBe('')
    expect(answer.data.writer).toEqual({ writer: { provider: 'local', model: 'scripted' } })
    expect(answer.data.outcome).toEqual({ outcome: 'answered' })
    expect(answer.data.suggestions?.questions.length).toBeGreaterThan(0)
    const at = (type: string) => answer.order.indexOf(type)
    expect(at('data-sources')).toBeLessThan(at('text-start'))
    expect(at('text-end')).toBeLessThan(at('data-outcome'))
  })

  it('gives the model the sources by the numbers that the reader sees, and the question after them', async () => {
    model.answers({ text })
    const { data } = await asking.ask(QUESTION)
    const content = lastContent()
    const numbers = [...content.matchAll(/<source n="(\d+)">/g)].map(([, n]) => Number(n))
    expect(numbers).toEqual(data.sources?.sources.map(({ n }) => n))
    for (const { n, document } of data.sources?.sources ?? [])
      expect(content).toContain(
        `<source n="${n}">\ntitle: ${document.title.replaceAll('[', '(').replaceAll(']', ')')}`,
      )
    expect(content.endsWith(`</sources>\n\nQuestion: ${QUESTION}`)).toBe(true)
  })

  it('does not take what a model thinks aloud for the answer', async () => {
    model.answers({
      reasoning: 'Let me see. [1]',
      text: '<think>Hm, [1]?</think>Kim visited East Germany [1].',
    })
    expect((await asking.ask(QUESTION)).text.trim()).toBe('Kim visited East Germany [1].')
  })

  it.each([
    ['Okay, I should look at source 1.\n</think>\n\nThe answer [1].', 'The answer [1].'],
    ['<thinking>Source [1] says so.</thinking>\nThe answer [1].', 'The answer [1].'],
    ['The answer [1].<|im_end|>', 'The answer [1].'],
    [
      '<|channel|>analysis<|message|>We look at [1].<|end|><|start|>assistant<|channel|>final<|message|>The answer [1].<|return|>',
      'The answer [1].',
    ],
  ])('has no thoughts in it, nor marks of a chat format, with tools and without: %j', async (raw, told) => {
    for (const tools of [true, false]) {
      model.answers({ text: raw })
      const answer = await openModelApp(archive, settingsFor(model.url, { tools })).ask(QUESTION)
      expect(answer.text).toBe(told)
      expect(answer.data.verdicts?.sentences.map(({ text }) => text)).toEqual([told])
    }
  })

  it('of a model that once closed thoughts without opening them waits for that', async () => {
    const thinking = openModelApp(archive, settingsFor(model.url))
    const thoughts = `Source [1] is about this, I think. ${'Or is it not? '.repeat(40)}`
    model.answers({ text: `${thoughts}</think>The answer [1].` })
    await thinking.ask(QUESTION)
    expect((await thinking.ask(QUESTION)).text).toBe('The answer [1].')
    model.answers({ text: 'The answer [1], and no thought.' })
    expect((await thinking.ask(QUESTION)).text).toBe('The answer [1], and no thought.')
  })

  it('takes back what turns out to be thoughts, with the verdicts on it', async () => {
    const thoughts = `Got it, let’s tackle this. ${'Kim visited East Germany in 1984 [1]. '.repeat(12)}`
    model.answers({ text: `${thoughts}\n</think>\n\nThe answer [1].` })
    const answer = await openModelApp(archive, settingsFor(model.url)).ask(QUESTION)
    expect(answer.order).toContain('data-retraction')
    expect(answer.order.indexOf('text-delta')).toBeLessThan(answer.order.indexOf('data-retraction'))
    expect(answer.text).toBe('The answer [1].')
    expect(answer.data.verdicts?.sentences.map(({ text }) => text)).toEqual(['The answer [1].'])
  })

  it('has its citations as they were asked for, in whatever form the model writes them', async () => {
    model.answers({ text: 'Kim visited East Germany in 1984【1】. They met twice [Source 2].' })
    const { text: told, data } = await asking.ask(QUESTION)
    expect(told).toBe('Kim visited East Germany in 1984[1]. They met twice [2].')
    expect(data.verdicts?.sentences.map(({ citations }) => citations)).toEqual([[1], [2]])
  })

  it.each([
    'The archive does not say.',
    '**The archive does not say.**',
    'The archive does not say how many U.S. bakers there were [1].',
  ])('that says that the archive does not say is no finding: %s', async (text) => {
    model.answers({ text })
    const { data } = await asking.ask('How long should I knead sourdough?')
    expect(data.outcome?.outcome).toBe('nothing-found')
    expect(data.outcome?.reason).toBeTruthy()
    expect(data.verdicts).toBeUndefined()
  })

  it('is quotations where the reader asks for these', async () => {
    model.answers({ text })
    const answer = await asking.ask(QUESTION, { writer: 'quotations' })
    expect(model.received).toEqual([])
    expect(answer.data.writer).toEqual({ writer: 'quotations' })
    expect(answer.data.verdicts).toBeUndefined()
    expect(answer.text).toMatch(/\[1\]/)
  })

  it('is told in /api/status, without the key or the address', async () => {
    const text = await (await asking.app.request('/api/status')).text()
    expect(JSON.parse(text)).toEqual({ writer: { provider: 'local', model: 'scripted' } })
  })
})

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

describe('the check of each sentence', () => {
  it('goes out as sentences complete, in their order, for all of them', async () => {
    const sources = (await asking.ask(QUESTION, { writer: 'quotations' })).data.sources?.sources ?? []
    const quoted = sources[0]?.passages[0]?.text ?? ''
    model.answers({
      text: `${quoted} [1] Kim visited East Germany in 1931 [1]. The weather was nice that day.\n\nHe said so twice [99].`,
    })
    const { data } = await asking.ask(QUESTION)
    const sentences = data.verdicts?.sentences ?? []
    expect(sentences.map(({ verdict }) => verdict)).toEqual([
      'supported',
      expect.any(String),
      'uncited',
      'unknown-source',
    ])
    expect(sentences[1]?.verdict).not.toBe('supported')
    expect(sentences.map(({ citations }) => citations)).toEqual([[1], [1], [], [99]])
    expect(sentences[0]?.text).toBe(`${quoted} [1]`)
    expect(sentences[0]?.found).toEqual([{ n: 1, sentence: quoted }])
  })

  it('adds the citation that a supported sentence lacks, marked as added', async () => {
    const sources = (await asking.ask(QUESTION, { writer: 'quotations' })).data.sources?.sources ?? []
    model.answers({ text: sources[1]?.passages[0]?.text ?? '' })
    const { data } = await asking.ask(QUESTION)
    expect(data.verdicts?.sentences[0]).toMatchObject({ verdict: 'supported', added: true, citations: [2] })
  })

  it('is none of a heading, and adds no source to a fragment, which says too little to have one', async () => {
    model.answers({ text: '# Kim Il Sung\n\nKim in Berlin\n\nKim came to Berlin [1].' })
    const { text, data } = await asking.ask(QUESTION)
    expect(text).toContain('# Kim Il Sung')
    expect(data.verdicts?.sentences).toHaveLength(2)
    expect(data.verdicts?.sentences[0]).toMatchObject({ verdict: 'uncited', citations: [] })
  })

  it('passes over a list of sources, but for the number of one that there is not', async () => {
    model.answers({ text: 'Kim came to Berlin [1].\n\nSources:\n[1] Memorandum, 1984\n[99] Telegram' })
    const { data } = await asking.ask(QUESTION)
    expect(data.verdicts?.sentences.slice(1)).toMatchObject([
      { text: '[99] Telegram', verdict: 'unknown-source', missing: ['[99]'] },
    ])
  })

  it('passes over the sentence in whose midst the model broke off', async () => {
    model.answers({ text: 'Kim came to Berlin [1]. In the next year Kim', end: 'cut' })
    const { data } = await asking.ask(QUESTION)
    expect(data.verdicts?.sentences.map(({ text }) => text)).toEqual(['Kim came to Berlin [1].'])
  })
})

it('the key goes to the model’s server and nowhere else', async () => {
  model.answers({ text: 'Kim came [1].' })
  const answer = await asking.ask(QUESTION)
  expect(model.received[0]?.authorization).toBe(`Bearer ${KEY}`)
  expect(JSON.stringify([answer, asking.log])).not.toContain(KEY)
  expect(asking.reported).toEqual([])
})

describe('with LLM_VERIFY=on', () => {
  const UNCLEAR = 'The mood between the two men seems to have been rather warm [1].'
  const judged = async (opinion: string) => {
    const verifying = openModelApp(archive, settingsFor(model.url, { verify: true }))
    model.answers({ text: UNCLEAR }, { complete: opinion })
    const { data } = await verifying.ask(QUESTION)
    return { sentence: data.verdicts?.sentences[0], outcome: data.outcome?.outcome, log: verifying.log }
  }

  it('the model judges what the rules leave unclear, in one call, marked as its own', async () => {
    const { sentence } = await judged('A: unsupported')
    expect(sentence).toMatchObject({ verdict: 'unsupported', judgedBy: 'model' })
    expect(model.received).toHaveLength(2)
    expect(model.received[1]?.tools).toBeUndefined()
  })

  it.each([
    ['A (cites 1): supported', 'supported'],
    ['Sentence A: supported', 'supported'],
    ['**Sentence A** [1] is unsupported.', 'unsupported'],
    ['- A: not supported', 'unsupported'],
    ['<think>A: unsupported?</think>A — supported', 'supported'],
    ['A: unsupported? No.\n</think>\nA: supported', 'supported'],
  ])('%j is an opinion', async (opinion, verdict) => {
    expect((await judged(opinion)).sentence).toMatchObject({ verdict, judgedBy: 'model' })
  })

  it.each(['', 'I think that A is fine.', 'B: supported\nZ: unsupported'])(
    'an opinion that is none (%j) changes nothing',
    async (opinion) => {
      const { sentence, outcome } = await judged(opinion)
      expect(sentence).toMatchObject({ verdict: 'unclear' })
      expect(sentence?.judgedBy).toBeUndefined()
      expect(outcome).toBe('answered')
    },
  )

  it('a failure then leaves the answer as it is', async () => {
    const verifying = openModelApp(archive, settingsFor(model.url, { verify: true }))
    model.answers({ text: UNCLEAR }, { status: 401 })
    const { data, quoted } = await verifying.ask(QUESTION)
    expect(data.verdicts?.sentences[0]?.verdict).toBe('unclear')
    expect([data.writer?.failure, quoted]).toEqual([undefined, ''])
    expect(verifying.log).toHaveLength(1)
  })
})
