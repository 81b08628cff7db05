/** Whether the last line has come so far that its block is known: `-` may begin an item, a rule or the line under a heading. */
import { type Continuation, lastBlock } from './continuation.ts'
import { type Parsed, startOf } from './runs.ts'

/** Marks of items, headings and quotations with nothing behind them. */
const BARE_MARKS = /^(?:(?:[-+*>#]|\d{1,9}[.)])\s*)*$/
/** What begins a line that may become any block. */
const ONLY_MARKS = /^[-+*=_#~`|:\d.)\s]*$/
const FENCE = /^(?:(?:[-+*>]|\d{1,9}[.)])\s*)*(?:`{3}|~{3})/
const DEFINITION_BEGUN = /^(?:(?:[-+*>]|\d{1,9}[.)])\s*)*\[[^[\]]+\]:\s*<?(?:$|h$|ht$|htt$|https?(?:$|:))/i
/** At the end of a heading such marks are none of its words. */
const CLOSING_MARKS = /\s#+$/

/** Where the lines at the end begin that are not known yet. @param end up to where what is held is read */
export function startOfUnknownLines(
  held: string,
  end: number,
  within: Continuation['within'],
): number | undefined {
  let from: number | undefined
  for (let settled = end; settled > 0; settled = from) {
    settled = held.slice(0, settled).trimEnd().length
    const { start, isBegun, line, isWhole } = lastLine(held, settled, within)
    if (settled === 0 || isBegun || !isUnknown(line, isWhole)) break
    from = start
  }
  return from
}

/** Without what may be no words at the end of a line: space, the marks behind a heading, the border of a row. */
export function endOfWords(
  held: string,
  end: number,
  { parsed, within }: { parsed: Parsed; within: Continuation['within'] },
): number {
  const row = lastRow(parsed)
  let settled = held.slice(0, end).trimEnd().length
  if (isHardBreak(held, settled)) settled = held.slice(0, settled - 1).trimEnd().length
  if (row !== undefined && settled > row) settled = withoutBorder(held, settled)
  const { isBegun, line, isWhole } = lastLine(held, settled, within)
  const isHeading = isBegun ? within === 'heading' : /^#{1,6}\s/.test(line)
  const closing = isHeading && !isWhole ? CLOSING_MARKS.exec(held.slice(0, settled)) : null
  return closing ? closing.index : settled
}

/** The line in which the text before an offset ends. */
function lastLine(held: string, end: number, within: Continuation['within']) {
  const start = held.lastIndexOf('\n', Math.max(0, end - 1)) + 1
  return {
    start,
    /** Whether it began before what is held. */
    isBegun: start === 0 && within !== 'nothing' && within !== 'table',
    line: held.slice(start, end).replace(/^[\s>]+/, ''),
    /** Whether it has ended. */
    isWhole: /^[^\S\n]*\n/.test(held.slice(end)),
  }
}

function isUnknown(line: string, isWhole: boolean): boolean {
  if (BARE_MARKS.test(line)) return true
  return !isWhole && (ONLY_MARKS.test(line) || FENCE.test(line) || DEFINITION_BEGUN.test(line))
}

/** The bar at the end of a row may begin a cell: how many there are tells only the next one that has words. */
function withoutBorder(held: string, end: number): number {
  return held.slice(0, end).replace(/(?<!\\)(?<![|\s])[|\s]+$/, '').length
}

/** A backslash before a line is markup if that line goes on with the paragraph. */
function isHardBreak(held: string, end: number): boolean {
  return /(?<!\\)(?:\\\\)*\\$/.test(held.slice(0, end)) && held.charAt(end) === '\n'
}

/** Where the text ends in a row of a table, below its head: where that begins. */
function lastRow({ root, from }: Parsed): number | undefined {
  const { leaf, around } = lastBlock(root)
  const table = around.find((node) => node.type === 'table')
  const row = table?.children.at(-1)
  if (leaf.type !== 'tableCell' || !row || table?.children.length === 1) return undefined
  return startOf(row).offset - from
}
