import { Packer } from 'docx'
import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import { archiveDocumentSchema, reducedDateSchema } from '../../corpus/document.ts'
import type { ChatMessage, CheckedSentence, Source } from '../../server/chat/message.ts'
import { answerAsSpeech } from '../../web/conversation/answer-as-speech.ts'
import type { Exchange } from '../../web/conversation/message-parts.ts'
import { readAnswer } from '../../web/conversation/read-answer.ts'
import { answersAsMarkdown } from '../../web/export/as-markdown.ts'
import { answerAsText } from '../../web/export/as-text.ts'
import { wordDocument } from '../../web/export/as-word.ts'
import { citationsOf } from '../../web/export/citations.ts'
import { type ExportedAnswer, exportedAnswer, sourcesOfAll } from '../../web/export/exported-answer.ts'
import { fileName } from '../../web/export/file-name.ts'
import { withFootnotes } from '../../web/export/footnotes.ts'
import { runsOfHtml, textOfRuns } from '../../web/export/runs.ts'

const TODAY = reducedDateSchema.parse('2026-05-03')
const MARKER = /\[\d{1,3}(?:\]|$)/

const source = (n: number, more: object = {}): Source => ({
  n,
  passages: [],
  document: archiveDocumentSchema.parse({
    id: `1950-10-13-telegram-${n}`,
    title: `Telegram ${n} to Stalin`,
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

/** A question with its answer, as the conversation keeps them. */
function exchange(
  text: string,
  sources: readonly Source[],
  outcome?: 'answered' | 'nothing-found',
  question = 'What did Kim ask?',
): Exchange {
  const parts: ChatMessage['parts'] = [
    { type: 'data-sources', data: { sources: [...sources] } },
    { type: 'text', text },
    ...(outcome ? [{ type: 'data-outcome' as const, data: { outcome } }] : []),
  ]
  return {
    question: { id: 'q', role: 'user', parts: [{ type: 'text', text: question }] },
    answer: { id: 'a', role: 'assistant', parts },
  }
}

const citations = (answers: readonly ExportedAnswer[], notes?: ReadonlyMap<string, string>) =>
  citationsOf(sourcesOfAll(answers), 'chicago-note', notes, notes)

function footnotes(...exchanges: Exchange[]) {
  const answers = exchanges.map(exportedAnswer)
  const { answers: noted, notes } = withFootnotes(answers, citations(answers))
  return {
    words: noted.map(({ paragraphs }) => paragraphs.flat().map(({ text, note }) => [text, note])),
    notes: notes.map(textOfRuns),
  }
}

function markdown(...exchanges: Exchange[]): string {
  const answers = exchanges.map(exportedAnswer)
  return answersAsMarkdown(answers, citations(answers), TODAY)
}

function text(one: Exchange): string {
  const answer = exportedAnswer(one)
  return answerAsText(answer, citations([answer]))
}

async function word(...exchanges: Exchange[]): Promise<{ html: string; text: string }> {
  const answers = exchanges.map(exportedAnswer)
  const buffer = await Packer.toBuffer(wordDocument(answers, citations(answers), TODAY))
  const [html, raw] = await Promise.all([
    mammoth.convertToHtml({ buffer }),
    mammoth.extractRawText({ buffer }),
  ])
  return { html: html.value, text: raw.value }
}

describe('the footnotes of an answer', () => {
  it('stand behind the words that they support, one for all of their sources', () => {
    const { words, notes } = footnotes(
      exchange('Kim asks.[1][2] He waits.[2]', [source(1), source(2)], 'answered'),
    )
    expect(words).toEqual([
      [
        ['Kim asks.', 1],
        [' He waits.', 2],
      ],
    ])
    expect(notes[0]).toBe(
      '“Telegram 1 to Stalin,” 13 October 1950. Wilson Center Digital Archive; ' +
        '“Telegram 2 to Stalin,” 13 October 1950. Wilson Center Digital Archive',
    )
  })

  it('come after the punctuation, wherever the answer has its number', () => {
    const { words } = footnotes(exchange('Kim asks [1]. He waits.', [source(1)], 'answered'))
    expect(words[0]).toEqual([
      ['Kim asks.', 1],
      [' He waits.', undefined],
    ])
  })

  it('cite a source in full once, then by its short title', () => {
    const long = source(1, { title: 'Second telegram to Stalin in autumn: On the Need for Aircraft' })
    const { notes } = footnotes(exchange('Kim asks.[1] He waits.[1]', [long], 'answered'))
    expect(notes[0]).toContain('On the Need for Aircraft,” 13 October 1950. Wilson')
    expect(notes[1]).toBe('“Second telegram to Stalin in autumn.”')
  })

  it('part the sources of one note without a full stop between them', () => {
    const { notes } = footnotes(
      exchange('Kim asks.[1] He waits.[1][2] He goes.[2][1]', [source(1), source(2)], 'answered'),
    )
    expect(notes[1]).toMatch(/^“Telegram 1 to Stalin”; “Telegram 2/)
    expect(notes[2]).toBe('“Telegram 2 to Stalin”; “Telegram 1 to Stalin.”')
  })

  it('keep short titles apart that would look alike', () => {
    const sources = [
      source(1, { title: 'Second telegram to Stalin in autumn: On Aircraft' }),
      source(2, { title: 'Second telegram to Stalin in autumn: On Tanks' }),
      source(3, { title: 'Second telegram to Stalin in autumn: On Tanks', archive: 'RGANI 5' }),
    ]
    const { notes } = footnotes(exchange('A.[1] B.[2] C.[3] D.[1] E.[2] F.[3]', sources, 'answered'))
    expect(new Set(notes).size).toBe(6)
    expect(notes[5]).toBe('“Second telegram to Stalin in autumn: On Tanks,” October 13, 1950, RGANI 5.')
  })

  it('count through a whole conversation, and remember what was cited before', () => {
    const { words, notes } = footnotes(
      exchange('Kim asks.[1]', [source(1)], 'answered'),
      exchange('He waits.[4]', [{ ...source(1), n: 4 }], 'answered'),
    )
    expect(words.map(([first]) => first?.[1])).toEqual([1, 2])
    expect(notes[1]).toBe('“Telegram 1 to Stalin.”')
  })

  it('are the words of the server where it answered, with its italics', () => {
    const answers = [exportedAnswer(exchange('Kim asks.[1]', [source(1)], 'answered'))]
    const html = new Map([
      ['1950-10-13-telegram-1', '<div class="csl-entry">Kim &#38; Stalin, <i>Telegrams</i> (1950).</div>\n'],
    ])
    const { notes } = withFootnotes(answers, citations(answers, html))
    expect(notes).toEqual([
      [
        { text: 'Kim & Stalin, ', italic: false },
        { text: 'Telegrams', italic: true },
        { text: ' (1950).', italic: false },
      ],
    ])
    expect(runsOfHtml('  <em> </em> ')).toEqual([])
  })
})

describe('no dead marker leaves the page', () => {
  const DEAD: readonly (readonly [string, Exchange])[] = [
    ['a number without a source', exchange('Kim asks.[1] He waits.[7]', [source(1)], 'answered')],
    ['an answer that is none', exchange('Nothing here.[1]', [source(1)], 'nothing-found')],
    ['an answer that stopped in the middle of a number', exchange('Kim asks.[1] He waits. [1', [source(1)])],
  ]
  it.each(DEAD)('from %s', async (_, one) => {
    expect((await word(one)).text).not.toMatch(MARKER)
    expect(markdown(one)).not.toMatch(MARKER)
    const words = footnotes(one).words.flat()
    for (const [word] of words) expect(word).not.toMatch(MARKER)
    const copied = text(one)
    for (const [marker] of copied.matchAll(/\[\d+\]/g)) expect(copied).toContain(`\n${marker} “Telegram`)
  })
})

describe('an answer as Markdown', () => {
  it('has the question as heading, notes, and where it comes from', () => {
    expect(
      markdown(exchange('One document.\n\nKim asks.[2]', [source(1), source(2)], 'answered')),
    ).toBe(`# What did Kim ask?

One document.

Kim asks.[^1]

## Not cited, but close to the question

- “Telegram 1 to Stalin,” 13 October 1950. Wilson Center Digital Archive

*From Aide-Mémoire, 3 May 2026.*

[^1]: “Telegram 2 to Stalin,” 13 October 1950. Wilson Center Digital Archive
`)
  })

  it('shows the archive’s own stars, brackets and numbers as they are', () => {
    const written = markdown(exchange('1. He *asked* [sic] for <i>it</i>_.[1]', [source(1)], 'answered'))
    expect(written).toContain('1\\. He \\*asked\\* \\[sic\\] for \\<i\\>it\\</i\\>\\_.[^1]')
  })

  it('makes an address a link, without the full stop behind it', () => {
    const url = 'https://digitalarchive.wilsoncenter.org/document/1_2'
    const written = markdown(exchange('Kim asks.[1]', [source(1, { url })], 'answered'))
    expect(written).toContain(`<${url}>`)
  })
})

describe('an answer that is none, or not whole, says so', () => {
  it('where the archive holds no answer, and lists what is near as such', async () => {
    const none = exchange('No document here is later than 2000.', [source(1)], 'nothing-found')
    for (const exported of [markdown(none), text(none), (await word(none)).text]) {
      expect(exported).toContain('The archive holds no answer to this question.')
      expect(exported).toContain('merely near')
      expect(exported).toMatch(/Near, but not an answer\s+(?:- )?“Telegram 1/)
      expect(exported).not.toContain('[^1]')
    }
  })

  it('where it was stopped, before or after its first word', () => {
    const begun = exchange('Kim asks.[1] He', [source(1)])
    expect(markdown(begun)).toContain('Kim asks.[^1] He\n\n**This answer was stopped before its end.**')
    expect(text(begun)).toContain('This answer was stopped before its end.')
    const { question } = begun
    expect(markdown({ question, answer: undefined })).toContain('stopped before an answer came')
  })

  it('but says nothing of the kind of a whole answer', () => {
    expect(markdown(exchange('Kim asks.[1]', [source(1)], 'answered'))).not.toContain('**')
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
    checked('In 1962 he **flew**. [1, 2]', 'unsupported', { citations: [1, 2], missing: ['1962'] }),
    checked('They spoke [2].', 'unclear', { citations: [2] }),
    checked('Nobody knows.', 'uncited'),
    checked('All agreed [99].', 'unknown-source', { citations: [99], missing: ['[99]'] }),
    checked('He waits.', 'supported', { citations: [2], added: true }),
  ]

  /** @param failed whether the model failed, with quotations in its place. */
  function written(
    prose: string,
    sentences: readonly CheckedSentence[],
    { quoted, outcome = 'answered' }: { quoted?: string; outcome?: 'answered' | 'nothing-found' } = {},
  ): Exchange {
    const { question } = exchange('', [])
    const writer = { provider: 'local' as const, model: 'qwen3:8b' }
    const parts: ChatMessage['parts'] = [
      { type: 'data-writer', data: quoted ? { writer, failure: 'broken-off' } : { writer } },
      { type: 'data-sources', data: { sources: [source(1), source(2)] } },
      ...(prose ? [{ type: 'text' as const, text: prose }] : []),
      { type: 'data-verdicts', data: { sentences: [...sentences] } },
      ...(quoted ? [{ type: 'text' as const, text: quoted }] : []),
      { type: 'data-outcome', data: { outcome } },
    ]
    return { question, answer: { id: 'a', role: 'assistant', parts } }
  }
  const whole = () => written(SENTENCES.map(({ text }) => text).join(' '), SENTENCES)

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
    const one = written('Kim asks. [1] In the next ye', SENTENCES.slice(0, 1), {
      quoted: 'The answer above is not finished.\n\nOne document.\n\nHe waits. [2]',
    })
    expect(footnotes(one).words).toEqual([
      [
        ['Kim asks.', 1],
        [' In the next ye', undefined],
        ['The answer above is not finished.', undefined],
        ['One document.', undefined],
        ['He waits.', 2],
      ],
    ])
    expect(text(one)).toContain(
      'Begun by qwen3:8b (local), which failed; the rest is quotations. 1 of 1 sentence checked against its source.',
    )
    expect(text(one)).not.toContain('Remarks')
  })

  it('that failed on its way keeps the numbers of its sentences where there is nothing to quote', () => {
    const one = written('Kim asks. [1] In the', SENTENCES.slice(0, 1), {
      quoted: 'The answer above is not finished.\n\nThis archive holds no answer that can be quoted.',
      outcome: 'nothing-found',
    })
    expect(footnotes(one).notes).toHaveLength(1)
    expect(text(one)).not.toContain('merely near')
  })

  it('that failed before its first word is quotations, and says why', () => {
    const one = written('', [], { quoted: 'The language model is too slow.\n\nKim asks. [1]' })
    expect(text(one)).toContain('Kim asks. [1]\n\nQuotations only, since qwen3:8b (local) failed.\n\nSources')
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
    expect(answer && answerAsSpeech(readAnswer(answer, false))).toBe(
      'Kim asks. In 1962 he flew. (Not in the source.) They spoke. (Check this one yourself.) ' +
        'Nobody knows. (No source is given.) All agreed [99]. (There is no such source.) He waits.',
    )
  })
})

describe('an answer as a Word document', () => {
  it('opens in another program, with real footnotes and a list of what it cites', async () => {
    const one = exchange('Kim asks.[2] He waits.[1]', [source(1), source(2)], 'answered', 'Why *Kim*?')
    const { html } = await word(one, one)
    expect(html.match(/<h1>Why \*Kim\*\?<\/h1>/g)).toHaveLength(2)
    expect(html.match(/<sup><a href="#footnote-/g)).toHaveLength(4)
    expect(html).toMatch(/<li id="footnote-1"><p> “Telegram 2 to Stalin,” 13 October 1950/)
    expect(html).toMatch(/<li id="footnote-4"><p> “Telegram 1 to Stalin.” /)
    expect(html).toMatch(/<h2>Sources<\/h2><p>“Telegram 1 .*?<\/p><p>“Telegram 2 /)
  })
})

describe('an answer on the clipboard', () => {
  it('ends with the sources that it cites, and no others', () => {
    const url = 'https://digitalarchive.wilsoncenter.org/document/1'
    const sources = [source(1), source(2, { url, archive: 'RGANI 5' })]
    expect(text(exchange('One document.\n\nKim asks.[2]', sources, 'answered'))).toBe(
      'One document.\n\nKim asks. [2]\n\nSources\n' +
        `[2] “Telegram 2 to Stalin,” 13 October 1950. Wilson Center Digital Archive. RGANI 5. ${url}`,
    )
  })

  it('gives no address that the page would not link', () => {
    const one = exchange('Kim asks.[1]', [source(1, { url: 'https://example.org/1' })], 'answered')
    expect(text(one)).not.toContain('example.org')
  })

  it('is the text alone where nothing is cited', () => {
    expect(text(exchange('One document.', [source(1)], 'answered'))).toBe('One document.')
  })
})

describe('an answer read aloud', () => {
  it('has no numbers in it', () => {
    const { answer } = exchange('One document.\n\nKim asks. [1] He waits. [1]', [source(1)], 'answered')
    expect(answer && answerAsSpeech(readAnswer(answer, false))).toBe('One document. Kim asks. He waits.')
  })
})

describe('the name of a file', () => {
  it('comes from the question, in any script', () => {
    expect(fileName('What did Kim Il Sung ask in 1950?', 'docx')).toBe(
      'what-did-kim-il-sung-ask-in-1950.docx',
    )
    expect(fileName('김일성은?', 'md')).toBe('answer.md')
    expect(fileName('word '.repeat(90), 'md').length).toBeLessThanOrEqual(63)
  })
})
