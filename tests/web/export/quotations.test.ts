/** Answers in quotations: all that the page shows of one comes from its typed part, and none of it from its text. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChatMessage } from '../../../server/contract/chat-message.ts'
import { type Quotations, quotationsSchema } from '../../../server/contract/quotations.ts'
import { quotationsText } from '../../../server/contract/quotations-text.ts'
import { answerAsSpeech } from '../../../web/conversation/answer-as-speech.ts'
import { chatRequest } from '../../../web/conversation/chat-request.ts'
import type { Exchange } from '../../../web/conversation/message-parts.ts'
import { parseAnswer } from '../../../web/conversation/parse-answer.ts'
import { messageSchema } from '../../../web/history/message-schema.ts'
import { searchableText } from '../../../web/history/stored-conversation.ts'
import { exchange, footnotes, markdown, quotations, quoted, source, text, word } from '../exporting.ts'

const read = ({ answer }: Exchange) => {
  if (!answer) throw new Error('There is no answer.')
  return parseAnswer(answer, false)
}
const SOURCES = [source(1), source(2)]

describe('an answer in quotations', () => {
  const other = 'The text says this: of 13 October 1950. [2]'
  const one = quoted(quotations([source(1)]), SOURCES, other)

  it('is shown, read aloud, copied, exported, found and repeated from its part, whatever its text is', async () => {
    const { paragraphs, claims } = read(one)
    expect(paragraphs).toEqual([
      { voice: 'program', statements: [{ text: 'One document.', citations: [] }] },
      {
        voice: 'archive',
        leadIn: 'A telegram of 13 October 1950',
        statements: [{ text: 'Kim asks.', citations: [{ n: 1, ordinal: 0 }] }],
      },
    ])
    expect(claims).toEqual(new Map([[1, ['Kim asks.']]]))
    const spoken = 'One document. A telegram of 13 October 1950: Kim asks.'
    expect(answerAsSpeech(read(one))).toBe(spoken)
    expect(text(one)).toMatch(
      /^One document\.\n\nA telegram of 13 October 1950: Kim asks\. \[1\]\n\nSources\n\[1\] “Telegram 1 /,
    )
    expect(markdown(one)).toContain('\n\nOne document.\n\nA telegram of 13 October 1950: Kim asks.[^1]\n\n')
    expect(footnotes(one).words).toEqual([
      [
        ['One document.', undefined],
        ['A telegram of 13 October 1950: Kim asks.', 1],
      ],
    ])
    expect((await word(one)).text).toContain('One document.\n\nA telegram of 13 October 1950: Kim asks.')
    expect(searchableText(one)).toContain('One document.\n\nA telegram of 13 October 1950: Kim asks.')
    const { question, answer } = one
    const { messages } = chatRequest('c', answer ? [question, answer, question] : [])
    expect(messages[1]?.parts).toEqual([
      { type: 'text', text: 'One document.\n\nA telegram of 13 October 1950: Kim asks. [1]' },
    ])
  })

  it('has its voices by who speaks, not by where a paragraph stands', () => {
    const part = quotations(SOURCES, {
      failure: 'The model is too slow.',
      about: { document: 'a-telegram', quoted: false, text: 'About: “A Telegram” (1950).' },
      notices: [{ kind: 'widened-period', text: 'Looking beyond:' }],
    })
    expect(read(quoted(part, SOURCES)).paragraphs.map(({ voice }) => voice)).toEqual([
      'program',
      'program',
      'program',
      'archive',
      'archive',
    ])
  })

  it('keeps what an archive sets in brackets, and cites only sources that there are', () => {
    const part = quotations([source(1)])
    const [paragraph] = part.groups[0]?.paragraphs ?? []
    if (!paragraph) throw new Error('It quotes nothing.')
    paragraph.sentences = [
      { n: 1, index: 0, text: 'Telegram [405840] says [2].' },
      { n: 9, index: 1, text: 'Kim waits.' },
    ]
    const { words, notes } = footnotes(quoted(part, SOURCES))
    expect(words[0]?.slice(1)).toEqual([
      ['A telegram of 13 October 1950: Telegram [405840] says [2].', 1],
      [' Kim waits.', undefined],
    ])
    expect(notes).toHaveLength(1)
  })

  it('that has none says so, with nothing cited', () => {
    const none: Quotations = {
      version: 1,
      outcome: 'nothing-found',
      opening: { text: 'Nothing [1] here.' },
      reason: 'No document here is later than 2000.',
      advice: 'Try other words.',
    }
    const { paragraphs, claims, outcome } = read(quoted(none, SOURCES))
    expect(paragraphs).toEqual([
      {
        voice: 'program',
        statements: [
          { text: 'Nothing [1] here. No document here is later than 2000. Try other words.', citations: [] },
        ],
      },
    ])
    expect([claims.size, outcome]).toEqual([0, 'nothing-found'])
  })

  it('has headings, and a side on which there is nothing to quote, and keeps them in each form', async () => {
    const [group] = quotations([source(1)]).groups
    const part = quotations([source(1)], {
      notices: [
        { kind: 'not-told', text: 'No record states that Kim asked twice.' },
        { kind: 'nothing-new', text: 'Nothing beyond the earlier answers was found.' },
      ],
      groups: [
        { heading: 'Moscow', paragraphs: group?.paragraphs ?? [] },
        { heading: 'Beijing', note: 'No document here speaks to this side.', paragraphs: [] },
      ],
    })
    const one = quoted(part, SOURCES)
    const opening =
      'No record states that Kim asked twice. Nothing beyond the earlier answers was found. One document.'
    expect(
      read(one).paragraphs.map(({ voice, heading, statements }) => [voice, heading, statements[0]?.text]),
    ).toEqual([
      ['program', undefined, opening],
      ['program', true, 'Moscow'],
      ['archive', undefined, 'Kim asks.'],
      ['program', true, 'Beijing'],
      ['program', undefined, 'No document here speaks to this side.'],
    ])
    expect(answerAsSpeech(read(one))).toBe(
      `${opening} Moscow. A telegram of 13 October 1950: Kim asks. Beijing. No document here speaks to this side.`,
    )
    expect(text(one)).toContain(
      '\n\nMoscow\n\nA telegram of 13 October 1950: Kim asks. [1]\n\nBeijing\n\nNo doc',
    )
    expect(markdown(one)).toContain(
      '\n\n## Moscow\n\nA telegram of 13 October 1950: Kim asks.[^1]\n\n## Beijing\n\nNo',
    )
    const { html } = await word(one)
    expect(html).toContain('<h2>Moscow</h2><p>A telegram')
    expect(html).toContain('<h2>Beijing</h2><p>No document here speaks to this side.</p>')
  })

  it('that comes no more than near is marked as such in each form', async () => {
    const part: Quotations = { ...quotations([source(1)]), outcome: 'near' }
    part.opening.text = 'No document here says this outright. Nearest:'
    const one = quoted(part, SOURCES)
    const { paragraphs, outcome, claims } = read(one)
    expect(outcome).toBe('near')
    expect(paragraphs.map(({ nearest }) => nearest)).toEqual([undefined, true])
    expect([...claims.keys()]).toEqual([1])
    expect(answerAsSpeech(read(one))).toMatch(/^No document here says this outright\. Nearest: A telegram/)
    expect(markdown(one)).toContain('\n\n> A telegram of 13 October 1950: Kim asks.[^1]\n\n')
    const REMARK = 'No document here says this outright: what is quoted or cited is merely the nearest.'
    expect(markdown(one)).toContain(`**${REMARK}**`)
    expect(text(one)).toContain(REMARK)
    expect((await word(one)).text).toContain(REMARK)
    expect(markdown(one)).toContain('## Not cited, but close to the question\n\n- “Telegram 2')
  })

  it('that is about the archive itself is plain words, whatever lies near to them', async () => {
    const part: Quotations = {
      version: 1,
      outcome: 'about-the-archive',
      texts: ['This archive holds 913 records.', 'Ask about a name or a year.'],
    }
    const one = quoted(part, SOURCES)
    expect(read(one)).toMatchObject({ outcome: 'about-the-archive', sources: [] })
    const words = 'This archive holds 913 records.\n\nAsk about a name or a year.'
    expect(text(one)).toBe(words)
    expect(markdown(one)).toBe(`# What did Kim ask?\n\n${words}\n\n*From Aide-Mémoire, 3 May 2026.*\n`)
    expect((await word(one)).text).not.toContain('Telegram')
  })

  it('has been kept from before there were readings, and opens as it was', () => {
    const { opening, ...rest } = quotations([source(1)])
    const { touching: _, ...former } = opening
    const kept = (data: object) =>
      messageSchema('assistant').parse({
        id: 'a',
        role: 'assistant',
        parts: [{ type: 'data-quotations', data }],
      })
    const { paragraphs } = parseAnswer(kept({ ...rest, opening: former }), false)
    expect(paragraphs.map(({ voice }) => voice)).toEqual(['program', 'archive'])
  })

  it('says on paper what its plain text says, whatever it holds', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1 }).filter((some) => some.trim() === some)
    const paragraph = fc.record({
      document: fc.constant('a-telegram'),
      leadIn: words,
      sentences: fc.array(fc.record({ n: fc.integer({ min: 1, max: 2 }), index: fc.nat(), text: words }), {
        minLength: 1,
      }),
    })
    const part = fc.record(
      {
        version: fc.constant(1 as const),
        outcome: fc.constantFrom('answered' as const, 'near' as const),
        failure: words,
        about: fc.record({ document: fc.constant('a-telegram'), quoted: fc.boolean(), text: words }),
        notices: fc.array(fc.record({ kind: fc.constant('left-aside' as const), text: words })),
        opening: words.map((opening) => ({ ...quotations(SOURCES).opening, text: opening })),
        groups: fc.array(
          fc.record(
            { heading: words, note: words, paragraphs: fc.array(paragraph) },
            { requiredKeys: ['paragraphs'] },
          ),
          { minLength: 1 },
        ),
      },
      { requiredKeys: ['version', 'outcome', 'notices', 'opening', 'groups'] },
    )
    fc.assert(
      fc.property(part, (any) => {
        const data = quotationsSchema.parse(any)
        const shown = read(quoted(data, SOURCES))
          .paragraphs.map(({ leadIn, statements }) => {
            const said = statements.map(
              ({ text, citations }) => text + citations.map(({ n }) => ` [${n}]`).join(''),
            )
            return (leadIn === undefined ? '' : `${leadIn}: `) + said.join('')
          })
          .join('\n\n')
        expect(shown).toBe(quotationsText(data))
      }),
    )
  })
})

describe('an answer whose parts do not hold its words', () => {
  const TEXT = 'One document.\n\nA telegram of 13 October 1950: Kim asks. [1, 2] He waits. [7]'
  const plain = [
    { voice: 'plain', statements: [{ text: 'One document.', citations: [] }] },
    {
      voice: 'plain',
      statements: [
        {
          text: 'A telegram of 13 October 1950: Kim asks.',
          citations: [
            { n: 1, ordinal: 0 },
            { n: 2, ordinal: 1 },
          ],
        },
        { text: ' He waits. [7]', citations: [] },
      ],
    },
  ]

  it('is its text with its citations', () => {
    const { paragraphs, claims } = read(exchange(TEXT, SOURCES, 'answered'))
    expect(paragraphs).toEqual(plain)
    expect([...claims.keys()]).toEqual([1, 2])
  })

  it('is its text also where a newer server sent a form of quotations that this page does not know', () => {
    const { question, answer } = quoted(quotations([source(1)]), SOURCES, TEXT)
    const parts = answer?.parts.map((part) =>
      part.type === 'data-quotations' ? { type: part.type, data: { version: 2, blocks: [] } } : part,
    )
    const kept = messageSchema('assistant').parse({ ...answer, parts })
    expect(kept.parts).toEqual(parts)
    expect(read({ question, answer: kept }).paragraphs).toEqual(plain)
  })
})

describe('a message out of a file', () => {
  const problems = (role: 'user' | 'assistant', parts: unknown) => {
    const { error } = messageSchema(role).safeParse({ id: 'm', role, parts })
    return error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? []
  }
  const quotationsPart = (data: object) => ({ type: 'data-quotations', data })

  it.each([
    ['without a lead-in', { document: 'a', sentences: [{ n: 1, index: 0, text: 'Kim asks.' }] }, 'leadIn'],
    ['without a sentence', { document: 'a', leadIn: 'A telegram', sentences: [] }, 'sentences'],
    [
      'with a number that is none',
      { document: 'a', leadIn: 'A telegram', sentences: [{ n: '1', index: 0, text: 'Kim asks.' }] },
      'sentences.0.n',
    ],
  ])('is refused with a quotation %s, by its field', (_, paragraph, field) => {
    const data = { ...quotations([source(1)]), groups: [{ paragraphs: [paragraph] }] }
    expect(problems('assistant', [quotationsPart(data)]).map(([path]) => path)).toEqual([
      `parts.0.data.groups.0.paragraphs.0.${field}`,
    ])
  })

  it('may be a question of 2,000 characters and not of one more, which the server would refuse ever after', () => {
    const question = (length: number) => [{ type: 'text', text: 'x'.repeat(length) }]
    expect(problems('user', question(2000))).toEqual([])
    expect(problems('user', question(2001))).toEqual([
      ['parts', 'the question has 2001 characters; at most 2000 are read'],
    ])
    expect(problems('assistant', question(2001))).toEqual([])
    const answer: ChatMessage['parts'] = [{ type: 'text', text: 'x'.repeat(100_001) }]
    expect(problems('assistant', answer).map(([path]) => path)).toEqual(['parts.0.text'])
  })
})
