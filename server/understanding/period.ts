/** The periods that a question names, in words or figures or by an event, a reign or a death that the archive knows. */
import type { LinkedName } from '../../corpus/names/name-linker.ts'
import type { Day } from '../../corpus/reduced-date.ts'
import { Cursor } from './time/cursor.ts'
import { findBounds } from './time/find-bounds.ts'
import { tokenize } from './time/tokens.ts'

export interface Period {
  /** First and last day, both included; an open end is absent. */
  from?: Day
  to?: Day
  /** The words of the question that say so, and where they stand. */
  text: string
  start: number
  end: number
  /**
   * Whether the question bounds itself to it ("in 1984", "before 1966"): then documents of the period come before all
   * others. "The riots of 1956" or "after the raid" only prefer it.
   */
  hard: boolean
}

/** The periods named in the question, in order. Names linked in it lend their dates ("after the axe murder"). */
export function findPeriods(question: string, names: readonly LinkedName[]): Period[] {
  const tokens = tokenize(question, names)
  return findBounds(new Cursor(tokens)).flatMap(({ from, to, hard, first, end }) => {
    const [firstToken, lastToken] = [tokens[first], tokens[end - 1]]
    if (!firstToken || !lastToken) return []
    const [start, last] = [firstToken.start, lastToken.end]
    return {
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      text: question.slice(start, last),
      start,
      end: last,
      hard,
    }
  })
}
