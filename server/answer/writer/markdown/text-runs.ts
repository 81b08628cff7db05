/** Turns a parsed text into runs of plain text, each with its line in the Markdown. */
import type { Code, Heading, ListItem, Nodes, Paragraph, PhrasingContent, Root, Table, TableRow } from 'mdast'
import { visibleHtml } from './html-tags.ts'

export interface TextRun {
  /** From 1, in the parsed text. */
  line: number
  text: string
  kind?: RunKind
}

/**
 * `item` is a list marker, shown before the item's first words; an `item` without text ends the item.
 * `border` is shown between the cells of a row if words follow.
 */
type RunKind = 'heading' | 'strong' | 'table-head' | 'item' | 'border'

export interface ParsedMarkdown {
  root: Root
  /** The text that was parsed. */
  text: string
  /** Text before this offset is the prefix of `continuation.ts` and is not shown. */
  visibleFrom: number
}

/** Between the cells of a row. */
export const CELL_BORDER = ' · '
const BULLET = '• '
/** `[1]: https://…`, also directly after a line of text: models write lists of sources like this. */
const LINK_DEFINITION = /^\[[^[\]]+\]:\s*<?https?:\/\/[^\s<>]+>?(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*$/i
/** The text of a link that is a citation: `[1](https://…)`, `[1, 2](https://…)`. */
const CITATION_NUMBERS = /^\d[\d\s,;–-]*$/

export function textRuns(parsed: ParsedMarkdown): TextRun[] {
  return [...blockRuns(parsed.root, parsed)]
}

function* blockRuns(node: Nodes, parsed: ParsedMarkdown): Generator<TextRun> {
  switch (node.type) {
    case 'paragraph':
      yield* lineRuns(node, parsed)
      break
    case 'heading':
      yield* lineRuns(node, parsed, 'heading')
      break
    case 'code':
      yield* codeRuns(node, parsed)
      break
    case 'table':
      yield* tableRuns(node, parsed)
      break
    case 'listItem':
      yield* itemRuns(node, parsed)
      break
    case 'root':
    case 'blockquote':
    case 'list':
      for (const child of node.children) yield* blockRuns(child, parsed)
  }
}

/** An item's number is shown as written: "1968." at the start of a line may be a year. */
function* itemRuns(item: ListItem, parsed: ParsedMarkdown): Generator<TextRun> {
  const { line, offset } = nodeStart(item)
  const number = /^\d+[.)]/.exec(parsed.text.slice(offset, offset + MAX_LIST_NUMBER_CHARACTERS))?.[0]
  if (offset >= parsed.visibleFrom) yield { line, text: number ? `${number} ` : BULLET, kind: 'item' }
  for (const child of item.children) yield* blockRuns(child, parsed)
  const isOver = nodeEnd(item) < parsed.text.trimEnd().length
  if (isOver) yield { line, text: '', kind: 'item' }
}

/** Nine digits and a delimiter, the maximum in CommonMark. */
const MAX_LIST_NUMBER_CHARACTERS = 10

function* lineRuns(block: Paragraph | Heading, parsed: ParsedMarkdown, kind?: RunKind): Generator<TextRun> {
  const { line, offset } = nodeStart(block)
  const lines = parsed.text.slice(offset, nodeEnd(block)).split('\n')
  const isDefinition = lines.map((text) => LINK_DEFINITION.test(text.replace(/^[\s>]+/, '')))
  for (const run of inlineRuns(block.children, parsed, kind)) if (!isDefinition[run.line - line]) yield run
}

function* codeRuns(code: Code, { visibleFrom }: ParsedMarkdown): Generator<TextRun> {
  const { line, offset } = nodeStart(code)
  const shown = offset < visibleFrom ? code.value.slice(1) : code.value
  for (const [index, text] of shown.split('\n').entries()) yield { line: line + 1 + index, text }
}

function* tableRuns({ children: rows }: Table, parsed: ParsedMarkdown): Generator<TextRun> {
  for (const [index, row] of rows.entries())
    yield* rowRuns(row, parsed, index === 0 ? 'table-head' : undefined)
}

function* rowRuns(row: TableRow, parsed: ParsedMarkdown, kind?: RunKind): Generator<TextRun> {
  for (const [index, cell] of row.children.entries()) {
    if (index > 0) yield { line: nodeStart(row).line, text: CELL_BORDER, kind: 'border' }
    yield* inlineRuns(cell.children, parsed, kind)
  }
}

function* inlineRuns(
  nodes: readonly PhrasingContent[],
  parsed: ParsedMarkdown,
  kind?: RunKind,
): Generator<TextRun> {
  for (const node of nodes) {
    const { line, offset } = nodeStart(node)
    const run = (text: string, line: number): TextRun => ({ line, text, ...(kind ? { kind } : {}) })
    switch (node.type) {
      case 'text': {
        const shown = node.value.slice(Math.max(0, parsed.visibleFrom - offset))
        for (const [index, text] of shown.split('\n').entries()) yield run(text, line + index)
        break
      }
      case 'inlineCode':
        yield run(node.value, line)
        break
      case 'html':
        yield run(visibleHtml(node.value), line)
        break
      case 'image':
        yield run(node.alt ?? '', line)
        break
      case 'strong':
        yield* inlineRuns(node.children, parsed, kind ?? 'strong')
        break
      case 'link': {
        const runs = [...inlineRuns(node.children, parsed, kind)]
        const words = runs.map(({ text }) => text).join('')
        if (CITATION_NUMBERS.test(words)) yield run(`[${words}]`, line)
        else yield* runs
        break
      }
      case 'emphasis':
      case 'delete':
        yield* inlineRuns(node.children, parsed, kind)
    }
  }
}

/** Start of a node. @throws for a node without position, which the parser never makes */
export function nodeStart({ type, position }: Nodes): { line: number; offset: number } {
  const offset = position?.start.offset
  if (position === undefined || offset === undefined) throw new Error(`A ${type} has no position.`)
  return { line: position.start.line, offset }
}

export function nodeEnd({ type, position }: Nodes): number {
  const offset = position?.end.offset
  if (offset === undefined) throw new Error(`A ${type} has no position.`)
  return offset
}
