import { Packer } from 'docx'
import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import { archiveDocumentSchema } from '../../corpus/document.ts'
import type { ChatMessage, Source } from '../../server/chat/message.ts'
import { answerAsSpeech } from '../../web/conversation/answer-as-speech.ts'
import { answersAsMarkdown } from '../../web/export/as-markdown.ts'
import { answerAsText } from '../../web/export/as-text.ts'
import { wordDocument } from '../../web/export/as-word.ts'
import { citationsOf } from '../../web/export/citations.ts'
import { type ExportedAnswer, exportedAnswer, sourcesOfAll } from '../../web/export/exported-answer.ts'
import { runsOfHtml } from '../../web/export/runs.ts'
import { today } from '../../web/page/today.ts'

const source = (n: number, more: object = {}): Source => ({
  n,
  passages: [],
  why: '',
  document: archiveDocumentSchema.parse({
    id: `1950-10-13-telegram-${n}`,
    title: `Telegram ${n} to the Centre`,
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

const message = (role: 'user' | 'assistant', parts: ChatMessage['parts']): ChatMessage => ({
  id: role,
  role,
  parts,
})

/** An answer as it came from the server; without an outcome it was stopped. */
function answer(text: string, sources: Source[], outcome?: 'answered' | 'nothing-found'): ExportedAnswer {
  return exportedAnswer({
    question: message('user', [{ type: 'text', text: 'What did *Kim* ask?' }]),
    answer: message('assistant', [
      { type: 'data-sources', data: { sources } },
      { type: 'text', text },
      ...(outcome ? [{ type: 'data-outcome' as const, data: { outcome } }] : []),
    ]),
  })
}

const TODAY = today(new Date(2026, 10, 25))
const citations = (answers: ExportedAnswer[]) => citationsOf(sourcesOfAll(answers), 'chicago-note')
const markdown = (...answers: ExportedAnswer[]) => answersAsMarkdown(answers, citations(answers), TODAY)
const text = (exported: ExportedAnswer) => answerAsText(exported, citations([exported]))

const TWO = [source(1), source(2, { archive: 'RGANI 5' })]

describe('an answer as Markdown', () => {
  it('has a footnote for each place that cites: in full first, then by the short title', () => {
    const written = markdown(answer('Kim asks. [1] He waits. [2] He asks again. [1]', TWO, 'answered'))
    expect(written).toContain('Kim asks.[^1] He waits.[^2] He asks again.[^3]')
    const notes = written.split('\n').filter((line) => line.startsWith('[^'))
    expect(notes).toEqual([
      '[^1]: “Telegram 1 to the Centre,” 13 October 1950. Wilson Center Digital Archive',
      '[^2]: “Telegram 2 to the Centre,” 13 October 1950. Wilson Center Digital Archive. RGANI 5',
      '[^3]: “Telegram 1 to the Centre,” 13 October 1950.',
    ])
  })

  it('joins the sources of one sentence in one note, behind the full stop', () => {
    const written = markdown(answer('Kim asks [1][2]. He waits. [2]', TWO, 'answered'))
    expect(written).toContain('Kim asks.[^1] He waits.[^2]')
    expect(written).toMatch(/\[\^1\]: “Telegram 1 .*; “Telegram 2 /)
  })

  it('takes nothing that a question or a record says for markup', () => {
    const hostile = [source(1, { title: '# <b>All</b> *of* `it`' })]
    const written = markdown(answer('He wrote "[click](http://x)". [1]', hostile, 'answered'))
    expect(written).toContain('# What did \\*Kim\\* ask?')
    expect(written).toContain('\\[click\\](http://x)')
    expect(written).toContain('\\<b\\>All\\</b\\> \\*of\\* \\`it\\`')
  })

  it('counts the notes through a whole conversation', () => {
    const one = answer('Kim asks. [1]', TWO, 'answered')
    const written = markdown(one, one)
    expect(written.match(/^# /gm)).toHaveLength(2)
    expect(written).toContain('[^2]: “Telegram 1 to the Centre,” 13 October 1950.')
  })
})

describe('whatever the form, an answer', () => {
  const forms: [string, (exported: ExportedAnswer) => Promise<string> | string][] = [
    ['text', text],
    ['Markdown', markdown],
    ['Word', async (exported) => (await readWord(exported)).text],
  ]

  it.each(forms)('that is none says so, as %s, and that the documents are merely near', async (_, form) => {
    const written = await form(answer('Nothing here speaks to this.', TWO, 'nothing-found'))
    expect(written).toContain('The archive holds no answer to this question.')
    expect(written).toContain('merely near')
    expect(written).toContain('Telegram 2 to the Centre')
  })

  it.each(forms)('that was stopped says so, as %s', async (_, form) => {
    expect(await form(answer('Kim asks. [1] He wai', TWO))).toContain(
      'This answer was stopped before its end.',
    )
  })

  it.each(forms)('has no dead marker in it, as %s', async (name, form) => {
    const written = await form(answer('Kim asks. [1] He waits. [7] All [99] is [0] well. [2', TWO))
    const markers = written.match(/(?<!\^)\[\d+\]?/g) ?? []
    expect(markers.filter((marker) => name !== 'text' || marker !== '[1]')).toEqual([])
  })
})

describe('an answer as text', () => {
  it('ends with the sources that it cites, and no others', () => {
    expect(text(answer('One document.\n\nKim asks.[2]', TWO, 'answered'))).toBe(
      'One document.\n\nKim asks. [2]\n\nSources\n' +
        '[2] “Telegram 2 to the Centre,” 13 October 1950. Wilson Center Digital Archive. RGANI 5',
    )
  })

  it('gives no address that the page would not link', () => {
    expect(
      text(answer('Kim asks.[1]', [source(1, { url: 'https://example.org/1' })], 'answered')),
    ).not.toContain('example.org')
  })
})

describe('an answer as a Word document', () => {
  it('opens in another program, with real footnotes', async () => {
    const { html } = await readWord(answer('Kim asks. [1] He waits. [2]', TWO, 'answered'))
    expect(html).toContain('<h1>What did *Kim* ask?</h1>')
    expect(html.match(/<sup><a href="#footnote-/g)).toHaveLength(2)
    expect(html).toMatch(/<li id="footnote-1">.*Telegram 1 to the Centre/)
  })
})

describe('a citation that the server formatted', () => {
  it('keeps its italics and its characters, and no other markup', () => {
    expect(
      runsOfHtml('<div class="csl"> &ldquo;A&amp;B,&#8221; <i>Foreign\n Relations</i>, <b>3</b>.</div>'),
    ).toEqual([
      { text: '&ldquo;A&B,” ', italic: false },
      { text: 'Foreign Relations', italic: true },
      { text: ', 3.', italic: false },
    ])
  })
})

describe('an answer read aloud', () => {
  it('has no numbers in it', () => {
    expect(answerAsSpeech('One document.\n\nKim asks. [1] He waits. [1]', [source(1)])).toBe(
      'One document. Kim asks. He waits.',
    )
  })
})

async function readWord(exported: ExportedAnswer): Promise<{ html: string; text: string }> {
  const buffer = await Packer.toBuffer(wordDocument([exported], citations([exported]), TODAY))
  const [html, raw] = await Promise.all([
    mammoth.convertToHtml({ buffer }),
    mammoth.extractRawText({ buffer }),
  ])
  return { html: html.value, text: raw.value }
}
