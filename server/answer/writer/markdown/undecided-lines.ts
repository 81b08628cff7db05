/** Finds the end of the text whose block is decided: a line `-` may still become an item, a rule or a heading underline. */
import { type Continuation, lastBlock } from './continuation.ts'
import { nodeStart, type ParsedMarkdown } from './text-runs.ts'

/** Markers of items, headings and block quotations without text after them. */
const BARE_BLOCK_MARKERS = /^(?:(?:[-+*>#]|\d{1,9}[.)])\s*)*$/
/** A line of marks only, which may become any block. */
const ONLY_MARKS = /^[-+*=_#~`|:\d.)\s]*$/
const FENCE = /^(?:(?:[-+*>]|\d{1,9}[.)])\s*)*(?:`{3}|~{3})/
const PARTIAL_LINK_DEFINITION =
  /^(?:(?:[-+*>]|\d{1,9}[.)])\s*)*\[[^[\]]+\]:\s*<?(?:$|h$|ht$|htt$|https?(?:$|:))/i
/** Closing `#` marks of a heading, which are not part of its text. */
const CLOSING_HASHES = /\s#+$/

/**
 * Start of the trailing lines whose block is not decided yet; undefined where all are decided.
 * @param end only the held text before it is looked at
 */
export function startOfUndecidedLines(
  held: string,
  end: number,
  within: Continuation['block'],
): number | undefined {
  let from: number | undefined
  for (let settled = end; settled > 0; settled = from) {
    settled = held.slice(0, settled).trimEnd().length
    const { start, startedBefore, line, isComplete } = lastLine(held, settled, within)
    if (settled === 0 || startedBefore || !isUndecided(line, isComplete)) break
    from = start
  }
  return from
}

/** End of the words before `end`: without trailing space, closing marks of a heading, and the border of a row. */
export function endOfDecidedText(
  held: string,
  end: number,
  { parsed, within }: { parsed: ParsedMarkdown; within: Continuation['block'] },
): number {
  const row = startOfLastRow(parsed)
  let settled = held.slice(0, end).trimEnd().length
  if (isHardBreak(held, settled)) settled = held.slice(0, settled - 1).trimEnd().length
  if (row !== undefined && settled > row) settled = withoutBorder(held, settled)
  const { startedBefore, line, isComplete } = lastLine(held, settled, within)
  const isHeading = startedBefore ? within === 'heading' : /^#{1,6}\s/.test(line)
  const closing = isHeading && !isComplete ? CLOSING_HASHES.exec(held.slice(0, settled)) : null
  return closing ? closing.index : settled
}

/** The last line of the text before an offset. */
function lastLine(held: string, end: number, within: Continuation['block']) {
  const start = held.lastIndexOf('\n', Math.max(0, end - 1)) + 1
  return {
    start,
    /** Whether the line started before the held text. */
    startedBefore: start === 0 && within !== 'nothing' && within !== 'table',
    line: held.slice(start, end).replace(/^[\s>]+/, ''),
    /** Whether its line break has arrived. */
    isComplete: /^[^\S\n]*\n/.test(held.slice(end)),
  }
}

function isUndecided(line: string, isComplete: boolean): boolean {
  if (BARE_BLOCK_MARKERS.test(line)) return true
  return !isComplete && (ONLY_MARKS.test(line) || FENCE.test(line) || PARTIAL_LINK_DEFINITION.test(line))
}

/** Without trailing bars: a `|` at the end of a row may start a cell, which is decided when a cell with words follows. */
function withoutBorder(held: string, end: number): number {
  return held.slice(0, end).replace(/(?<!\\)(?<![|\s])[|\s]+$/, '').length
}

/** A backslash at the end of a line is markup if the paragraph continues on the next line. */
function isHardBreak(held: string, end: number): boolean {
  return /(?<!\\)(?:\\\\)*\\$/.test(held.slice(0, end)) && held.charAt(end) === '\n'
}

/** Start of the table row (below the head) in which the text ends; undefined elsewhere. */
function startOfLastRow({ root, visibleFrom }: ParsedMarkdown): number | undefined {
  const { leaf, around } = lastBlock(root)
  const table = around.find((node) => node.type === 'table')
  const row = table?.children.at(-1)
  if (leaf.type !== 'tableCell' || !row || table?.children.length === 1) return undefined
  return nodeStart(row).offset - visibleFrom
}
