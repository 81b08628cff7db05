/**
 * Converts a model's Markdown, while it streams, into the plain text that the user sees and the checks verify: no markup, no
 * addresses, no tags, entities decoded. Citations stay as `[n]`. Blank lines stay; items, rows and lines get lines of their own.
 *
 * Emitted text never changes: it ends before the first unclosed markup. The result depends on the text alone and not on
 * how it is cut into chunks, because characters are processed one by one.
 */
import { BEGINNING, type Continuation, continuationOf, lastBlock, standIn } from './continuation.ts'
import { openMarks } from './open-marks.ts'
import { parseMarkdown } from './parse.ts'
import { type Piece, PlainLines } from './plain-lines.ts'
import { type Parsed, runsOf } from './runs.ts'
import { endOfWords, startOfUnknownLines } from './settled-lines.ts'

/** Unclosed markup holds back at most this many characters; after that it counts as literal. */
const MAX_HELD_CHARACTERS = 400
/** Held text is parsed again when it has grown by this share: parsing at each character would take O(n²). */
const REPARSE_GROWTH_SHARE = 1 / 8

/** Characters that may be, or begin, markup in the middle of a line of each block; all others are shown at once. */
const POSSIBLE_MARKUP: Record<Continuation['within'], RegExp> = {
  paragraph: /[\\&`*_~[!<|\n]/,
  heading: /[\\&`*_~[!<|\n#]/,
  row: /[\\&`*_~[!<|\n]/,
  code: /\n/,
  table: /[\s\S]/,
  nothing: /[\s\S]/,
}

export class MarkdownReader {
  private readonly out = new PlainLines()
  private held = ''
  private after = BEGINNING
  /** Length of the held text at which it is parsed again. */
  private nextParseLength = 0
  private parsed: Parsed | undefined

  /** Takes more Markdown; returns the plain text that is now final. */
  add(markdown: string): Piece[] {
    // The parser replaces NUL; a lone carriage return is no line break in models' texts.
    const text = markdown.replace(/[\0\r]/g, '')
    for (let at = 0; at < text.length; at += 1) this.takeCharacter(text.charAt(at))
    return this.out.take()
  }

  /** The text has ended: unclosed markup is literal. */
  end(): Piece[] {
    if (this.held.trim() !== '') this.emit(this.parse(this.held.trimEnd()))
    this.held = ''
    this.out.endItem()
    return this.out.take()
  }

  private takeCharacter(character: string): void {
    const isSpace = this.held.trim() === ''
    this.held += character
    if (isSpace && /\s/.test(character)) return
    if (isSpace && !this.held.includes('\n') && !POSSIBLE_MARKUP[this.after.within].test(character)) {
      this.out.add(this.held, this.after.within === 'heading' ? 'heading' : undefined)
      this.after = { ...this.after, last: character }
      this.held = ''
      return
    }
    if (isSpace) this.nextParseLength = 0
    // Within a word nothing becomes final.
    const isWithinWord = /[\p{L}\p{N}]{2}$/u.test(this.held.slice(-2))
    if (this.held.length >= this.nextParseLength && (!isWithinWord || this.isTooLong)) this.read()
  }

  /** Emits the part of the held text that is final. */
  private read(): void {
    const end = this.settledEnd()
    if (end > 0) {
      this.emit(this.parse(this.held.slice(0, end)))
      this.held = this.held.slice(end)
    }
    this.nextParseLength = this.held.length + Math.max(1, Math.ceil(this.held.length * REPARSE_GROWTH_SHARE))
  }

  private get isTooLong(): boolean {
    return this.held.trimStart().length > MAX_HELD_CHARACTERS
  }

  private parse(held: string): Parsed {
    const before = standIn(this.after)
    const text = before + held
    const from = before.length
    if (this.parsed?.text !== text || this.parsed.from !== from)
      this.parsed = { root: parseMarkdown(text), text, from }
    return this.parsed
  }

  /** End of the held text that can be emitted. Where the text is too long, its first marks count as literal. */
  private settledEnd(): number {
    const { held, after, isTooLong } = this
    const blank = held.length - held.trimStart().length
    const literalUntil = isTooLong ? blank + MAX_HELD_CHARACTERS / 2 : 0
    const all = isTooLong ? held.trimEnd().length : 0
    let known = startOfUnknownLines(held, held.length, after.within) ?? held.length
    while (known > 0) {
      const parsed = this.parse(held.slice(0, known))
      const marks = openMarks(lastBlock(parsed.root).leaf, parsed).map((offset) => offset - parsed.from)
      const open = marks.find((offset) => offset >= literalUntil) ?? known
      const end = endOfWords(held, open, { parsed, within: after.within })
      const line = startOfUnknownLines(held, end, after.within)
      if (line === undefined) return end > blank ? end : all
      known = line
    }
    return all
  }

  private emit(parsed: Parsed): void {
    this.out.read(runsOf(parsed), parsed)
    this.after = continuationOf(parsed.root, parsed.text)
  }
}

/** @example plainText('**Kim** left [1].') // 'Kim left [1].' */
export function plainText(markdown: string): string {
  const reader = new MarkdownReader()
  return [...reader.add(markdown), ...reader.end()].map(textOfPiece).join('')
}

export function textOfPiece({ breaks, text }: Piece): string {
  return '\n'.repeat(breaks) + text
}
