/**
 * What the parser is given in place of text that has been read: the shortest Markdown that leaves it in the same block, with a
 * character that stands for the last one. So nothing is read twice, however long a paragraph or a table is.
 */
import type { Nodes, Root } from 'mdast'
import { endOf, startOf } from './runs.ts'

export interface Continuation {
  /** In which block, and in the midst of a line of it; `nothing` begins a block. */
  within: 'paragraph' | 'heading' | 'row' | 'code' | 'table' | 'nothing'
  /** The Markdown before the stand-in. */
  before: string
  /** The last character: whether emphasis can begin or end behind it depends on what it is. */
  last: string
}

export const BEGINNING: Continuation = { within: 'nothing', before: '', last: '' }

/** Of a private use area, which the parser takes for a letter. */
const LETTER = '\uE000'
const PUNCTUATION = '.'

export function standIn({ within, before, last }: Continuation): string {
  if (within === 'nothing' || within === 'table') return before
  return before + LETTER + (within !== 'code' && /[\p{P}\p{S}]/u.test(last) ? PUNCTUATION : '')
}

/** The last block, down to what holds words, and the blocks around it. */
export function lastBlock(root: Root): { leaf: Nodes; around: Nodes[] } {
  const around: Nodes[] = []
  let leaf: Nodes = root
  while ('children' in leaf && !['paragraph', 'heading', 'tableCell'].includes(leaf.type)) {
    const last: Nodes | undefined = leaf.children.at(-1)
    if (last === undefined) break
    around.push(leaf)
    leaf = last
  }
  return { leaf, around }
}

/** @param text what was parsed, of which nothing is left to read */
export function continuationOf(root: Root, text: string): Continuation {
  const { leaf, around } = lastBlock(root)
  const last = text.at(-1) ?? ''
  const quoted = around.map(({ type }) => (type === 'blockquote' ? '> ' : '')).join('')
  const item = around.findLast(({ type }) => type === 'listItem')
  const mark = item ? markOfItem(item, text) : ''
  const isItemQuoted = around.findLast(({ type }) => type === 'blockquote' || type === 'listItem') === item
  const source = text.slice(startOf(leaf).offset, endOf(leaf))
  switch (leaf.type) {
    case 'paragraph':
      return { within: 'paragraph', before: isItemQuoted ? quoted + mark : mark + quoted, last }
    case 'heading':
      return source.startsWith('#') ? { within: 'heading', before: `${quoted}# `, last } : BEGINNING
    case 'tableCell': {
      const rows = around.find(({ type }) => type === 'table')
      const head = `${quoted}|${LETTER}|\n${quoted}|-|`
      return rows && 'children' in rows && rows.children.length > 1
        ? { within: 'row', before: `${head}\n${quoted}|`, last }
        : { within: 'table', before: head, last }
    }
    case 'code': {
      const fence = /^(?:`+|~+)/.exec(source)?.[0] ?? ''
      if (isClosed(source, fence)) return BEGINNING
      return { within: 'code', before: `${quoted}${mark}${fence}\n${quoted}${' '.repeat(mark.length)}`, last }
    }
    default:
      return BEGINNING
  }
}

function markOfItem(item: Nodes, text: string): string {
  return `${/^(?:\d+[.)]|[-+*])/.exec(text.slice(startOf(item).offset))?.[0] ?? '-'} `
}

function isClosed(code: string, fence: string): boolean {
  const last = /\n[\s>]*(`+|~+)\s*$/.exec(code)?.[1] ?? ''
  return last.startsWith(fence)
}
