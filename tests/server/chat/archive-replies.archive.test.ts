/** What is replied where nothing is asked of the documents. */
import { beforeAll, describe, expect, it } from 'vitest'
import { yearOf } from '../../../corpus/reduced-date.ts'
import { archiveReply } from '../../../server/chat/archive-replies.ts'
import { readChatQuestion } from '../../../server/chat/read-chat-request.ts'
import { chatRequestSchema } from '../../../server/contract/chat-request.ts'
import { archiveTopics } from '../../../server/understanding/archive-topic.ts'
import { type Asking, openApp } from '../ask.ts'
import { openModelApp } from '../ask-model.ts'
import { settingsFor } from '../model-settings.ts'

let app: Asking
beforeAll(async () => {
  app = await openApp()
})

describe('a reply', () => {
  it('comes as every answer does, without sources and without a search', async () => {
    const { order, sources, quotations, outcome, text, suggestions } = await app.chat('hello')
    expect(order).toEqual([
      'data-understanding',
      'data-writer',
      'data-sources',
      'data-quotations',
      'text-start',
      'text-delta',
      'text-end',
      'data-outcome',
      'data-suggestions',
    ])
    expect(sources).toEqual([])
    expect(outcome).toEqual({ outcome: 'about-the-archive' })
    expect(quotations.outcome).toBe('about-the-archive')
    expect(text).toMatch(/^Hello\./)
    expect(suggestions).toHaveLength(3)
    const known = app.archive.catalog.exampleQuestions.map(({ question }) => question)
    expect(known).toEqual(expect.arrayContaining(suggestions))
  })

  it('counts what this archive holds', async () => {
    const { documents } = app.archive.catalog
    const { text } = await app.chat('How many documents are there?')
    expect(text).toContain(`${documents.length} documents`)
    const { text: years } = await app.chat('What years does this cover?')
    const dates = documents.map(({ date }) => yearOf(date))
    expect(years).toContain(`${Math.min(...dates)} to ${Math.max(...dates)}`)
    expect(years).toContain(`${dates.filter((year) => year >= 1950 && year < 1960).length} of the 1950s`)
  })

  it('says who wrote the summaries', async () => {
    const { text } = await app.chat('who wrote these summaries?')
    expect(text).toContain('with the help of a language model')
    expect(text).toContain('read the document before you rely on it')
  })

  it('to thanks is short, and what to ask next stays on the matter', async () => {
    const asked = 'How was the crew of the Pueblo released?'
    const { text, suggestions, outcome } = await app.chat('Thanks!', [asked])
    expect(outcome.outcome).toBe('about-the-archive')
    expect(text).toBe('You are welcome.')
    expect(suggestions).not.toContain(asked)
    expect(suggestions.filter((question) => question.includes('Pueblo')).length).toBeGreaterThanOrEqual(2)
  })

  it('in a conversation about one document names it, and offers to ask it', async () => {
    const document = app.archive.catalog.documents.find(({ summary }) => summary !== null)
    const { text, quotations, suggestions } = await app.chat('hi', [], document?.id)
    expect(text).toContain(document?.title)
    expect(quotations.about).toMatchObject({ document: document?.id, quoted: false })
    expect(suggestions[0]).toContain('this document')
  })

  it('is none where such words ask one document', async () => {
    const document = app.archive.catalog.documents.find(({ summary }) => summary !== null)
    const { outcome } = await app.chat('Where does this come from?', [], document?.id)
    expect(outcome.outcome).not.toBe('about-the-archive')
  })

  it('leaves the conversation as it was: a follow-up looks back past it', async () => {
    const { text } = await app.chat('hello')
    const told = (role: 'user' | 'assistant', words: string) => ({
      role,
      parts: [{ type: 'text', text: words }],
    })
    const messages = [told('user', 'hello'), told('assistant', text), told('user', 'And the Soviets?')]
    expect(readChatQuestion(chatRequestSchema.parse({ id: 'c', messages })).before).toEqual([])
  })

  it('needs no language model where one is configured', async () => {
    // Nobody listens there.
    const settings = settingsFor('http://127.0.0.1:9/v1')
    const modelApp = openModelApp(app.archive, settings)
    const { data, text } = await modelApp.ask('thank you')
    expect(data.writer).toEqual({ writer: 'quotations' })
    expect(data.outcome).toEqual({ outcome: 'about-the-archive' })
    expect(text).toBe('You are welcome.')
    expect((await modelApp.ask('are you an AI?')).text).toContain(settings.model)
    expect(modelApp.log).toEqual([])
  })
})

it('every reply is whole sentences, with and without what the makers of the catalog say', () => {
  const { catalog } = app.archive
  for (const about of [catalog.about, undefined])
    for (const writer of ['quotations', { provider: 'local', model: 'small' }] as const)
      for (const topic of archiveTopics)
        for (const paragraph of archiveReply(topic, { catalog: { ...catalog, about }, writer }))
          expect(paragraph, topic).toMatch(/^[\p{Lu}“].*[.)]$/u)
})
