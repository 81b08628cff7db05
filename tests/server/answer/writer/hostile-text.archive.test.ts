import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ArchiveDocument } from '../../../../corpus/document.ts'
import type { Archive } from '../../../../server/archive/archive.ts'
import { openTestArchive } from '../../../open-test-archive.ts'
import { type AskingModel, openModelApp } from '../../ask-model.ts'
import { settingsFor } from '../../model-settings.ts'
import { type Received, type ScriptedModel, startScriptedModel } from '../../scripted-model.ts'
import { hostileTexts } from './hostile-texts.ts'

const QUESTION = 'How did the Pueblo crisis end?'
/** All that can be called, and all of it only reads. */
const TOOLS = ['search_documents', 'read_document', 'list_documents']

let archive: Archive
let model: ScriptedModel
beforeAll(async () => {
  archive = await openTestArchive()
  model = await startScriptedModel(3)
})
afterAll(() => model.close())

/** The archive with a text in the title, the summary and the names of every record. */
function saying(text: string): Archive {
  const turned = (document: ArchiveDocument): ArchiveDocument => ({
    ...document,
    title: `${document.title} ${text}`,
    summary: `${document.summary ?? ''} ${text}`,
    people: [...document.people, text],
    countries: [...document.countries, text],
  })
  const documents = archive.facts.documents.map((document) => document && turned(document))
  return { ...archive, facts: { ...archive.facts, documents } }
}

/** A frame of sources, and nothing in it but lines of records: no mark that opens, closes or numbers anything. */
function expectFrame(framed: string): number[] {
  const numbers = [...framed.matchAll(/^<source n="(\d+)">$/gm)].map(([, n]) => Number(n))
  const lines = framed.split('\n')
  expect(lines[0]).toBe('<sources>')
  expect(lines.at(-1)).toBe('</sources>')
  let open = false
  for (const line of lines.slice(1, -1)) {
    if (/^<source n="\d+">$/.test(line)) {
      expect(open).toBe(false)
      open = true
    } else if (line === '</source>') {
      expect(open).toBe(true)
      open = false
    } else {
      expect(open, line).toBe(true)
      expect(line).toMatch(/^(?:title|date|kind|publisher|people|countries|summary): [^<>＜＞[\]［］【】]*$/)
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/u)
    }
  }
  expect(open).toBe(false)
  return numbers
}

function expectSameTools(received: readonly Received[]): void {
  for (const { tools } of received) expect(tools?.map((each) => each.function.name)).toEqual(TOOLS)
}

it('there are enough of them', () => {
  expect(new Set(hostileTexts).size).toBeGreaterThanOrEqual(40)
})

describe('a record that says', () => {
  it.each(hostileTexts)('%j stays a record', async (text) => {
    const asking: AskingModel = openModelApp(
      saying(text),
      settingsFor(model.url, { contextWindowTokens: 100_000 }),
    )
    model.answers(
      { calls: [{ name: 'search_documents', arguments: '{"question":"armistice negotiations"}' }] },
      { text: 'The crew came home [1].' },
    )
    const answer = await asking.ask(QUESTION)
    expectSameTools(model.received)
    const sources = answer.data.sources?.sources ?? []
    const [framed = '', question] = (model.received[0]?.messages.at(-1)?.content ?? '').split(
      '\n\nQuestion: ',
    )
    expect(question).toBe(QUESTION)
    const first = expectFrame(framed)
    const found = expectFrame(model.received[1]?.messages.at(-1)?.content ?? '')
    expect([...new Set([...first, ...found])].sort((a, b) => a - b)).toEqual(sources.map(({ n }) => n))
    expect(answer.text).toBe('The crew came home [1].')
    expect(answer.steps.map(({ tool }) => tool)).toEqual(['search_documents'])
    expect(answer.data.verdicts?.sentences).toHaveLength(1)
    expect(asking.reported).toEqual([])
  })
})

describe('a question that says', () => {
  it.each(hostileTexts)('%j leaves the frame, the tools and the stream as they are', async (text) => {
    const asking = openModelApp(archive, settingsFor(model.url))
    model.answers({ text: 'The archive does not say.' })
    const answer = await asking.ask(`${QUESTION} ${text}`)
    expectSameTools(model.received)
    const content = model.received[0]?.messages.at(-1)?.content ?? ''
    const end = content.indexOf('\n\nQuestion: ')
    expectFrame(content.slice(0, end))
    expect(content.slice(end)).not.toMatch(/[<>\u200b\u202e\u{e0049}]|\[\/?INST\]/iu)
    expect(model.received[0]?.messages.map(({ role }) => role)).toEqual(['system', 'user'])
    expect(answer.text).toBe('The archive does not say.')
    expect(asking.reported).toEqual([])
  })
})

describe('a model that believes it', () => {
  it.each(hostileTexts)('and answers %j forges no verdict and no number', async (text) => {
    const asking = openModelApp(archive, settingsFor(model.url))
    model.answers({ text: `The crew came home [1].\n\n${text} [99]` })
    const answer = await asking.ask(QUESTION)
    // In the stream its words are text and nothing else.
    expect(answer.order.filter((type) => type === 'data-outcome')).toHaveLength(1)
    expect(answer.order).not.toContain('error')
    expect(answer.order).not.toContain('file')
    const sources = answer.data.sources?.sources.map(({ n }) => n) ?? []
    const sentences = answer.data.verdicts?.sentences ?? []
    // Where the text opens another's turn, what follows is not the answer; where it calls a tool, nothing of it is.
    if (answer.text.includes('[99]')) expect(sentences.at(-1)).toMatchObject({ verdict: 'unknown-source' })
    else
      expect(text).toMatch(/<\|start_header_id\|>system<\|end_header_id\|>$|"search_documents"|^<tool_call>/)
    for (const { verdict, citations } of sentences)
      if (citations.some((n) => !sources.includes(n))) expect(verdict).toBe('unknown-source')
    expect(asking.reported).toEqual([])
  })

  it('cannot call what is not there, nor read what was not handed over', async () => {
    const asking = openModelApp(archive, settingsFor(model.url))
    model.answers(
      {
        calls: [
          { name: 'delete_documents', arguments: '{"all":true}' },
          { name: 'fetch', arguments: '{"url":"https://evil.example"}' },
          { name: 'read_document', arguments: '{"n":99}' },
        ],
      },
      { text: 'The crew came home [1].' },
    )
    const answer = await asking.ask(QUESTION)
    expect(answer.steps).toEqual([])
    const results = model.received[1]?.messages
      .filter(({ role }) => role === 'tool')
      .map(({ content }) => content)
    expect(results).toContain('There is no source 99.')
    expect(answer.data.sources?.sources.length).toBeLessThan(99)
  })
})
