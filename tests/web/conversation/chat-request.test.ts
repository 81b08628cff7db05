import { describe, expect, it } from 'vitest'
import { previousTurns } from '../../../server/chat/read-chat-request.ts'
import type { ChatMessage } from '../../../server/contract/chat-message.ts'
import { chatRequestSchema } from '../../../server/contract/chat-request.ts'
import { chatRequest } from '../../../web/conversation/chat-request.ts'
import {
  chosenDocumentsIn,
  chosenDocumentsInWords,
  documentChoiceOf,
  isChoiceFull,
  NO_CHOSEN_DOCUMENTS,
  withChoice,
} from '../../../web/conversation/chosen-documents.ts'
import { removedItemsIn } from '../../../web/conversation/removed-items.ts'
import { quotations, source } from '../exporting.ts'

const question = (id: string, text: string, metadata?: unknown): ChatMessage => ({
  id,
  role: 'user',
  metadata,
  parts: [{ type: 'text', text }],
})
const answer = (id: string): ChatMessage => ({
  id,
  role: 'assistant',
  parts: [
    { type: 'data-suggestions', data: { questions: ['What did Zhou Enlai say?'.repeat(100)] } },
    { type: 'text', text: 'Mao agreed. [1]', state: 'done' },
    { type: 'data-outcome', data: { outcome: 'answered' } },
  ],
})
const without1984 = { without: [{ key: 'period:1984', label: '1984' }] }

describe('a request of the chat', () => {
  it('holds what was said, and nothing of the cards', () => {
    const { messages } = chatRequest('chat', [question('1', 'Mao?'), answer('2'), question('3', 'And Zhou?')])
    expect(messages).toEqual([
      { id: '1', role: 'user', parts: [{ type: 'text', text: 'Mao?' }] },
      { id: '2', role: 'assistant', parts: [{ type: 'text', text: 'Mao agreed. [1]' }] },
      { id: '3', role: 'user', parts: [{ type: 'text', text: 'And Zhou?' }] },
    ])
  })

  it('holds nothing that was taken back of an answer, and the server reads none of it either', () => {
    const parts: ChatMessage['parts'] = [
      { type: 'text', text: 'Let me see [2].' },
      { type: 'data-retraction', data: {} },
      { type: 'text', text: 'Mao agreed. [1]' },
    ]
    const messages = [question('1', 'Mao?'), { ...answer('2'), parts }, question('3', 'And Zhou?')]
    const turns = [{ question: 'Mao?', answer: 'Mao agreed. [1]' }]
    expect(previousTurns(chatRequestSchema.parse(chatRequest('chat', messages)))).toEqual(turns)
    expect(previousTurns(chatRequestSchema.parse({ id: 'chat', messages }))).toEqual(turns)
  })

  it('stays small however long the conversation is, and ends with the question', () => {
    const long = Array.from({ length: 500 }, (_, n) => [
      question(`q${n}`, 'And then?'),
      answer(`a${n}`),
    ]).flat()
    const request = chatRequest('chat', [...long, question('last', 'And in 1984?')])
    expect(JSON.stringify(request).length).toBeLessThan(4000)
    expect(request.messages.at(-1)?.id).toBe('last')
    expect(chatRequestSchema.parse(request).turnsBefore).toBe(501 - previousTurns(request).length - 1)
  })

  it('has of a model’s failed answer what is quoted, not why it failed', () => {
    const failed: ChatMessage = {
      id: '2',
      role: 'assistant',
      parts: [
        {
          type: 'data-writer',
          data: { writer: { provider: 'local', model: 'scripted' }, failure: 'too-slow' },
        },
        { type: 'text', text: 'Mao agreed. [1]' },
        { type: 'data-quotations', data: { ...quotations([source(2)]), failure: 'It is not finished.' } },
        { type: 'text', text: 'It is not finished.\n\nAny other text.' },
      ],
    }
    const { messages } = chatRequest('chat', [question('1', 'Mao?'), failed, question('3', 'And Zhou?')])
    expect(messages[1]?.parts.map(({ text }) => text)).toEqual([
      'Mao agreed. [1]',
      'One document.\n\nA telegram of 13 October 1950: Kim asks. [2]',
    ])
  })

  it('leaves out what the reader took back of this question, not of earlier ones', () => {
    const asked = question('1', 'Mao in 1984?', without1984)
    expect(chatRequest('chat', [asked]).without).toEqual(['period:1984'])
    expect(chatRequest('chat', [asked, answer('2'), question('3', 'And Zhou?')]).without).toEqual([])
  })

  it('names the documents that the reader has quoted or left out for this question', () => {
    const metadata = { ...without1984, quote: ['1955-a-telegram'], leaveOut: ['1956-a-report'] }
    const asked = question('1', 'Mao in 1984?', metadata)
    expect(chatRequestSchema.parse(chatRequest('chat', [asked]))).toMatchObject({
      without: ['period:1984'],
      quote: ['1955-a-telegram'],
      leaveOut: ['1956-a-report'],
    })
    const next = chatRequest('chat', [asked, answer('2'), question('3', 'And Zhou?')])
    expect(next).not.toHaveProperty('quote')
    expect(next).not.toHaveProperty('leaveOut')
  })

  it('names the document that the conversation is about, if it is about one', () => {
    expect(chatRequest('chat', [question('1', 'Mao?')], { about: '1955-a-telegram' }).about).toBe(
      '1955-a-telegram',
    )
    expect(chatRequest('chat', [question('1', 'Mao?')])).not.toHaveProperty('about')
  })
})

describe('documents that the reader chooses', () => {
  it.each([
    undefined,
    null,
    'quote',
    {},
    { quote: '1955-a-telegram' },
    { quote: [null, 5, 'x'.repeat(201)] },
  ])('are none where the storage holds %j', (metadata) => {
    expect(chosenDocumentsIn({ metadata })).toEqual(NO_CHOSEN_DOCUMENTS)
  })

  it('are never more than the server takes, and never in both lists', () => {
    const ids = Array.from({ length: 30 }, (_, n) => `document-${n}`)
    const chosen = chosenDocumentsIn({ metadata: { quote: ids, leaveOut: [...ids.slice(0, 20), 'another'] } })
    expect(chosen).toEqual({ quote: ids.slice(0, 20), leaveOut: ['another'] })
    expect([isChoiceFull(chosen, 'quote'), isChoiceFull(chosen, 'leaveOut')]).toEqual([true, false])
  })

  it('add up, change sides, and are left to the program again', () => {
    const one = withChoice(withChoice(NO_CHOSEN_DOCUMENTS, 'a', 'quote'), 'b', 'leaveOut')
    expect(one).toEqual({ quote: ['a'], leaveOut: ['b'] })
    expect(withChoice(one, 'a', 'leaveOut')).toEqual({ quote: [], leaveOut: ['b', 'a'] })
    expect(withChoice(one, 'b', undefined)).toEqual({ quote: ['a'], leaveOut: [] })
    expect(['a', 'b', 'c'].map((id) => documentChoiceOf(one, id))).toEqual(['quote', 'leaveOut', undefined])
    expect([chosenDocumentsInWords(one), chosenDocumentsInWords(NO_CHOSEN_DOCUMENTS)]).toEqual([
      '1 to quote, 1 to leave out',
      undefined,
    ])
  })
})

describe('what the reader took back', () => {
  it.each([
    undefined,
    null,
    'period:1984',
    {},
    { without: 'period:1984' },
    { without: [null, 'period:1984', { key: 1984, label: '1984' }, { key: 'period:1984' }] },
  ])('is nothing where the storage holds %j', (metadata) => {
    expect(removedItemsIn({ metadata })).toEqual([])
  })
})
