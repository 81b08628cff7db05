/** An office as the tables list it: how titles name it, and what records and lead-ins call it. */
import type { MakerKind } from '../maker.ts'
import { type Pattern, pattern } from '../pattern/pattern.ts'

/**
 * Where the state of an office comes from if its pattern does not name it: an office of the United States, one that is
 * American only in records of American publishers, or one of the state that the record is from.
 */
type State = 'united states' | 'united states publisher' | 'of the record'

interface OfficeRow {
  kind: MakerKind
  /** Templates of the maker's name and of its name in a lead-in: the first whose slots are all filled (see `words.ts`). */
  name: string | readonly string[]
  short: string | readonly string[]
  /** In the language of `pattern.ts`. */
  patterns: readonly string[]
  state?: State
}

export interface Office {
  kind: MakerKind
  name: readonly string[]
  short: readonly string[]
  patterns: readonly Pattern[]
  state?: State
}

/** @throws {Error} for a pattern that cannot be read. */
export function office({ name, short, patterns, ...row }: OfficeRow): Office {
  return { ...row, name: [name].flat(), short: [short].flat(), patterns: patterns.map(pattern) }
}
