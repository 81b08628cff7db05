/**
 * Reads a model's Markdown once, while it streams, into the plain text that the reader sees and the checks read: no marks, no
 * addresses, no tags, entities decoded. Citations stay as `[n]`. Blank lines stay; items, rows and lines have lines of their own.
 *
 * What is told is never taken back: it ends before the first mark that is still open. The outcome is a function of the text
 * alone, wherever it is cut, since each character is taken by itself and what it leads to depends on those before it.
 */
import { BEGINNING, type Continuation, continuationOf, lastBlock, standIn } from './continuation.ts'
import { openMarks } from './open-marks.ts'
import { parseMarkdown } from './parse.ts'
import { type Piece, PlainLines } from './plain-lines.ts'
import { type Parsed, runsOf } from './runs.ts'
import { endOfWords, startOfUnknownLines } from './settled-lines.ts'

/** An open mark holds back at most so many characters; then it is literal, and stays so. */
const MOST_HELD_CHARACTERS = 400
/** What is held is read again when it has grown by this share: at each character it would take n² time. */
const GROWTH = 1 / 8

/** What may be markup, or the beginning of some, in the midst of a line; all else shows as it is. */
const MAY_BE_MARK: Record<Continuation['within'], RegExp> = {
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
  /** How long what is held must be to be read again. */
  private readAt = 0
  private parsed: Parsed | undefined

  /** Takes more of the Markdown; answers what of the plain text can be told. */
  add(markdown: string): Piece[] {
    // The parser turns NUL into another character; a carriage return alone ends no line in what models write.
    const text = markdown.replace(/[\0\r]/g, '')
    for (let at = 0; at < text.length; at += 1) this.take(text.charAt(at))
    return this.out.take()
  }

  /** The text has ended: marks that are still open are literal. */
  end(): Piece[] {
    if (this.held.trim() !== '') this.tell(this.parse(this.held.trimEnd()))
    this.held = ''
    this.out.endItem()
    return this.out.take()
  }

  private take(character: string): void {
    const isSpace = this.held.trim() === ''
    this.held += character
    if (isSpace && /\s/.test(character)) return
    if (isSpace && !this.held.includes('\n') && !MAY_BE_MARK[this.after.within].test(character)) {
      this.out.add(this.held, this.after.within === 'heading' ? 'heading' : undefined)
      this.after = { ...this.after, last: character }
      this.held = ''
      return
    }
    if (isSpace) this.readAt = 0
    // Nothing is settled in the midst of a word.
    const isWithinWord = /[\p{L}\p{N}]{2}$/u.test(this.held.slice(-2))
    if (this.held.length >= this.readAt && (!isWithinWord || this.isTooLong)) this.read()
  }

  /** Tells what is settled of what is held. */
  private read(): void {
    const end = this.settledEnd()
    if (end > 0) {
      this.tell(this.parse(this.held.slice(0, end)))
      this.held = this.held.slice(end)
    }
    this.readAt = this.held.length + Math.max(1, Math.ceil(this.held.length * GROWTH))
  }

  private get isTooLong(): boolean {
    return this.held.trimStart().length > MOST_HELD_CHARACTERS
  }

  private parse(held: string): Parsed {
    const before = standIn(this.after)
    const text = before + held
    const from = before.length
    if (this.parsed?.text !== text || this.parsed.from !== from)
      this.parsed = { root: parseMarkdown(text), text, from }
    return this.parsed
  }

  /** Up to where what is held can be told. Where it is too long, its first marks count as literal. */
  private settledEnd(): number {
    const { held, after, isTooLong } = this
    const blank = held.length - held.trimStart().length
    const literalUntil = isTooLong ? blank + MOST_HELD_CHARACTERS / 2 : 0
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

  private tell(parsed: Parsed): void {
    this.out.read(runsOf(parsed), parsed)
    this.after = continuationOf(parsed.root, parsed.text)
  }
}

/** A whole text at once. */
export function plainText(markdown: string): string {
  const reader = new MarkdownReader()
  return [...reader.add(markdown), ...reader.end()].map(textOfPiece).join('')
}

export function textOfPiece({ breaks, text }: Piece): string {
  return '\n'.repeat(breaks) + text
}
