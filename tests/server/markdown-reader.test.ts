import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MarkdownReader, plainText, textOfPiece } from '../../server/answer/writer/markdown/markdown-reader.ts'
import { parseMarkdown } from '../../server/answer/writer/markdown/parse.ts'
import { type Piece, PlainLines } from '../../server/answer/writer/markdown/plain-lines.ts'
import { runsOf } from '../../server/answer/writer/markdown/runs.ts'

const textOf = (pieces: readonly Piece[]) => pieces.map(textOfPiece).join('')

/** The parser's reading of the whole text, which no stream can have. */
function readWhole(markdown: string): string {
  const parsed = { root: parseMarkdown(markdown), text: markdown, from: 0 }
  const lines = new PlainLines()
  lines.read(runsOf(parsed), parsed)
  return textOf(lines.take())
}

/** What stands with the reader after each piece. */
function told(pieces: readonly string[]): string[] {
  const reader = new MarkdownReader()
  let text = ''
  const after = pieces.map((piece) => (text += textOf(reader.add(piece))))
  return [...after, text + textOf(reader.end())]
}

function cutAt(text: string, cuts: readonly number[]): string[] {
  const borders = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length]
  return borders.slice(1).map((end, index) => text.slice(borders[index], end))
}

const words = fc.constantFrom('Kim', 'a', 'agreed', '1968', '3', '김', 'Überblick', '“so”', '😀', 'x_y', '(b)', 'it’s', ':')
const marks = fc.constantFrom(
  ...['*', '**', '***', '_', '__', '~~', '`', '``', '[', ']', '(', ')', '!', '<', '>', '&', '\\', '|', '#', '-', '=', '~'],
  ...['[1]', '[1](https://a.org/110021)', '[here](https://a.org/x_(b) "t")', '![alt](x.png)', '<b>', '</b>', '<br>', '<!-- c -->'],
  ...['<illegible>', '<https://a.org>', '&#8217;', '&amp;', '&nope;', '\\*', '[1]: https://a.org'],
)
const starts = fc.constantFrom(
  ...['- ', '* ', '1. ', '1968. ', '2) ', '# ', '## ', '> ', '    ', '  - ', '```', '~~~', '---', '===', '***'],
  ...['| a | b |\n|---|---|\n', '|---|---|\n', '| x | ', '```js\n', '[1]: https://a.org/1\n', ''],
)
const line = fc
  .tuple(starts, fc.array(fc.oneof({ weight: 3, arbitrary: words }, { weight: 2, arbitrary: marks }, fc.constant(' ')), { maxLength: 8 }))
  .map(([start, rest]) => start + rest.join(''))
const markdown = fc.array(line, { maxLength: 6 }).chain((lines) =>
  fc.array(fc.constantFrom('\n', '\n\n'), { minLength: lines.length, maxLength: lines.length }).map((ends) =>
    lines.map((each, index) => each + ends[index]).join(''),
  ),
)

describe('x', () => {
  it('reads the same as the parser', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        expect(plainText(text)).toBe(readWhole(text))
      }),
      { numRuns: Number(process.env.RUNS ?? 3000) },
    )
  })
})
