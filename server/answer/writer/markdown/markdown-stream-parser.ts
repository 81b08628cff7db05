/**
 * Converts a model's Markdown, while it streams, into the plain text that the user sees and the checks verify: no markup, no
 * addresses, no tags, entities decoded. Citations stay as `[n]`. Blank lines stay; items, rows and lines get lines of their own.
 *
 * Emitted text never changes: it ends before the first unclosed markup. The result depends on the text alone and not on
 * how it is cut into chunks, because characters are processed one by one.
 */
import { type Continuation, continuationAfter, lastBlock, NEW_BLOCK, parserPrefix } from './continuation.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { type LinePiece, PlainLines } from './plain-lines.ts'
import { type ParsedMarkdown, textRuns } from './text-runs.ts'
import { unclosedMarkup } from './unclosed-markup.ts'
import { endOfDecidedText, startOfUndecidedLines } from './undecided-lines.ts'

/** Unclosed markup holds back at most this many characters; after that it counts as literal. */
const MAX_HELD_CHARACTERS = 400
/** Held text is parsed again when it has grown by this share: parsing at each character would take O(n²). */
const REPARSE_GROWTH_SHARE = 1 / 8

/** Characters that may be, or begin, markup in the middle of a line of each block; all others are shown at once. */
const POSSIBLE_MARKUP: Record<Continuation['block'], RegExp> = {
  paragraph: /[\\&`*_~[!<|\n]/,
  heading: /[\\&`*_~[!<|\n#]/,
  row: /[\\&`*_~[!<|\n]/,
  code: /\n/,
  table: /[\s\S]/,
  nothing: /[\s\S]/,
}

export class MarkdownStreamParser {
  private readonly lines = new PlainLines()
  private held = ''
  private continuation = NEW_BLOCK
  /** Length of the held text at which it is parsed again. */
  private nextParseLength = 0
  private parsed: ParsedMarkdown | undefined

  /** Takes more Markdown; returns the plain text that is now final. */
  add(markdown: string): LinePiece[] {
    // The parser replaces NUL; a lone carriage return is no line break in models' texts.
    const text = markdown.replace(/[\0\r]/g, '')
    for (let at = 0; at < text.length; at += 1) this.takeCharacter(text.charAt(at))
    return this.lines.take()
  }

  /** The text has ended: unclosed markup is literal. */
  end(): LinePiece[] {
    if (this.held.trim() !== '') this.emit(this.parse(this.held.trimEnd()))
    this.held = ''
    this.lines.endItem()
    return this.lines.take()
  }

  private takeCharacter(character: string): void {
    const isSpace = this.held.trim() === ''
    this.held += character
    if (isSpace && /\s/.test(character)) return
    if (isSpace && !this.held.includes('\n') && !POSSIBLE_MARKUP[this.continuation.block].test(character)) {
      this.lines.add(this.held, this.continuation.block === 'heading' ? 'heading' : undefined)
      this.continuation = { ...this.continuation, lastCharacter: character }
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
    const end = this.endOfFinalText()
    if (end > 0) {
      this.emit(this.parse(this.held.slice(0, end)))
      this.held = this.held.slice(end)
    }
    this.nextParseLength = this.held.length + Math.max(1, Math.ceil(this.held.length * REPARSE_GROWTH_SHARE))
  }

  private get isTooLong(): boolean {
    return this.held.trimStart().length > MAX_HELD_CHARACTERS
  }

  private parse(held: string): ParsedMarkdown {
    const prefix = parserPrefix(this.continuation)
    const text = prefix + held
    const visibleFrom = prefix.length
    if (this.parsed?.text !== text || this.parsed.visibleFrom !== visibleFrom)
      this.parsed = { root: parseMarkdown(text), text, visibleFrom }
    return this.parsed
  }

  /** End of the held text that can be emitted. Where the text is too long, its first marks count as literal. */
  private endOfFinalText(): number {
    const { held, continuation, isTooLong } = this
    const blank = held.length - held.trimStart().length
    const literalUntil = isTooLong ? blank + MAX_HELD_CHARACTERS / 2 : 0
    const all = isTooLong ? held.trimEnd().length : 0
    let known = startOfUndecidedLines(held, held.length, continuation.block) ?? held.length
    while (known > 0) {
      const parsed = this.parse(held.slice(0, known))
      const marks = unclosedMarkup(lastBlock(parsed.root).leaf, parsed).map(
        (offset) => offset - parsed.visibleFrom,
      )
      const open = marks.find((offset) => offset >= literalUntil) ?? known
      const end = endOfDecidedText(held, open, { parsed, within: continuation.block })
      const line = startOfUndecidedLines(held, end, continuation.block)
      if (line === undefined) return end > blank ? end : all
      known = line
    }
    return all
  }

  private emit(parsed: ParsedMarkdown): void {
    this.lines.read(textRuns(parsed), parsed)
    this.continuation = continuationAfter(parsed.root, parsed.text)
  }
}

/** @example plainText('**Kim** left [1].') // 'Kim left [1].' */
export function plainText(markdown: string): string {
  const parser = new MarkdownStreamParser()
  return [...parser.add(markdown), ...parser.end()].map(pieceText).join('')
}

export function pieceText({ breaks, text }: LinePiece): string {
  return '\n'.repeat(breaks) + text
}
