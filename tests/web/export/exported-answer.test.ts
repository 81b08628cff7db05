import { describe, expect, it } from 'vitest'
import { answerAsSpeech } from '../../../web/conversation/answer-as-speech.ts'
import type { Exchange } from '../../../web/conversation/message-parts.ts'
import { parseAnswer } from '../../../web/conversation/parse-answer.ts'
import { exportedAnswer } from '../../../web/export/exported-answer.ts'
import { answerFileName } from '../../../web/export/file-name.ts'
import { withFootnotes } from '../../../web/export/footnotes.ts'
import { runsOfHtml } from '../../../web/export/runs.ts'
import { citations, exchange, footnotes, MARKER, markdown, source, text, word } from '../exporting.ts'

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

  it.each([
    [
      "Report from Etre, 'The Ministry.'",
      '“Report from Etre, ‘The Ministry.’”',
      '“Report from Etre, ‘The Ministry’”',
    ],
    ['Minutes, Washington, 10 a.m.', '“Minutes, Washington, 10 a.m.”', '“Minutes, Washington, 10 a.m.”'],
    ["Kim, 'For a United Party: Report'", '“Kim, ‘For a United Party.’”', '“Kim, ‘For a United Party’”'],
    ['"On the Situation"', '“On the Situation.”', '“On the Situation”'],
    ['Memo: Where Are We?', '“Memo: Where Are We?”', '“Memo: Where Are We?”'],
  ])('give the short title of %s its marks, and the stop within them', (title, alone, before) => {
    const sources = [source(1, { title }), source(2)]
    const { notes } = footnotes(exchange('A.[1] B.[2] C.[1] D.[1][2]', sources, 'answered'))
    expect(notes.slice(2)).toEqual([alone, `${before}; “Telegram 2 to Stalin.”`])
  })

  it('set what a title quotes in marks of its own where the record alone is cited', () => {
    const one = source(1, { title: "Cable, 'The Workers' Party'" })
    const { notes } = footnotes(exchange('A.[1]', [one], 'answered'))
    expect(notes[0]).toMatch(/^“Cable, ‘The Workers’ Party,’” 13 October 1950\. /)
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

  it('lists its sources by their titles, whose article does not count', async () => {
    const titles = ['The Zhou Cable', 'A Plan', '“Order” No. 10', 'Order No. 9']
    const sources = titles.map((title, index) => source(index + 1, { title }))
    const { text } = await word(exchange('Kim asks.[1][2][3][4]', sources, 'answered'))
    const list = text.slice(text.indexOf('Sources'))
    expect(list.match(/No\. 9|No\. 10|Plan|Zhou/g)).toEqual(['No. 9', 'No. 10', 'Plan', 'Zhou'])
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
    expect(answer && answerAsSpeech(parseAnswer(answer, false))).toBe('One document. Kim asks. He waits.')
  })
})

describe('the name of a file', () => {
  it('comes from the question, in any script', () => {
    expect(answerFileName('What did Kim Il Sung ask in 1950?', 'docx')).toBe(
      'what-did-kim-il-sung-ask-in-1950.docx',
    )
    expect(answerFileName('김일성은?', 'md')).toBe('answer.md')
    expect(answerFileName('word '.repeat(90), 'md').length).toBeLessThanOrEqual(63)
  })
})
