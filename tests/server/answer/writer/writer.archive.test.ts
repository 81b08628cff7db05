import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Archive } from '../../../../server/archive/archive.ts'
import { openTestArchive } from '../../../open-test-archive.ts'
import { type AskingModel, openModelApp } from '../../ask-model.ts'
import { KEY, settingsFor } from '../../model-settings.ts'
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
    expect(JSON.parse(text)).toEqual({
      writer: { provider: 'local', model: 'scripted' },
      index: { state: 'ready', outdated: false },
    })
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

  it.each<[how: string, write: (sentence: string) => string]>([
    [
      'whose citation is a link with numbers in it',
      (said) => `${said} [1](https://a.example/document/110021)`,
    ],
    [
      'with a definition of the link below',
      (said) => `${said} [1]\n\n[1]: https://a.example/document/110021`,
    ],
    ['with entities', (said) => `${said.replace(/e/g, '&#101;').replace(/a/g, '&#x61;')} [1]`],
    ['in strong letters', (said) => `**${said}** [1]`],
    ['with some words in other letters', (said) => `${said.replace(/^(\S+) (\S+)/, '_$1_ ~~$2~~')} [1]`],
    ['with tags', (said) => `<p>${said.replace(' ', ' <b class="x">')}</b> [1]</p>`],
    ['in a list', (said) => `1. ${said} [1]\n   - ${said} [1]`],
    ['in a table', (said) => `| Number | What |\n|----:|------|\n| 7 | ${said} [1] |`],
    ['in a quotation', (said) => `> ${said} [1]`],
  ])('is of what the reader sees of a sentence %s', async (_, write) => {
    const sources = (await asking.ask(QUESTION, { writer: 'quotations' })).data.sources?.sources ?? []
    const quoted = sources[0]?.passages[0]?.text ?? ''
    model.answers({ text: write(quoted) })
    const { text, data } = await asking.ask(QUESTION)
    const sentences = data.verdicts?.sentences ?? []
    expect(sentences.length).toBeGreaterThan(0)
    for (const sentence of sentences) {
      expect(sentence.verdict).toBe('supported')
      expect(text).toContain(sentence.text)
      expect(sentence.text).toContain(quoted)
    }
    expect(text).not.toMatch(/110021|https|[*~_<>|]|&#/)
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
    expect(text).toBe('Kim Il Sung\n\nKim in Berlin\n\nKim came to Berlin [1].')
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
