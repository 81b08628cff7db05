import { describe, expect, it } from 'vitest'
import { parseFormer } from '../../web/history/former-conversation.ts'

const NOW = Date.UTC(2025, 0, 1)
const document = {
  id: '1955-a-telegram',
  title: 'A Telegram',
  date: '1955',
  type: 'telegram',
  summary: null,
  publisher: 'Wilson Center Digital Archive',
  people: [],
  countries: [],
  subjects: [],
  events: [],
  collections: [],
  popular: false,
}
const question = { id: 'q', role: 'user', parts: [{ type: 'text', text: 'What happened?' }] }
const answer = (sources: unknown) => ({
  id: 'a',
  role: 'assistant',
  parts: [
    { type: 'data-sources', data: { sources } },
    { type: 'text', text: 'This. [1]' },
  ],
})
const stored = (...messages: unknown[]) => JSON.stringify({ id: 'c', messages })

describe('the one conversation that was kept before there were many', () => {
  it('is taken over as it was, under its id, with its first question as title', () => {
    const whole = answer([{ n: 1, document, passages: [{ text: 'This.', score: 1 }] }])
    expect(parseFormer(stored(question, whole), NOW)).toEqual({
      id: 'c',
      question: 'What happened?',
      begun: NOW,
      changed: NOW,
      exchanges: [{ asked: NOW, changed: NOW, question, answer: whole }],
    })
  })

  it.each([
    ['nothing', null],
    ['no JSON', '{"id":'],
    ['JSON of another kind', '[1, 2]'],
    ['null', 'null'],
    ['no messages', '{"id":"c"}'],
    ['no question', stored(answer([]))],
  ])('is none where storage holds %s', (_, text) => {
    expect(parseFormer(text, NOW)).toBeUndefined()
  })

  it.each([
    ['a message that is no object', 7],
    ['a message without parts', { id: 'a', role: 'assistant' }],
    ['a text that is no text', { id: 'a', role: 'assistant', parts: [{ type: 'text', text: 5 }] }],
    ['sources that are no list', answer('none')],
    ['a source without a document', answer([{ n: 1, passages: [] }])],
    [
      'a date that the calendar does not have',
      answer([{ n: 1, passages: [], document: { ...document, date: '1984-02-30' } }]),
    ],
    ['a summary that is a number', answer([{ n: 1, passages: [], document: { ...document, summary: 5 } }])],
    [
      'a link that would run a script',
      answer([{ n: 1, passages: [], document: { ...document, url: 'javascript:alert(1)' } }]),
    ],
  ])('loses %s and keeps the rest', (_, broken) => {
    const exchanges = parseFormer(stored(question, broken), NOW)?.exchanges
    expect(exchanges).toEqual([{ asked: NOW, changed: NOW, question }])
  })
})
