/**
 * Finds characters that further text may still turn into markup: an asterisk without its closing partner, a bracket that may
 * become a link. Candidates are the characters that the parser took literally, and markup at the end of the text.
 */
import type { Nodes } from 'mdast'
import { isHtmlTagName, tagName } from './html-tags.ts'
import { nodeEnd, nodeStart, type ParsedMarkdown } from './text-runs.ts'

/** Replaces characters that cannot change any more: markup, decoded entities, code. */
const SETTLED = '\u0000'

/** Offsets of unclosed markup in the text, ascending. @param leaf the last block; earlier blocks are complete */
export function unclosedMarkup(
  leaf: Nodes,
  { text, visibleFrom }: Pick<ParsedMarkdown, 'text' | 'visibleFrom'>,
): number[] {
  // Headings and table rows end with their line.
  if (leaf.type !== 'paragraph' && text.includes('\n', nodeEnd(leaf))) return []
  const { literal, outermost, atEnd } = readInline(leaf, text)
  const found = [...atEnd]
  for (let at = visibleFrom; at < text.length; at += 1) {
    const mark = literal[at]
    if (mark === undefined || mark === SETTLED) continue
    const length = '*_~`'.includes(mark) ? runLength(text, at) : 1
    if (isOpen({ literal, text, at, length, inTable: leaf.type === 'tableCell' })) found.push(outermost(at))
    at += length - 1
  }
  return found.sort((a, b) => a - b)
}

interface Inline {
  /** The text with only the characters that the parser took literally; others are `SETTLED`. */
  literal: string
  /** Start of the outermost markup around an offset, or the offset itself. */
  outermost: (offset: number) => number
  /** Starts of markup that ends with the text: one more delimiter would change it. */
  atEnd: number[]
}

function readInline(leaf: Nodes, text: string): Inline {
  const literal = Array<string>(text.length).fill(SETTLED)
  const spans: { start: number; end: number }[] = []
  const atEnd: number[] = []
  const read = (node: Nodes, outer: number | undefined) => {
    const [start, end] = [nodeStart(node).offset, nodeEnd(node)]
    const isSpan = ['emphasis', 'strong', 'delete', 'link', 'inlineCode'].includes(node.type)
    const first = isSpan ? (outer ?? start) : outer
    if (isSpan && outer === undefined) spans.push({ start, end })
    if (isSpan && node.type !== 'link' && isLastRun(text, end) && first !== undefined) atEnd.push(first)
    if (node.type === 'text') for (let at = start; at < end; at += 1) literal[at] = text[at] ?? ''
    if ('children' in node) for (const child of node.children) read(child, first)
  }
  read(leaf, undefined)
  const outermost = (offset: number) =>
    spans.find(({ start, end }) => start <= offset && offset < end)?.start ?? offset
  return { literal: settleEscapes(literal).join(''), outermost, atEnd }
}

/** A character escaped by a backslash stays literal. */
function settleEscapes(literal: string[]): string[] {
  for (let at = 0; at < literal.length; at += 1)
    if (literal[at] === '\\' && isPunctuation(literal[at + 1])) {
      literal[at] = SETTLED
      literal[at + 1] = SETTLED
    }
  return literal
}

/** Whether the text after `end` only repeats the delimiter before it. */
function isLastRun(text: string, end: number): boolean {
  return end === text.length || (text[end] === text[end - 1] && end + runLength(text, end) === text.length)
}

interface LiteralMark {
  literal: string
  text: string
  at: number
  /** Length of the delimiter run, as in `**`. */
  length: number
  inTable: boolean
}

function isOpen(mark: LiteralMark): boolean {
  const { text, at, length, inTable } = mark
  switch (text[at]) {
    case '`':
      return true
    case '*':
    case '_':
      return canOpen(mark)
    case '~':
      return at + length === text.length || (length === 2 && canOpen(mark))
    case '[':
      return mayBecomeLink(mark)
    case '!':
      return at + 1 === text.length || (text[at + 1] === '[' && mayBecomeLink({ ...mark, at: at + 1 }))
    case '<':
      return mayBecomeTag(text.slice(at))
    case '&':
      return PARTIAL_ENTITY.test(text.slice(at, at + MAX_ENTITY_CHARACTERS + 1))
    case '\\':
      return at + 1 === text.length
    case '|':
      return !inTable && POSSIBLE_TABLE_HEAD.test(text.slice(at))
    default:
      return false
  }
}

/** `&`, `&#82`, `&#x2f`, `&rsqu` at the end of the text. */
const PARTIAL_ENTITY = /^&(?:#(?:x[\da-f]*|\d*)|[a-z][a-z\d]*)?$/i
/** Length of the longest HTML entity name, with its `&`. */
const MAX_ENTITY_CHARACTERS = 32
/** A line with `|` is a table head if the next line is a border row, which has not arrived yet. */
const POSSIBLE_TABLE_HEAD = /^[^\n]*(?:\n[\s>|:-]*)?$/

/** CommonMark's left-flanking delimiter run; at the end of the text it counts as one. */
function canOpen({ text, at, length }: LiteralMark): boolean {
  const [before, after] = [text[at - 1], text[at + length]]
  if (after === undefined) return true
  const isLeft = !isSpace(after) && (!isPunctuation(after) || isSpace(before) || isPunctuation(before))
  if (!isLeft || text[at] !== '_') return isLeft
  return isSpace(before) || isPunctuation(before)
}

/** Whether the text from `at` on is a beginning of `[words](address "title")`. */
function mayBecomeLink({ literal, text, at }: LiteralMark): boolean {
  const closing = closingBracket(literal, at)
  if (closing === undefined || closing + 1 === text.length) return true
  return PARTIAL_LINK_TARGET.test(text.slice(closing + 1).replace(/\s+/g, ' '))
}

function closingBracket(literal: string, opening: number): number | undefined {
  let depth = 0
  for (let at = opening; at < literal.length; at += 1) {
    if (literal[at] === '[') depth += 1
    if (literal[at] === ']') depth -= 1
    if (depth === 0) return at
  }
  return undefined
}

/** Expects single spaces, so that no two parts of the pattern can match the same ones (no backtracking). */
const PARTIAL_LINK_TARGET = /^\( ?(?:<[^<>]*>?|[^ <][^ ]*)?(?: (?:"[^"]*"?|'[^']*'?|\([^()]*\)?)?)? ?$/

const PARTIAL_TAG = /^<(?:!--[\s\S]*|[!?][^>]*|[/a-z][^<>]*)?$/i

/** `<b`, `</`, `<!--`, `<https:`. A name that is no HTML tag belongs to the text. */
function mayBecomeTag(rest: string): boolean {
  if (!PARTIAL_TAG.test(rest)) return false
  const name = tagName(rest)
  return name === undefined || isHtmlTagName(name)
}

function runLength(text: string, start: number): number {
  let end = start
  while (text[end] === text[start]) end += 1
  return end - start
}

function isSpace(character: string | undefined): boolean {
  return character === undefined || /\s/.test(character)
}

function isPunctuation(character: string | undefined): boolean {
  return character !== undefined && /[\p{P}\p{S}]/u.test(character)
}
