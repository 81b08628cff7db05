/** An entry of the office tables: patterns of its name in titles, and templates of its standard and short name. */
import type { MakerKind } from '../maker.ts'
import { type Pattern, pattern } from '../pattern/pattern.ts'

/**
 * The state of an office whose pattern does not name one: the United States, the United States but only in records of
 * American publishers, or the state that made the record.
 */
type State = 'united states' | 'united states publisher' | 'of the record'

interface OfficeRow {
  kind: MakerKind
  /** Templates of standard name and lead-in name; the first whose slots all have values is used (`name-templates.ts`). */
  name: string | readonly string[]
  short: string | readonly string[]
  /** In the pattern language of `pattern.ts`. */
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

/** Compiles a table row. @throws {Error} for an invalid pattern */
export function office({ name, short, patterns, ...row }: OfficeRow): Office {
  return { ...row, name: [name].flat(), short: [short].flat(), patterns: patterns.map(pattern) }
}
