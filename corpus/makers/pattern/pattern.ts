/**
 * A small pattern language for office names in titles, as in "{of} embassy in|to {in}":
 *
 * - `word` matches that word, `in|to` one of these. Articles and "Comrade" are never parts of a title (`split-title.ts`).
 * - `,` `(` `)` `/` match that mark.
 * - `[…]` is optional.
 * - `{slot}` is one of `SLOTS` and captures a value, from which the maker's name is built.
 *
 * Patterns have no repetition.
 */
import { isMark, isWord, type TitlePart } from '../title/title-part.ts'
import type { Captures, SlotMatcher } from './captures.ts'
import { SLOTS } from './slots.ts'

/** A linked list of steps. An optional part is a choice between two continuations. */
export type Pattern = Step | { either: Pattern; or: Pattern } | 'end'

type Step = ({ words: ReadonlySet<string> } | { mark: string } | { slot: SlotMatcher }) & { next: Pattern }

export interface Match {
  captures: Captures
  /** End part, exclusive. */
  end: number
}

const NO_CAPTURES: Captures = {}

/** Compiles a pattern. @throws {Error} for an unknown slot or an unbalanced bracket */
export function pattern(text: string): Pattern {
  const symbols = text.match(/\{\w+\}|[[\]]|[^\s[\]]+/g) ?? []
  /** Reads backwards, because each step contains its continuation. */
  const read = (next: Pattern, nested: boolean): Pattern => {
    let follows = next
    for (let symbol = symbols.pop(); symbol !== undefined; symbol = symbols.pop()) {
      if (symbol === ']') follows = { either: read(follows, true), or: follows }
      else if (symbol === '[') {
        if (nested) return follows
        throw new Error(`pattern "${text}": "[" without "]"`)
      } else if (symbol.startsWith('{'))
        follows = { slot: slotNamed(symbol.slice(1, -1), text), next: follows }
      else if (/^\p{P}$/u.test(symbol)) follows = { mark: symbol, next: follows }
      else follows = { words: new Set(symbol.split('|')), next: follows }
    }
    if (nested) throw new Error(`pattern "${text}": "]" without "["`)
    return follows
  }
  return read('end', false)
}

function slotNamed(name: string, text: string): SlotMatcher {
  const slot = SLOTS.get(name)
  if (!slot) throw new Error(`pattern "${text}": no slot is called {${name}}`)
  return slot
}

/** Matches the parts from `at` on. Tries optional parts first, and returns the first match whose end `accepts` allows. */
export function matchAt(
  pattern: Pattern,
  parts: readonly TitlePart[],
  at: number,
  accepts: (end: number) => boolean,
  captures: Captures = NO_CAPTURES,
): Match | undefined {
  if (pattern === 'end') return accepts(at) ? { captures, end: at } : undefined
  if ('either' in pattern)
    return (
      matchAt(pattern.either, parts, at, accepts, captures) ??
      matchAt(pattern.or, parts, at, accepts, captures)
    )
  if ('slot' in pattern) {
    const filled = pattern.slot(parts, at, captures)
    return filled && matchAt(pattern.next, parts, filled.end, accepts, { ...captures, ...filled.captures })
  }
  const isHere = 'mark' in pattern ? isMark(parts[at], pattern.mark) : isWord(parts[at], pattern.words)
  return isHere ? matchAt(pattern.next, parts, at + 1, accepts, captures) : undefined
}
