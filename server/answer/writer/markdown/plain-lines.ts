/** Runs of text put together to lines as the reader sees them, told piece by piece. */
import { CELL_BORDER, type Parsed, type Run } from './runs.ts'

/** What a line is by its markup: a heading, or one that is wholly in strong letters; the head of a table. */
export type LineKind = 'heading' | 'table-head'

/** Some text of one line. */
export interface Piece {
  /** How many line breaks come before it: 1 begins a line, 2 a paragraph. */
  breaks: 0 | 1 | 2
  text: string
  /** What its line is, as far as it has come. */
  kind: LineKind | undefined
}

/** Of words in a line. */
type WordsKind = LineKind | 'strong'

export class PlainLines {
  private pieces: Piece[] = []
  /** The line of the Markdown that is being read, counted from that of the parsed text. */
  private line = 1
  private breaks: Piece['breaks'] = 0
  private hasText = false
  /** The mark of an item, which shows before its first words. */
  private mark = ''
  private markLine = 0
  /** Shows if words follow on the line. */
  private space = ''
  private kind: WordsKind | undefined

  /** All pieces since it was last called. */
  take(): Piece[] {
    const { pieces } = this
    this.pieces = []
    return pieces
  }

  read(runs: readonly Run[], { text, from }: Parsed): void {
    const lines = text.split('\n')
    this.line = text.slice(0, from).split('\n').length
    this.markLine = 0
    for (const { line, text, kind } of runs) {
      if (kind === 'item' && text === '') this.endItem()
      if (line < this.line || (kind === 'item' && text === '')) continue
      this.goTo(line, lines)
      if (kind === 'item') this.beginItem(text)
      else if (kind === 'border') this.space = text
      else if (text !== '') this.add(text, kind)
      // An underline makes a heading of a line that was told, and a border the head of a table.
      else if (kind === 'heading' || kind === 'table-head') this.setKind(kind)
    }
    this.goTo(lines.length, lines)
  }

  /** Goes on in the line. */
  add(text: string, kind?: WordsKind): void {
    const isFirst = this.breaks > 0 || !this.hasText
    // A cell with a citation alone belongs to the one before.
    const space = this.space === CELL_BORDER && /^\[\d/.test(text) ? ' ' : this.space
    const words = (isFirst ? text : space + text).replace(isFirst ? /^\s+/ : /^$/, '')
    const shown = words.trimEnd()
    this.space = words.slice(shown.length)
    if (shown === '') return
    if (isFirst) this.kind = kind
    else if (this.kind !== kind && !/^[\s:：]*$/.test(shown)) this.kind = undefined
    this.push(this.hasText ? this.breaks : 0, this.mark + shown)
    this.mark = ''
    this.breaks = 0
    this.hasText = true
  }

  /** An item without words shows its number, which may be a year. */
  endItem(): void {
    const { mark } = this
    this.mark = ''
    if (/\d/.test(mark)) this.add(mark)
  }

  private beginItem(mark: string): void {
    this.mark = this.markLine === this.line ? this.mark + mark : mark
    this.markLine = this.line
  }

  private setKind(kind: LineKind): void {
    if (this.breaks > 0 || !this.hasText || this.kind === kind) return
    this.kind = kind
    this.push(0, '')
  }

  private push(breaks: Piece['breaks'], text: string): void {
    const kind = this.kind === 'strong' ? 'heading' : this.kind
    const last = this.pieces.at(-1)
    if (last && breaks === 0) this.pieces[this.pieces.length - 1] = { ...last, text: last.text + text, kind }
    else this.pieces.push({ breaks, text, kind })
  }

  private goTo(line: number, lines: readonly string[]): void {
    if (line <= this.line) return
    const isBlank = lines.slice(this.line, line - 1).some((between) => /^[\s>]*$/.test(between))
    this.breaks = isBlank || this.breaks === 2 ? 2 : 1
    this.space = ''
    this.line = line
  }
}
