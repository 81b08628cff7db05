import { describe, expect, it } from 'vitest'
import { parseConversation } from '../../web/conversation/stored-conversation.ts'

const document = {
  id: '1955-a-telegram',
  title: 'A Telegram',
  date: '1955',
  type: 'telegram',
  summary: null,
  publisher: 'Wilson Center Digital Archive',
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

describe('a conversation in storage', () => {
  it('comes back as it was', () => {
    const whole = answer([{ n: 1, document, passages: [{ text: 'This.', score: 1 }] }])
    expect(parseConversation(stored(question, whole))?.messages).toEqual([question, whole])
  })

  it.each([
    ['nothing', null],
    ['no JSON', '{"id":'],
    ['JSON of another kind', '[1, 2]'],
    ['null', 'null'],
    ['no messages', '{"id":"c"}'],
  ])('is begun anew where storage holds %s', (_, text) => {
    expect(parseConversation(text)).toBeUndefined()
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
  ])('leaves out %s and keeps the rest', (_, broken) => {
    expect(parseConversation(stored(question, broken))?.messages).toEqual([question])
  })
})
