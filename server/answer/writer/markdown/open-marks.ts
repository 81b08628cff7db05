/**
 * Marks that more text may still turn into markup: an asterisk whose partner has not come, a bracket that may become a link.
 * They are looked for in what the parser took literally, and at the end of the text.
 */
import type { Nodes } from 'mdast'
import { isHtmlName, tagName } from './html-tags.ts'
import { endOf, type Parsed, startOf } from './runs.ts'

/** Stands where the text is settled: markup, what the parser decoded, code. */
const SETTLED = '\u0000'

/** Offsets in the text, in order. @param leaf the last block: only in this one can marks be open */
export function openMarks(leaf: Nodes, { text, from }: Pick<Parsed, 'text' | 'from'>): number[] {
  // Headings and rows end with their line.
  if (leaf.type !== 'paragraph' && text.includes('\n', endOf(leaf))) return []
  const { literal, outermost, atEnd } = readInline(leaf, text)
  const found = [...atEnd]
  for (let at = from; at < text.length; at += 1) {
    const mark = literal[at]
    if (mark === undefined || mark === SETTLED) continue
    const length = '*_~`'.includes(mark) ? runLength(text, at) : 1
    if (isOpen({ literal, text, at, length, inTable: leaf.type === 'tableCell' })) found.push(outermost(at))
    at += length - 1
  }
  return found.sort((a, b) => a - b)
}

interface Inline {
  /** The text, with only what the parser took literally. */
  literal: string
  /** Where the outermost markup around an offset begins, or the offset itself. */
  outermost: (offset: number) => number
  /** Markup that ends where the text does: one more mark would change it. */
  atEnd: number[]
}

function readInline(leaf: Nodes, text: string): Inline {
  const literal = Array<string>(text.length).fill(SETTLED)
  const spans: { start: number; end: number }[] = []
  const atEnd: number[] = []
  const read = (node: Nodes, outer: number | undefined) => {
    const [start, end] = [startOf(node).offset, endOf(node)]
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

/** What a backslash makes literal is so for good. */
function settleEscapes(literal: string[]): string[] {
  for (let at = 0; at < literal.length; at += 1)
    if (literal[at] === '\\' && isPunctuation(literal[at + 1])) {
      literal[at] = SETTLED
      literal[at + 1] = SETTLED
    }
  return literal
}

/** Whether nothing follows but more of the mark before it. */
function isLastRun(text: string, end: number): boolean {
  return end === text.length || (text[end] === text[end - 1] && end + runLength(text, end) === text.length)
}

interface Mark {
  literal: string
  text: string
  at: number
  /** Of the run of this mark. */
  length: number
  inTable: boolean
}

function isOpen(mark: Mark): boolean {
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
      return ENTITY_BEGUN.test(text.slice(at, at + LONGEST_ENTITY + 1))
    case '\\':
      return at + 1 === text.length
    case '|':
      return !inTable && MAYBE_HEAD.test(text.slice(at))
    default:
      return false
  }
}

/** `&`, `&#82`, `&#x2f`, `&rsqu` at the end of the text. */
const ENTITY_BEGUN = /^&(?:#(?:x[\da-f]*|\d*)|[a-z][a-z\d]*)?$/i
/** Characters of the longest name of an entity, with its `&`. */
const LONGEST_ENTITY = 32
/** A row is the head of a table if the line after it is a border, and that one is not known yet. */
const MAYBE_HEAD = /^[^\n]*(?:\n[\s>|:-]*)?$/

/** CommonMark's left-flanking run; at the end of the text it is not known. */
function canOpen({ text, at, length }: Mark): boolean {
  const [before, after] = [text[at - 1], text[at + length]]
  if (after === undefined) return true
  const isLeft = !isSpace(after) && (!isPunctuation(after) || isSpace(before) || isPunctuation(before))
  if (!isLeft || text[at] !== '_') return isLeft
  return isSpace(before) || isPunctuation(before)
}

/** `[words](address "title")` as far as it has come. */
function mayBecomeLink({ literal, text, at }: Mark): boolean {
  const closing = closingBracket(literal, at)
  if (closing === undefined || closing + 1 === text.length) return true
  return RESOURCE_BEGUN.test(text.slice(closing + 1).replace(/\s+/g, ' '))
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

/** Spaces are single, so that no two parts of it can match the same ones. */
const RESOURCE_BEGUN = /^\( ?(?:<[^<>]*>?|[^ <][^ ]*)?(?: (?:"[^"]*"?|'[^']*'?|\([^()]*\)?)?)? ?$/

const TAG_BEGUN = /^<(?:!--[\s\S]*|[!?][^>]*|[/a-z][^<>]*)?$/i

/** `<b`, `</`, `<!--`, `<https:`. A name that no tag of HTML has is the text's own. */
function mayBecomeTag(rest: string): boolean {
  if (!TAG_BEGUN.test(rest)) return false
  const name = tagName(rest)
  return name === undefined || isHtmlName(name)
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
