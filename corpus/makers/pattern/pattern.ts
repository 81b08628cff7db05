/**
 * A small language for the ways in which titles name an office, as in "{of} embassy in|to {in}":
 *
 * - `word`: that word; `in|to`: one of these. Articles and "Comrade" are no parts of a title (see `title-parts.ts`).
 * - `,` `(` `)` `/`: that mark.
 * - `[…]`: what may be missing.
 * - `{slot}`: one of `SLOTS`, which captures what the office's names are made of.
 *
 * A pattern has no repetition, so that matching takes time linear in its length.
 */
import { isMark, isWord, type TitlePart } from '../title/part.ts'
import type { Captures, Fill } from './captures.ts'
import { SLOTS } from './slots.ts'

/** What has to follow; at the end, nothing. What may be missing is a choice between two ways to go on. */
export type Pattern = Step | { either: Pattern; or: Pattern } | 'end'

type Step = ({ words: ReadonlySet<string> } | { mark: string } | { fill: Fill }) & { next: Pattern }

export interface Match {
  captures: Captures
  /** One past the last part. */
  end: number
}

const NOTHING: Captures = {}

/** @throws {Error} for an unknown slot or a bracket without its other half. */
export function pattern(text: string): Pattern {
  const symbols = text.match(/\{\w+\}|[[\]]|[^\s[\]]+/g) ?? []
  /** Reads backwards, as each step holds what follows it. */
  const read = (next: Pattern, nested: boolean): Pattern => {
    let follows = next
    for (let symbol = symbols.pop(); symbol !== undefined; symbol = symbols.pop()) {
      if (symbol === ']') follows = { either: read(follows, true), or: follows }
      else if (symbol === '[') {
        if (nested) return follows
        throw new Error(`pattern "${text}": "[" without "]"`)
      } else if (symbol.startsWith('{'))
        follows = { fill: slotNamed(symbol.slice(1, -1), text), next: follows }
      else if (/^\p{P}$/u.test(symbol)) follows = { mark: symbol, next: follows }
      else follows = { words: new Set(symbol.split('|')), next: follows }
    }
    if (nested) throw new Error(`pattern "${text}": "]" without "["`)
    return follows
  }
  return read('end', false)
}

function slotNamed(name: string, text: string): Fill {
  const slot = SLOTS.get(name)
  if (!slot) throw new Error(`pattern "${text}": no slot is called {${name}}`)
  return slot
}

/**
 * Matches the parts from `at` on; of the ways to do so, the first in which what may be missing is there and `accepts` agrees
 * to the end.
 */
export function matchAt(
  pattern: Pattern,
  parts: readonly TitlePart[],
  at: number,
  accepts: (end: number) => boolean,
  captures: Captures = NOTHING,
): Match | undefined {
  if (pattern === 'end') return accepts(at) ? { captures, end: at } : undefined
  if ('either' in pattern)
    return (
      matchAt(pattern.either, parts, at, accepts, captures) ??
      matchAt(pattern.or, parts, at, accepts, captures)
    )
  if ('fill' in pattern) {
    const filled = pattern.fill(parts, at, captures)
    return filled && matchAt(pattern.next, parts, filled.end, accepts, { ...captures, ...filled.captures })
  }
  const isHere = 'mark' in pattern ? isMark(parts[at], pattern.mark) : isWord(parts[at], pattern.words)
  return isHere ? matchAt(pattern.next, parts, at + 1, accepts, captures) : undefined
}
