import { describe, expect, it } from 'vitest'
import type { ChatMessage } from '../../../server/contract/chat-message.ts'
import { parseFile } from '../../../web/history/conversation-file.ts'
import { groupByDate } from '../../../web/history/group-by-date.ts'
import { searchConversations } from '../../../web/history/search-conversations.ts'
import {
  mergeConversations,
  type StoredConversation,
  type StoredExchange,
} from '../../../web/history/stored-conversation.ts'
import { source } from '../exporting.ts'

const message = (role: 'user' | 'assistant', id: string, text: string): ChatMessage => ({
  id,
  role,
  parts: [{ type: 'text', text }],
})
const answered = (id: string, text: string): ChatMessage => {
  const { parts, ...answer } = message('assistant', id, text)
  return { ...answer, parts: [...parts, { type: 'data-outcome', data: { outcome: 'answered' } }] }
}
const exchange = (id: string, asked: number, answer?: ChatMessage, changed = asked): StoredExchange => ({
  asked,
  changed,
  question: message('user', id, `Question ${id}?`),
  ...(answer ? { answer } : {}),
})
const conversation = (...exchanges: StoredExchange[]): StoredConversation => ({
  id: 'c',
  question: 'Question a?',
  begun: 1,
  changed: Math.max(...exchanges.map(({ changed }) => changed)),
  exchanges,
})

describe('two states of one conversation', () => {
  const first = exchange('a', 1, answered('1', 'Yes.'))

  it('become one with the exchanges of both, in the order in which they were asked', () => {
    const [b, c] = [exchange('b', 2), exchange('c', 3)]
    const joined = mergeConversations(conversation(first, c), conversation(first, b))
    expect(joined.exchanges).toEqual([first, b, c])
    expect(mergeConversations(conversation(first, b), conversation(first, c))).toEqual(joined)
  })

  it('keep of one exchange the newer answer, but none that broke off instead of a complete one', () => {
    const newer = exchange('a', 1, answered('2', 'No.'), 5)
    const brokenOff = exchange('a', 1, message('assistant', '3', 'Well'), 9)
    expect(mergeConversations(conversation(first), conversation(newer)).exchanges).toEqual([newer])
    expect(mergeConversations(conversation(newer), conversation(first)).exchanges).toEqual([newer])
    expect(mergeConversations(conversation(newer), conversation(brokenOff)).exchanges).toEqual([newer])
  })

  it('keep the title that is here, unless the other state is newer', () => {
    const here = { ...conversation(first), title: 'Here' }
    const there = { ...conversation(first), title: 'There' }
    expect(mergeConversations(here, there).title).toBe('Here')
    expect(mergeConversations(here, { ...there, changed: 7 }).title).toBe('There')
    expect(mergeConversations(here, { ...conversation(first), changed: 7 }).title).toBe('Here')
  })
})

describe('a conversation', () => {
  const head = (id: string, question: string) => ({ id, question, begun: 0, changed: 0 })
  const heads = [head('1', 'What did Ceaușescu say in Pyongyang?'), head('2', 'And the Pueblo?')]
  const words = new Map([
    ['1', ['What did Ceaușescu say in Pyongyang?\nHe praised self-reliance.']],
    ['2', ['And the Pueblo?\nThe crew came home in December 1968, after eleven months in captivity.']],
  ])
  const found = (query: string) => searchConversations(heads, query, words).map(({ head }) => head.id)

  it.each([
    ['', ['1', '2']],
    ['ceausescu', ['1']],
    ['PUEBLO december', ['2']],
    ['captiv crew', ['2']],
    ['pueblo pyongyang', []],
  ])('is found by %j', (query, ids) => {
    expect(found(query)).toEqual(ids)
  })

  it('shows where the words stand that its title does not have', () => {
    expect(searchConversations(heads, 'crew pueblo', words)[0]?.excerpt).toMatch(/crew came home/)
    expect(searchConversations(heads, 'pueblo', words)[0]).not.toHaveProperty('excerpt')
  })

  it('stands under its day, its week or its month', () => {
    const now = new Date(2025, 2, 20, 12).getTime()
    const at = (...date: [number, number, number, number]) => ({
      head: { ...head('x', ''), changed: new Date(...date).getTime() },
    })
    const items = [
      at(2025, 2, 20, 0),
      at(2025, 2, 19, 23),
      at(2025, 2, 15, 9),
      at(2025, 2, 2, 9),
      at(2024, 11, 24, 9),
    ]
    expect(groupByDate(items, now).map(({ name }) => name)).toEqual([
      'Today',
      'Yesterday',
      'This week',
      'March 2025',
      'December 2024',
    ])
  })
})

describe('a file of conversations', () => {
  const good = conversation(exchange('a', 1, answered('1', 'Yes.')))
  const file = (...conversations: unknown[]) =>
    JSON.stringify({ format: 'aide-memoire.conversations', version: 1, conversations })

  it('gives back what was written', () => {
    expect(parseFile(file(good))).toEqual([good])
  })

  it('gives back what was chosen by hand, how near the answer came, and what was read in its sources', () => {
    const [first] = good.exchanges
    const metadata = { without: [], quote: ['1955-a-telegram'], leaveOut: ['1956-a-report'] }
    const answer: ChatMessage = {
      ...answered('1', 'Nearest: a telegram.'),
      parts: [
        { type: 'data-sources', data: { sources: [{ ...source(1), reading: 'touches' }] } },
        { type: 'data-outcome', data: { outcome: 'near' } },
      ],
    }
    const kept = {
      ...good,
      exchanges: first ? [{ ...first, question: { ...first.question, metadata }, answer }] : [],
    }
    expect(parseFile(file(kept))).toEqual([kept])
  })

  it.each([
    ['{"format":', 'not a JSON file'],
    ['[]', 'its field “format”'],
    ['{"format":"bookmarks"}', 'its field “format”'],
    [JSON.stringify({ format: 'aide-memoire.conversations', version: 2 }), 'newer version'],
    [file(good, { ...good, id: '../x' }), 'The field “conversations[1].id” does not fit: must consist of'],
    [file({ ...good, begun: 'yesterday' }), 'The field “conversations[0].begun” does not fit'],
    [file({ ...good, exchanges: [] }), 'The field “conversations[0].exchanges” does not fit'],
    [
      file({ ...good, exchanges: [{ ...exchange('a', 1), question: answered('1', 'Yes.') }] }),
      'The field “conversations[0].exchanges[0].question.role” does not fit',
    ],
    [
      file({
        ...good,
        exchanges: [{ ...exchange('a', 1), question: message('user', 'a', 'x'.repeat(2001)) }],
      }),
      'The field “conversations[0].exchanges[0].question.parts” does not fit: the question has 2001 characters',
    ],
  ])('says of %s what does not fit', (text, words) => {
    expect(() => parseFile(text)).toThrow(words)
  })

  const document = {
    id: '1955-a-telegram',
    title: 'A Telegram',
    date: '1955',
    type: 'telegram',
    summary: null,
    people: [],
    countries: [],
    subjects: [],
    events: [],
    publisher: 'Wilson Center Digital Archive',
  }
  const withSources = (sources: unknown) => {
    const answer = { id: '1', role: 'assistant', parts: [{ type: 'data-sources', data: { sources } }] }
    return file({ ...good, exchanges: [{ ...exchange('a', 1), answer }] })
  }
  const withDocument = (change: object) =>
    withSources([{ n: 1, passages: [], document: { ...document, ...change } }])

  it('gives back the sources of an answer', () => {
    const [answer] = parseFile(withDocument({})).flatMap(({ exchanges }) => exchanges[0]?.answer ?? [])
    expect(answer?.parts).toMatchObject([{ data: { sources: [{ n: 1, document }] } }])
  })

  it.each([
    ['sources that are no list', withSources('none'), 'sources'],
    ['a source without a document', withSources([{ n: 1, passages: [] }]), 'sources[0].document'],
    [
      'a date that the calendar does not have',
      withDocument({ date: '1984-02-30' }),
      'sources[0].document.date',
    ],
    ['a summary that is a number', withDocument({ summary: 5 }), 'sources[0].document.summary'],
    [
      'a link that would run a script',
      withDocument({ url: 'javascript:alert(1)' }),
      'sources[0].document.url',
    ],
  ])('is refused with %s, by the name of the field', (_, text, field) => {
    expect(() => parseFile(text)).toThrow(
      `The field “conversations[0].exchanges[0].answer.parts[0].data.${field}” does not fit`,
    )
  })
})
