import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WriterSettings } from '../../../../server/answer/writer/settings.ts'
import {
  estimateTokens,
  hasBudgetForTools,
  TOOL_DESCRIPTION_TOKENS,
} from '../../../../server/answer/writer/token-budget.ts'
import { createWriter } from '../../../../server/answer/writer/writer.ts'
import type { Archive } from '../../../../server/archive/archive.ts'
import { openTestArchive } from '../../../open-test-archive.ts'
import { openModelApp } from '../../ask-model.ts'
import { settingsFor } from '../../model-settings.ts'
import { type Received, type ScriptedModel, startScriptedModel } from '../../scripted-model.ts'

const QUESTION = 'What did Honecker and Kim Il Sung agree on in 1984?'

let archive: Archive
let model: ScriptedModel
beforeAll(async () => {
  archive = await openTestArchive()
  model = await startScriptedModel(11)
})
afterAll(() => model.close())

const open = (changes: Partial<WriterSettings>) => openModelApp(archive, settingsFor(model.url, changes))

/** What a server counts: all that it is sent, and what it sets aside for the answer. */
function tokensFor({ messages, tools, max_tokens: answer }: Received): number {
  return estimateTokens(JSON.stringify({ messages, tools })) + Number(answer)
}

const searches = [
  'seizure of the USS Pueblo',
  'Sino-Soviet split',
  'armistice negotiations',
  'nuclear reactor at Yongbyon',
  'axe murder incident',
  'economic aid from East Germany',
]
const search = (question = '') => ({ name: 'search_documents', arguments: JSON.stringify({ question }) })
const turns = Array.from({ length: 8 }, (_, index) => [
  { id: `u${index}`, role: 'user', parts: [{ type: 'text', text: `Question ${index}?` }] },
  { id: `a${index}`, role: 'assistant', parts: [{ type: 'text', text: `Answer. ${'word '.repeat(150)}` }] },
]).flat()
const asked = { messages: [...turns, { id: 'u', role: 'user', parts: [{ type: 'text', text: QUESTION }] }] }

describe('the model’s window', () => {
  it.each([2_000, 3_000, 4_000, 8_000, 16_000, 32_000])(
    'of %d tokens is kept by every request, whatever was searched',
    async (window) => {
      let searched = 0
      model.answers((request) => {
        if (request.tool_choice === 'none' || !request.tools) return { text: 'That is all [1].' }
        searched += 1
        return { calls: [search(searches[searched % searches.length])] }
      })
      const answer = await open({ contextWindowTokens: window, maxSearchRounds: 6 }).ask('', asked)
      for (const request of model.received) expect(tokensFor(request)).toBeLessThanOrEqual(window)
      expect(answer.data.writer?.failure).toBeUndefined()
      expect(answer.data.sources?.sources.length).toBeGreaterThan(0)
    },
  )

  it('that is small lets fewer documents in, and the page says so', async () => {
    model.answers({ calls: [search(searches[0])] }, { text: 'That is all [1].' })
    const { steps, data } = await open({ contextWindowTokens: 4_000 }).ask(QUESTION)
    expect(steps[0]?.summary).toMatch(/^reading: \d of the \d+ nearest documents; more do not fit$/)
    expect(steps[1]?.summary).toMatch(
      /documents, of which (?:\d fit|one fits|none fits) what the model can read at once$/,
    )
    expect(model.received[1]?.messages.at(-1)?.content).toMatch(/No more fits\. Answer from what you have\.$/)
    // Every number that the model was given is a source of the reader's, and no other.
    const given = model.received[1]?.messages.flatMap(({ content }) =>
      [...content.matchAll(/<source n="(\d+)">/g)].map(([, n]) => Number(n)),
    )
    expect([...new Set(given)].sort((a, b) => a - b)).toEqual(data.sources?.sources.map(({ n }) => n))
  })

  it('that has room for all is not spoken of', async () => {
    model.answers({ calls: [search(searches[0])] }, { text: 'That is all [1].' })
    const { steps } = await open({}).ask(QUESTION)
    expect(steps.map(({ summary }) => summary)).toEqual([
      expect.stringMatching(/^searching: .*, \d documents$/),
    ])
  })

  it('is not filled by many calls at once, nor by long ones', async () => {
    const many = Array.from({ length: 60 }, (_, index) => search(`${searches[index % 6]} ${index}`))
    const long = { name: 'search_documents', arguments: JSON.stringify({ question: 'Pueblo '.repeat(700) }) }
    model.answers({ calls: many }, { calls: [long] }, { text: 'That is all [1].' })
    const { steps } = await open({ contextWindowTokens: 8_000 }).ask(QUESTION)
    for (const request of model.received) expect(tokensFor(request)).toBeLessThanOrEqual(8_000)
    expect(steps.filter(({ summary }) => summary.startsWith('searching'))).toHaveLength(5)
  })

  it('that thoughts between searches would fill loses the oldest round', async () => {
    const thinking = { reasoning: 'Hm. '.repeat(1_200), calls: [search(searches[1])] }
    model.answers(thinking, thinking, { text: 'That is all [1].' })
    const { steps } = await open({ contextWindowTokens: 5_000 }).ask(QUESTION)
    expect(steps.map(({ summary }) => summary)).toContain('reading: what was found first no longer fits')
    for (const request of model.received) expect(tokensFor(request)).toBeLessThanOrEqual(5_000)
  })

  it('counts the tools as they are described', async () => {
    model.answers({ text: 'That is all [1].' })
    await open({}).ask(QUESTION)
    const described = estimateTokens(JSON.stringify(model.received[0]?.tools))
    expect(described).toBeLessThanOrEqual(TOOL_DESCRIPTION_TOKENS)
    expect(described).toBeGreaterThan(TOOL_DESCRIPTION_TOKENS * 0.9)
  })

  it('that has none for tools gives the model the sources at once', async () => {
    expect(hasBudgetForTools(2_000)).toBe(false)
    expect(createWriter(settingsFor(model.url, { contextWindowTokens: 2_000 }), () => {}).offersTools).toBe(
      false,
    )
    model.answers({ text: 'That is all [1].' })
    await open({ contextWindowTokens: 2_000 }).ask(QUESTION)
    expect(model.received[0]?.tools).toBeUndefined()
  })

  it('is kept when the model judges sentences, and when it rewrites a question', async () => {
    model.answers(
      { complete: 'What did they agree on?' },
      {
        text: Array.from(
          { length: 30 },
          (_, n) => `The mood seems to have been warm on day ${n} [1][2].`,
        ).join(' '),
      },
      { complete: 'A: unclear' },
    )
    await open({ contextWindowTokens: 3_000, tools: false, verify: true }).ask('', asked)
    expect(model.received).toHaveLength(3)
    for (const request of model.received) expect(tokensFor(request)).toBeLessThanOrEqual(3_000)
  })
})
