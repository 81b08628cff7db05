/**
 * A short prefix that replaces the Markdown already parsed: the shortest one that puts the parser into the same block, with
 * a placeholder for the last character. So no text is parsed twice, however long a paragraph or a table is.
 */
import type { Nodes, Root } from 'mdast'
import { nodeEnd, nodeStart } from './text-runs.ts'

export interface Continuation {
  /** The block that is open in the middle of a line; `nothing`: a new block starts here. */
  block: 'paragraph' | 'heading' | 'row' | 'code' | 'table' | 'nothing'
  /** The Markdown before the placeholder. */
  prefix: string
  /** The last character: it decides whether emphasis can start or end after it. */
  lastCharacter: string
}

export const NEW_BLOCK: Continuation = { block: 'nothing', prefix: '', lastCharacter: '' }

/** From a private use area; the parser treats it as a letter. */
const PLACEHOLDER_LETTER = '\uE000'
const PLACEHOLDER_PUNCTUATION = '.'

export function parserPrefix({ block, prefix, lastCharacter }: Continuation): string {
  if (block === 'nothing' || block === 'table') return prefix
  return (
    prefix +
    PLACEHOLDER_LETTER +
    (block !== 'code' && /[\p{P}\p{S}]/u.test(lastCharacter) ? PLACEHOLDER_PUNCTUATION : '')
  )
}

/** The last block that directly contains text, and the blocks around it. */
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

/** @param text the parsed text, all of which has been emitted */
export function continuationAfter(root: Root, text: string): Continuation {
  const { leaf, around } = lastBlock(root)
  const lastCharacter = text.at(-1) ?? ''
  const quoted = around.map(({ type }) => (type === 'blockquote' ? '> ' : '')).join('')
  const item = around.findLast(({ type }) => type === 'listItem')
  const mark = item ? listMarkerOf(item, text) : ''
  const isItemQuoted = around.findLast(({ type }) => type === 'blockquote' || type === 'listItem') === item
  const source = text.slice(nodeStart(leaf).offset, nodeEnd(leaf))
  switch (leaf.type) {
    case 'paragraph':
      return { block: 'paragraph', prefix: isItemQuoted ? quoted + mark : mark + quoted, lastCharacter }
    case 'heading':
      return source.startsWith('#') ? { block: 'heading', prefix: `${quoted}# `, lastCharacter } : NEW_BLOCK
    case 'tableCell': {
      const rows = around.find(({ type }) => type === 'table')
      const head = `${quoted}|${PLACEHOLDER_LETTER}|\n${quoted}|-|`
      return rows && 'children' in rows && rows.children.length > 1
        ? { block: 'row', prefix: `${head}\n${quoted}|`, lastCharacter }
        : { block: 'table', prefix: head, lastCharacter }
    }
    case 'code': {
      const fence = /^(?:`+|~+)/.exec(source)?.[0] ?? ''
      if (isClosedFence(source, fence)) return NEW_BLOCK
      return {
        block: 'code',
        prefix: `${quoted}${mark}${fence}\n${quoted}${' '.repeat(mark.length)}`,
        lastCharacter,
      }
    }
    default:
      return NEW_BLOCK
  }
}

function listMarkerOf(item: Nodes, text: string): string {
  return `${/^(?:\d+[.)]|[-+*])/.exec(text.slice(nodeStart(item).offset))?.[0] ?? '-'} `
}

function isClosedFence(code: string, fence: string): boolean {
  const last = /\n[\s>]*(`+|~+)\s*$/.exec(code)?.[1] ?? ''
  return last.startsWith(fence)
}
