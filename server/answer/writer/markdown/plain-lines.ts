/** Joins runs of text into the lines that the user sees, and emits them piece by piece. */
import { CELL_BORDER, type ParsedMarkdown, type TextRun } from './text-runs.ts'

/** Kind of a line by its markup. A line that is bold as a whole counts as a heading. */
export type LineKind = 'heading' | 'table-head'

/** A piece of one line's text. */
export interface LinePiece {
  /** Line breaks before it: 1 starts a new line, 2 a new paragraph. */
  breaks: 0 | 1 | 2
  text: string
  /** Kind of its line, judged by the part of the line read so far. */
  kind: LineKind | undefined
}

/** Kind of one run in a line. */
type RunKind = LineKind | 'strong'

export class PlainLines {
  private pieces: LinePiece[] = []
  /** The current Markdown line, counted within the parsed text. */
  private line = 1
  private breaks: LinePiece['breaks'] = 0
  private hasText = false
  /** The marker of a list item; emitted together with the item's first words. */
  private listMarker = ''
  private listMarkerLine = 0
  /** Emitted only if more words follow on the line. */
  private pendingSpace = ''
  private kind: RunKind | undefined

  /** All pieces since the last call. */
  take(): LinePiece[] {
    const { pieces } = this
    this.pieces = []
    return pieces
  }

  read(runs: readonly TextRun[], { text, visibleFrom }: ParsedMarkdown): void {
    const lines = text.split('\n')
    this.line = text.slice(0, visibleFrom).split('\n').length
    this.listMarkerLine = 0
    for (const { line, text, kind } of runs) {
      if (kind === 'item' && text === '') this.endItem()
      if (line < this.line || (kind === 'item' && text === '')) continue
      this.moveToLine(line, lines)
      if (kind === 'item') this.beginItem(text)
      else if (kind === 'border') this.pendingSpace = text
      else if (text !== '') this.add(text, kind)
      // The line below decides: an underline turns the emitted line into a heading, a border row into a table head.
      else if (kind === 'heading' || kind === 'table-head') this.setKind(kind)
    }
    this.moveToLine(lines.length, lines)
  }

  /** Appends text to the current line. */
  add(text: string, kind?: RunKind): void {
    const isFirst = this.breaks > 0 || !this.hasText
    // A table cell with nothing but a citation is joined to the cell before it.
    const space = this.pendingSpace === CELL_BORDER && /^\[\d/.test(text) ? ' ' : this.pendingSpace
    const words = (isFirst ? text : space + text).replace(isFirst ? /^\s+/ : /^$/, '')
    const shown = words.trimEnd()
    this.pendingSpace = words.slice(shown.length)
    if (shown === '') return
    if (isFirst) this.kind = kind
    else if (this.kind !== kind && !/^[\s:：]*$/.test(shown)) this.kind = undefined
    this.push(this.hasText ? this.breaks : 0, this.listMarker + shown)
    this.listMarker = ''
    this.breaks = 0
    this.hasText = true
  }

  /** An empty list item still shows its number: "1968." may be a year. */
  endItem(): void {
    const { listMarker } = this
    this.listMarker = ''
    if (/\d/.test(listMarker)) this.add(listMarker)
  }

  private beginItem(mark: string): void {
    this.listMarker = this.listMarkerLine === this.line ? this.listMarker + mark : mark
    this.listMarkerLine = this.line
  }

  private setKind(kind: LineKind): void {
    if (this.breaks > 0 || !this.hasText || this.kind === kind) return
    this.kind = kind
    this.push(0, '')
  }

  private push(breaks: LinePiece['breaks'], text: string): void {
    const kind = this.kind === 'strong' ? 'heading' : this.kind
    const last = this.pieces.at(-1)
    if (last && breaks === 0) this.pieces[this.pieces.length - 1] = { ...last, text: last.text + text, kind }
    else this.pieces.push({ breaks, text, kind })
  }

  private moveToLine(line: number, lines: readonly string[]): void {
    if (line <= this.line) return
    const isBlank = lines.slice(this.line, line - 1).some((between) => /^[\s>]*$/.test(between))
    this.breaks = isBlank || this.breaks === 2 ? 2 : 1
    this.pendingSpace = ''
    this.line = line
  }
}
