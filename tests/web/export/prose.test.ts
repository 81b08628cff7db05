import { describe, expect, it } from 'vitest'
import type { ChatMessage, CheckedSentence } from '../../../server/contract/chat-message.ts'
import type { Quotations } from '../../../server/contract/quotations.ts'
import { quotationsText } from '../../../server/contract/quotations-text.ts'
import { answerAsSpeech } from '../../../web/conversation/answer-as-speech.ts'
import type { Exchange } from '../../../web/conversation/message-parts.ts'
import { parseAnswer } from '../../../web/conversation/parse-answer.ts'
import { messageSchema } from '../../../web/history/message-schema.ts'
import { readingInWords } from '../../../web/sources/reading-in-words.ts'
import { citedCountsInWords } from '../../../web/sources/Sources.tsx'
import { exchange, footnotes, MARKER, markdown, quotations, source, text, word } from '../exporting.ts'

describe('the sources of an answer', () => {
  it.each([
    [
      { cited: 2, close: 1, lookedAt: 16 },
      '2 cited in the answer, 1 more that is close to the question, 16 more that the model only looked at.',
    ],
    [{ cited: 2, close: 0, lookedAt: 1 }, '2 cited in the answer, 1 more that the model only looked at.'],
    [{ cited: 2, close: 3, lookedAt: 0 }, '2 cited in the answer, 3 more that are close to the question.'],
  ])('are told by what they are to it: %j', (shares, told) => {
    expect(citedCountsInWords(shares, true)).toBe(told)
  })
})

describe('a card', () => {
  const state = { cited: true, complete: true, writtenByModel: false, choice: undefined }
  it.each([
    [{ reading: 'answers' }, 'Answers'],
    [{ reading: 'touches' }, 'Touches on it'],
    [{ reading: 'touches', cited: false }, 'Touches on it, not quoted'],
    [{ reading: 'near', cited: false }, 'Near, not quoted'],
    [{ reading: 'near', cited: false, writtenByModel: true }, 'Near, not cited'],
    [{ reading: 'near', cited: false, complete: false }, 'Near'],
    [{ reading: 'near', choice: 'quote' }, 'Near, quoted as you chose'],
    [{ reading: 'answers', cited: false, choice: 'leaveOut' }, 'Answers, left out as you chose'],
    // The server had nothing to quote of it.
    [{ reading: 'near', cited: false, choice: 'quote' }, 'Near, not quoted'],
    [{ reading: undefined, cited: false, choice: 'leaveOut' }, 'Left out as you chose'],
    [{ reading: undefined, cited: false }, undefined],
  ] as const)('says what its source is to the question and to the answer: %j', (given, told) => {
    expect(readingInWords({ ...state, ...given })).toBe(told)
  })
})

describe('an answer that a language model wrote', () => {
  const checked = (
    text: string,
    verdict: CheckedSentence['verdict'],
    more: Partial<CheckedSentence> = {},
  ): CheckedSentence => ({ text, citations: [], verdict, found: [], ...more })
  const SENTENCES = [
    checked('Kim asks. [1]', 'supported', { citations: [1] }),
    checked('In 1962 he flew. [1, 2]', 'unsupported', { citations: [1, 2], missing: ['1962'] }),
    checked('They spoke [2].', 'unclear', { citations: [2] }),
    checked('Nobody knows.', 'uncited'),
    checked('All agreed [99].', 'unknown-source', { citations: [99], missing: ['[99]'] }),
    checked('He waits.', 'supported', { citations: [2], added: true }),
  ]

  /** @param quoted what stands in its place where the model failed. */
  function written(prose: string, sentences: readonly CheckedSentence[], quoted?: Quotations): Exchange {
    const { question } = exchange('', [])
    const writer = { provider: 'local' as const, model: 'qwen3:8b' }
    const parts: ChatMessage['parts'] = [
      { type: 'data-writer', data: quoted ? { writer, failure: 'broken-off' } : { writer } },
      { type: 'data-sources', data: { sources: [source(1), source(2)] } },
      ...(prose ? [{ type: 'text' as const, text: prose }] : []),
      { type: 'data-verdicts', data: { sentences: [...sentences] } },
      ...(quoted
        ? [
            { type: 'data-quotations' as const, data: quoted },
            { type: 'text' as const, text: quotationsText(quoted) },
          ]
        : []),
      { type: 'data-outcome', data: { outcome: quoted?.outcome ?? 'answered' } },
    ]
    return { question, answer: { id: 'a', role: 'assistant', parts } }
  }
  const whole = () => written(SENTENCES.map(({ text }) => text).join(' '), SENTENCES)

  it('has neither what was taken back of it nor what the model only looked at', () => {
    const { question, answer } = written('Kim asks. [1]', SENTENCES.slice(0, 1))
    const parts = (answer?.parts ?? []).flatMap((part): ChatMessage['parts'] => {
      if (part.type === 'text')
        return [{ type: 'text', text: 'Let me see [1].' }, { type: 'data-retraction', data: {} }, part]
      if (part.type !== 'data-sources') return [part]
      const listed = { ...source(3), why: 'listed by date', lookedAt: true as const }
      return [{ ...part, data: { sources: [...part.data.sources, listed] } }]
    })
    const kept = messageSchema('assistant').parse(
      JSON.parse(JSON.stringify({ id: 'a', role: 'assistant', parts })),
    )
    const told = markdown({ question, answer: kept })
    expect(told).not.toContain('Let me see')
    expect(told).toContain('## Not cited, but close to the question\n\n- “Telegram 2 to Stalin,”')
    expect(told).not.toContain('Telegram 3')
  })

  it('says behind each sentence what is wrong with it, and in the end who wrote it and how it was checked', async () => {
    const WRITER =
      'Written by qwen3:8b (local). 2 of 6 sentences checked against their sources. Remarks in brackets are Aide-Mémoire’s.'
    expect(text(whole())).toContain(
      'Kim asks. [1] In 1962 he flew. [1] [2] [not in the source: 1962] They spoke. [2] [not confirmed by the source] ' +
        'Nobody knows. [no source given] All agreed. [cites number 99, which no source here has] ' +
        `He waits. [2] [source added by Aide-Mémoire]\n\n${WRITER}`,
    )
    expect(markdown(whole())).toContain(
      'Kim asks.[^1] In 1962 he flew.[^2] *\\[not in the source: 1962\\]* They spoke.[^3] *\\[not confirmed by the source\\]* Nobody knows. *\\[no source given\\]* All agreed.',
    )
    expect(markdown(whole())).toContain(`*${WRITER}*`)
    const { html, text: raw } = await word(whole())
    expect(html).toMatch(/Nobody knows\.<em> \[no source given\]<\/em>/)
    expect(html.match(/<sup><a href="#footnote-/g)).toHaveLength(4)
    expect(raw).toContain(WRITER)
  })

  it('leaves no dead marker, whatever the model wrote', async () => {
    const one = written('Kim asks. [1] He [98] waits [7-9]. So [1', [
      checked('Kim asks. [1]', 'supported', { citations: [1] }),
      checked('He [98] waits [7-9].', 'unknown-source', { missing: ['[98]', '[7]', '[8]', '[9]'] }),
      checked('So [1', 'uncited'),
    ])
    for (const exported of [markdown(one), (await word(one)).text]) expect(exported).not.toMatch(MARKER)
    expect(text(one)).toContain(
      'Kim asks. [1] He waits. [cites numbers 98, 7, 8, 9, which no source here has] So [no source given]',
    )
  })

  it('that failed on its way tells so before the quotations, whose notes follow those of its sentences', () => {
    const failure = 'The answer above is not finished.'
    const one = written(
      'Kim asks. [1] In the next ye',
      SENTENCES.slice(0, 1),
      quotations([source(2)], { failure }),
    )
    expect(footnotes(one).words).toEqual([
      [
        ['Kim asks.', 1],
        [' In the next ye', undefined],
        ['The answer above is not finished.', undefined],
        ['One document.', undefined],
        ['A telegram of 13 October 1950: Kim asks.', 2],
      ],
    ])
    expect(text(one)).toContain(
      'Begun by qwen3:8b (local), which failed; the rest is quotations. 1 of 1 sentence checked against its source.',
    )
    expect(text(one)).not.toContain('Remarks')
  })

  it('that failed on its way keeps the numbers of its sentences where there is nothing to quote', () => {
    const one = written('Kim asks. [1] In the', SENTENCES.slice(0, 1), {
      version: 1,
      outcome: 'nothing-found',
      failure: 'The answer above is not finished.',
      opening: { text: 'This archive holds no answer that can be quoted.' },
      reason: 'No document here is later than 2000.',
      advice: 'Try other words.',
    })
    expect(footnotes(one).notes).toHaveLength(1)
    expect(text(one)).not.toContain('merely near')
  })

  it('that failed before its first word is quotations, and says why', () => {
    const failure = 'The language model is too slow.'
    const one = written('', [], quotations([source(1)], { failure }))
    expect(text(one)).toMatch(/^The language model is too slow\.\n\nOne document\.\n\n/)
    expect(text(one)).toContain('Kim asks. [1]\n\nQuotations only, since qwen3:8b (local) failed.\n\nSources')
  })

  it('tells in what leaves the page which documents were chosen by hand', () => {
    const { question, answer } = whole()
    const metadata = { quote: [source(1).document.id], leaveOut: [] }
    expect(text({ question: { ...question, metadata }, answer })).toContain(
      'Remarks in brackets are Aide-Mémoire’s. Documents chosen by hand: 1 to quote.',
    )
  })

  it('says where a verdict is the model’s own', () => {
    const judgedBy = 'model' as const
    const one = written('Kim asks. [1] He waits. [2]', [
      checked('Kim asks. [1]', 'supported', { citations: [1], judgedBy }),
      checked('He waits. [2]', 'unsupported', { citations: [2], judgedBy }),
    ])
    expect(text(one)).toContain(
      'Kim asks. [1] [supported by the model’s own judgment] He waits. [2] [not in the source, by the model’s own judgment]',
    )
  })

  it('is read aloud with its verdicts, and without numbers', () => {
    const { answer } = whole()
    expect(answer && answerAsSpeech(parseAnswer(answer, false))).toBe(
      'Kim asks. In 1962 he flew. (Not in the source.) They spoke. (Check this one yourself.) ' +
        'Nobody knows. (No source is given.) All agreed [99]. (There is no such source.) He waits.',
    )
  })
})
