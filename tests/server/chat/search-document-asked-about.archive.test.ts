/** Questions about one document, as its page's "Ask about this document" sends them. */
import { beforeAll, describe, expect, it } from 'vitest'
import { type Asking, chatRequest, openApp, postOf, problemOf } from '../ask.ts'

const HONECKER = '1984-05-31-memorandum-of-conversation-between-erich-honecker-and-kim-il-sung'
const MILITARY = '1976-10-report-on-a-stay-of-a-gdr-military-delegation-in-the-dprk-in-october'
const NO_SUMMARY = '1984-06-15-minutes-of-conversation-todor-zhivkov-kim-il-sung-sofia'

let app: Asking
beforeAll(async () => {
  app = await openApp()
})

const ask = (question: string, about: string, before: readonly string[] = []) =>
  app.chat(question, before, about)

describe('a question about a document', () => {
  it('has it as first source, says so in the first line, and quotes it before all others', async () => {
    const { text, sources, outcome } = await ask('What did Honecker say of his party?', HONECKER)
    expect(outcome.outcome).toBe('answered')
    expect(sources[0]).toMatchObject({ n: 1, document: { id: HONECKER }, why: 'the document asked about' })
    expect(text.split('\n')[0]).toBe(
      'About: “Memorandum of Conversation between Erich Honecker and Kim Il Sung” (31 May 1984).',
    )
    expect(/\[(\d+)\]/.exec(text)?.[1]).toBe('1')
    expect(text).toMatch(/party with 2\.2 million members.*?\[1\]/)
  })

  it('brings other sources too, each once, numbered on', async () => {
    const { text, sources } = await ask('What did they say about China?', HONECKER)
    expect(sources.length).toBeGreaterThan(1)
    expect(sources.map(({ n }) => n)).toEqual(sources.map((_, index) => index + 1))
    expect(new Set(sources.map(({ document }) => document.id)).size).toBe(sources.length)
    expect(text).toContain('[2]')
  })

  it.each(['What does this document say?', 'Summarize it.', 'Who was present?', 'What are the main points?'])(
    'that is meant as a whole (“%s”) is answered with its summary, in its order',
    async (question) => {
      const { text, sources } = await ask(question, HONECKER)
      const told = text.replaceAll(' [1]', '')
      expect(told).toContain(sources[0]?.document.summary)
      expect(text).not.toContain('[2]')
      expect(sources.length).toBeGreaterThan(1)
    },
  )

  it('of which it does not speak says so, and goes on with documents that do', async () => {
    const { text, sources } = await ask('What did he say about Vietnam?', HONECKER)
    expect(text).toContain('Its summary does not speak to this.')
    expect(text).not.toContain('[1]')
    expect(sources[0]?.document.id).toBe(HONECKER)
    const cited = sources.filter(({ n }) => text.includes(`[${n}]`))
    expect(cited.length).toBeGreaterThan(1)
    for (const { document } of cited) expect(document.summary).toMatch(/Viet|Hanoi|Haiphong|Saigon/)
  })

  it('that is about those whom the document is about is answered with it alone', async () => {
    const { text } = await ask('What did the North Koreans say?', MILITARY)
    expect(text).toContain('[1]')
    expect(text).not.toContain('[2]')
  })

  it('of which it does not speak marks no sentence in it', async () => {
    const { text, sources } = await ask('What about the Pueblo?', MILITARY)
    expect(text).toContain('Its summary does not speak to this.')
    expect(sources[0]?.passages).toEqual([])
  })

  it('to which nothing speaks has no answer, but still the document first', async () => {
    const { text, sources, outcome } = await ask('Who met Otto Warmbier?', HONECKER)
    expect(outcome).toEqual({
      outcome: 'nothing-found',
      reason: 'No document here names Otto Warmbier.',
    })
    expect(sources[0]?.document.id).toBe(HONECKER)
    expect(text).toMatch(/^About: /)
    expect(text).not.toMatch(/\[\d+\]/)
  })

  it('without a summary says that there is nothing to quote', async () => {
    const { text, outcome, sources } = await ask('What does it say?', NO_SUMMARY)
    expect(outcome.outcome).toBe('nothing-found')
    expect(outcome.reason).toMatch(/gives no summary/)
    expect(text).toContain(outcome.reason)
    expect(sources[0]?.document.id).toBe(NO_SUMMARY)
  })

  it('keeps to it in the next question', async () => {
    const { sources, text } = await ask('And about industry?', HONECKER, ['What does this document say?'])
    expect(sources[0]?.document.id).toBe(HONECKER)
    expect(text).toMatch(/rising industrial output.*?\[1\]/)
  })

  // Whether a document speaks is read from many in asked-document.test.ts; a whole answer takes a second each.
  it('is answered from it by the question made for it', async () => {
    const documents = app.archive.catalog.documents.filter(
      ({ summary }, index) => summary && index % 160 === 0,
    )
    expect(documents.length).toBeGreaterThan(4)
    for (const { id } of documents) {
      const question = app.archive.catalog.expansions.get(id)?.questions.question ?? ''
      const { sources, text } = await ask(question, id)
      expect(sources[0]?.document.id).toBe(id)
      expect(text, question).toContain('[1]')
    }
  })
})

describe('a request about a document', () => {
  it.each(['no-such-document', '', '../etc', '__proto__'])(
    'that the archive does not have (“%s”) is refused by a sentence that names the field',
    async (about) => {
      const problem = await problemOf(await app.request('/api/chat', chatRequest('What?', [], about)), 400)
      expect(problem.errors).toEqual([
        { field: 'about', message: 'must be the id of a document of this archive' },
      ])
    },
  )

  it.each([1, null, ['a'], 'x'.repeat(201)])('of another form (%j) is refused too', async (about) => {
    const messages = [{ id: 'u', role: 'user', parts: [{ type: 'text', text: 'What?' }] }]
    const response = await app.request('/api/chat', postOf({ id: 'c', messages, about }))
    expect((await problemOf(response, 400)).errors?.[0]?.field).toBe('about')
  })
})

it('no request of this file met an error that nobody foresaw', () => {
  expect(app.reported).toEqual([])
})
