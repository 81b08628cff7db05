import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  MarkdownStreamParser,
  pieceText,
  plainText,
} from '../../../../../server/answer/writer/markdown/markdown-stream-parser.ts'
import { parseMarkdown } from '../../../../../server/answer/writer/markdown/parse-markdown.ts'
import { type LinePiece, PlainLines } from '../../../../../server/answer/writer/markdown/plain-lines.ts'
import { textRuns } from '../../../../../server/answer/writer/markdown/text-runs.ts'

// Unit tests share their modules; here these are loaded anew, so that they get the mock.
vi.hoisted(() => vi.resetModules())

/** Characters that the parser was given. */
let parsed = 0
vi.mock('../../../../../server/answer/writer/markdown/parse-markdown.ts', async (original) => {
  const actual =
    await original<typeof import('../../../../../server/answer/writer/markdown/parse-markdown.ts')>()
  return {
    parseMarkdown: (markdown: string) => {
      parsed += markdown.length
      return actual.parseMarkdown(markdown)
    },
  }
})
beforeEach(() => {
  parsed = 0
})

const textOf = (pieces: readonly LinePiece[]) => pieces.map(pieceText).join('')

/** What stands with the reader after each piece, and at the end. */
function told(pieces: readonly string[]): string[] {
  const reader = new MarkdownStreamParser()
  let text = ''
  const after = pieces.map((piece) => {
    text += textOf(reader.add(piece))
    return text
  })
  return [...after, text + textOf(reader.end())]
}

function cutAt(text: string, cuts: readonly number[]): string[] {
  const borders = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length]
  return borders.slice(1).map((end, index) => text.slice(borders[index], end))
}

/** Each line that is known by its markup for what it is. */
function kindsOf(markdown: string): string[] {
  const reader = new MarkdownStreamParser()
  const lines: { text: string; kind: string }[] = []
  for (const { breaks, text, kind = 'text' } of [...reader.add(markdown), ...reader.end()]) {
    const last = breaks > 0 ? undefined : lines.pop()
    lines.push({ text: (last?.text ?? '') + text, kind })
  }
  return lines.map(({ text, kind }) => `${kind}: ${text}`)
}

describe('a model’s Markdown', () => {
  it.each([
    ['# What **was** agreed', 'What was agreed'],
    ['## Closed ##\ntext', 'Closed\ntext'],
    ['Title\n===\ntext', 'Title\ntext'],
    ['**Kim came.** [1] *He* __left__ ~~soon~~ ***now***.', 'Kim came. [1] He left soon now.'],
    ['- *Trade* grew [1].\n- Aid\n  - fell\n    - twice', '• Trade grew [1].\n• Aid\n• fell\n• twice'],
    ['2. See [the record](https://evil.example/a_(b)).', '2. See the record.'],
    ['1) one\n2) two\n\n   more of it', '1) one\n2) two\n\nmore of it'],
    ['![a picture](https://evil.example/p.png "title") here', 'a picture here'],
    ['A <b>bold</b> word<br>and <!-- hidden --><script>alert(1)</script>', 'A bold word and alert(1)'],
    ['> quoted\n> **twice**\n\nafter', 'quoted\ntwice\n\nafter'],
    [
      '| Year | Event |\n|------|:-----:|\n| 1984 | *Visit* [1] |\n| 1986 ||\n| 1988 | [2], [3] |',
      'Year · Event\n1984 · Visit [1]\n1986\n1988 [2], [3]',
    ],
    ['Year | Event\n--- | ---\n1984 | a \\| b', 'Year · Event\n1984 · a | b'],
    ['above\n\n---\n\nbelow', 'above\n\nbelow'],
    ['```js\nconst a = [1] * 2\n```\nafter `code_here`', 'const a = [1] * 2\nafter code_here'],
    ['Korea&#8217;s &amp; the &ldquo;South&rdquo;', 'Korea’s & the “South”'],
    ['1968\\. A \\*star\\*', '1968. A *star*'],
    ['<https://archive.example/110021>', 'https://archive.example/110021'],
    // Citations
    ['…two Koreas [1](https://digitalarchive.example/document/110021).', '…two Koreas [1].'],
    ['Kim came [1, 2](https://a.example) [[3]](https://b.example) **[4]**.', 'Kim came [1, 2] [3] [4].'],
    ['Kim came [1][2].\n\n[1]: https://a.example/1 "Title"\n[2]: <https://b.example>', 'Kim came [1][2].'],
    [
      'Sources:\n[1]: https://a.example/1\n- [2]: https://b.example\n- [3]: Letter',
      'Sources:\n• [3]: Letter',
    ],
  ])('%j is read as %j', (markdown, plain) => {
    expect(plainText(markdown)).toBe(plain)
    expect(told([...markdown]).at(-1)).toBe(plain)
  })

  it.each([
    'Kim came to Berlin [1]. “Schöne Grüße”, he said – 金日成. [2]',
    '3 * 4 = 12, 5 < 6 > 2, a < b and snake_case_name',
    '1968. That was the year.',
    '1968.',
    'In\n1968. That was the year.\n\nIt was\n1. not a list',
    '~5 km, ~6 km; AT&T, R&D; C:\\data; a \\ b',
    'He wrote <illegible> and <sic>, x <y, [sic] [the minister] (see below).',
    'a | b, not | a table',
    'Wow! [sic]! *',
    '#hashtag, #1, +5, -5, (1) and 5) are no marks',
    '2 ** 3 ** 4 and __ and ~~ and ` alone',
  ])('what is meant literally stays: %s', (text) => {
    expect(plainText(text)).toBe(text)
  })

  it('has its headings and the heads of its tables told apart from its text', () => {
    expect(
      kindsOf(
        '# Kim **came**\n**Overview**:\n- **Soviet position**\n**Kim** left\n**Aid** and **trade**\n\nTitle\n---\n| A | B |\n|---|---|\n| c | d |\n\n# a\nb',
      ),
    ).toEqual([
      'heading: Kim came',
      'heading: Overview:',
      'heading: • Soviet position',
      'text: Kim left',
      'text: Aid and trade',
      'heading: Title',
      'table-head: A · B',
      'text: c · d',
      'heading: a',
      'text: b',
    ])
  })
})

/** Markdown with what it shows. */
type Pair = [markdown: string, plain: string]
const join = (pairs: readonly Pair[], separator: string): Pair => [
  pairs.map(([markdown]) => markdown).join(separator),
  pairs.map(([, plain]) => plain).join(separator),
]
const word = fc.constantFrom(
  'Kim',
  'agreed',
  'in 1968',
  '38th',
  'a < b',
  '3 * 4',
  'snake_case',
  '김일성',
  '“so”',
  'd’or',
)
const plainWords = word.map((text): Pair => [text, text])
const inline = fc.oneof(
  { weight: 4, arbitrary: plainWords },
  word.map((text): Pair => [`**${text}**`, text]),
  word.map((text): Pair => [`_${text}_`, text]),
  word.map((text): Pair => [`***${text}***`, text]),
  word.map((text): Pair => [`~~${text}~~`, text]),
  word.map((text): Pair => [`**a *${text}* b**`, `a ${text} b`]),
  word.map((text): Pair => [`[${text}](https://a.example/11_00_21*)`, text]),
  word.map((text): Pair => [`[**${text}**](<https://a.example/x y> "the *title*")`, text]),
  word.map((text): Pair => [`![${text}](x.png)`, text]),
  word.map((text): Pair => [`<em class="a">${text}</em>`, text]),
  fc.constantFrom<Pair>(
    ...([
      ['[1]', '[1]'],
      ['[2](https://a.example/110021)', '[2]'],
      ['[1, 2]', '[1, 2]'],
      ['`a * b`', 'a * b'],
      ['Korea&#8217;s', 'Korea’s'],
      ['&lt;b&gt; &amp;c', '<b> &c'],
      ['\\*so\\*', '*so*'],
      ['<illegible>', '<illegible>'],
      ['<!-- no -->it', 'it'],
    ] satisfies Pair[]),
  ),
)
const words = fc.array(inline, { minLength: 1, maxLength: 6 }).map((pairs) => join(pairs, ' '))
const item = fc
  .tuple(fc.constantFrom<Pair>(['- ', '• '], ['* ', '• '], ['1. ', '1. '], ['1968. ', '1968. ']), words)
  .map(([[mark, shown], [markdown, plain]]): Pair => [`${mark}${markdown}`, `${shown}${plain}`])
const cells = fc.array(inline, { minLength: 2, maxLength: 2 })
// A citation alone would join the cell before.
const row = cells
  .map((pairs) => pairs.map(([markdown, plain]): Pair => [`so ${markdown}`, `so ${plain}`]))
  .map((pairs): Pair => [`| ${join(pairs, ' | ')[0]} |`, join(pairs, ' · ')[1]])
const block = fc.oneof(
  fc.array(words, { minLength: 1, maxLength: 3 }).map((lines) =>
    join(
      lines.map(([markdown, plain]): Pair => [`so ${markdown}`, `so ${plain}`]),
      '\n',
    ),
  ),
  words.map(([markdown, plain]): Pair => [`## ${markdown}`, plain]),
  words.map(([markdown, plain]): Pair => [`> ${markdown}`, plain]),
  fc.array(item, { minLength: 1, maxLength: 4 }).map((items) => join(items, '\n')),
  fc
    .tuple(item, item)
    .map(([[outer, shown], [inner, within]]): Pair => [`${outer}\n      ${inner}`, `${shown}\n${within}`]),
  fc
    .tuple(row, fc.array(row, { maxLength: 3 }))
    .map(
      ([[head, shown], rows]): Pair => [
        [head, '|---|:-:|', ...rows.map(([markdown]) => markdown)].join('\n'),
        [shown, ...rows.map(([, plain]) => plain)].join('\n'),
      ],
    ),
  fc.constant<Pair>(['```text\nx = *y* [1]\n```', 'x = *y* [1]']),
)
const answer = fc.array(block, { minLength: 1, maxLength: 4 }).map((blocks) => join(blocks, '\n\n'))

/** Pieces of Markdown in any order: what is not closed, and what closes nothing. */
const scraps = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'*_~`[]()!<>&\\|#-=+.: \n1aB'),
      fc.constantFrom(
        '**',
        '```',
        '\n\n',
        '\n- ',
        '\n1. ',
        '\n# ',
        '\n> ',
        '\n|--|--|\n',
        '\n| a | b |',
        '](https://a.b/c_d)',
      ),
      fc.constantFrom(
        '[1]',
        '<b>',
        '</b>',
        '<!--',
        '-->',
        '&#8217;',
        '&am',
        '\\*',
        'Kim came',
        '😀',
        '\r\n',
        '\u0000',
      ),
    ),
    { maxLength: 30 },
  )
  .map((some) => some.join(''))
const cuts = fc.array(fc.nat(), { maxLength: 30 })

describe('while it streams', () => {
  it('what is shown only grows, and is in the end the same wherever the text was cut', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          scraps,
          answer.map(([markdown]) => markdown),
        ),
        cuts,
        (markdown, cuts) => {
          const shown = told(cutAt(markdown, cuts))
          const whole = plainText(markdown)
          for (const text of shown) expect(whole.startsWith(text)).toBe(true)
          expect(shown.at(-1)).toBe(whole)
          expect(told([...markdown]).at(-1)).toBe(whole)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('no mark, address, tag or entity is shown of what the model closes', () => {
    fc.assert(
      fc.property(answer, cuts, ([markdown, plain], cuts) => {
        const shown = told(cutAt(markdown, cuts))
        for (const text of shown) expect(plain.startsWith(text)).toBe(true)
        expect(shown.at(-1)).toBe(plain)
      }),
      { numRuns: 40 },
    )
  })

  it('each part is read as the parser reads it in the whole text', () => {
    fc.assert(
      fc.property(answer, scraps, ([markdown], scraps) => {
        // A scrap within a line, so that no block of its own hangs on lines that come after.
        const text = `${markdown}\n\nso ${scraps.replace(/\s*\n\s*/g, ' ').replace(/[\r\0]/g, '')}\n\n${markdown}`
        const lines = new PlainLines()
        const whole = { root: parseMarkdown(text), text, visibleFrom: 0 }
        lines.read(textRuns(whole), whole)
        expect(plainText(text)).toBe(textOf(lines.take()))
      }),
      { numRuns: 40 },
    )
  })

  it('words are shown as they come, however long the paragraph', () => {
    const reader = new MarkdownStreamParser()
    const words = 'Kim came to Berlin, and he stayed. '.repeat(100)
    expect(textOf(reader.add(words))).toBe(words.trimEnd())
    expect(textOf(reader.add('T'))).toBe(' T')
    expect(textOf(reader.add('hen **he'))).toBe('hen')
    expect(textOf(reader.add(' left** '))).toBe(' he left')
  })

  it('an open mark holds back so much and no more, and is literal from then on', () => {
    for (const mark of ['[', '**', '*', '`', '<b ', '![', '[here](https://a.example/']) {
      const reader = new MarkdownStreamParser()
      const words = 'word '.repeat(200)
      const shown = textOf(reader.add(`Kim came ${mark}${words}`))
      expect(words.length + mark.length - shown.length, mark).toBeLessThan(500)
      const end = textOf([...reader.add(']** `> and so on **now**'), ...reader.end()])
      expect(shown).toContain(`Kim came ${mark}word`)
      expect(end).toContain('and so on now')
    }
  })

  it('nothing is read again without measure, whatever the text', () => {
    const LENGTH = 2_000
    for (const piece of [
      ...['[', '*a ', '**a*', '`a``', '_', '<a ', '>', '- - -\n', '[a](', '\n[', '\\', ' '],
      ...['*_[`<', '# #', '```\n', '[1]: http', '| a |\n', 'Kim came [1]. ', '- a\n '],
    ]) {
      parsed = 0
      const text = piece.repeat(LENGTH / piece.length)
      const reader = new MarkdownStreamParser()
      for (let start = 0; start < text.length; start += 4) reader.add(text.slice(start, start + 4))
      reader.end()
      expect(parsed / LENGTH, JSON.stringify(piece)).toBeLessThan(20)
    }
  })
})
