import { describe, expect, it } from 'vitest'
import { archiveDocumentSchema } from '../../corpus/document.ts'
import type { Source } from '../../server/chat/message.ts'
import { answerAsSpeech, answerAsText } from '../../web/conversation/answer-as-text.ts'

const source = (n: number, more: object = {}): Source => ({
  n,
  passages: [],
  document: archiveDocumentSchema.parse({
    id: `1950-10-13-telegram-${n}`,
    title: `Telegram ${n}`,
    date: '1950-10-13',
    type: 'telegram',
    summary: null,
    people: [],
    countries: [],
    subjects: [],
    events: [],
    publisher: 'Wilson Center Digital Archive',
    ...more,
  }),
})

describe('an answer on the clipboard', () => {
  it('ends with the sources that it cites, and no others', () => {
    const url = 'https://digitalarchive.wilsoncenter.org/document/1'
    expect(
      answerAsText('One document.\n\nKim asks.[2]', [source(1), source(2, { url, archive: 'RGANI 5' })]),
    ).toBe(
      'One document.\n\nKim asks. [2]\n\nSources\n' +
        `[2] “Telegram 2,” 13 October 1950. Wilson Center Digital Archive. RGANI 5. ${url}`,
    )
  })

  it('gives no address that the page would not link', () => {
    const text = answerAsText('Kim asks.[1]', [source(1, { url: 'https://example.org/1' })])
    expect(text).not.toContain('example.org')
  })

  it('is the text alone where nothing is cited', () => {
    expect(answerAsText('Nothing found.', [source(1)])).toBe('Nothing found.')
  })
})

describe('an answer read aloud', () => {
  it('has no numbers in it', () => {
    expect(answerAsSpeech('One document.\n\nKim asks. [1] He waits. [1]', [source(1)])).toBe(
      'One document. Kim asks. He waits.',
    )
  })
})
