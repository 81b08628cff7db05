/** Finds the periods that a question names: by words, numbers, or a dated event, term of office or death in the archive. */
import type { LinkedName } from '../../corpus/names/name-linker.ts'
import type { Day } from '../../corpus/reduced-date.ts'
import { Cursor } from './time/cursor.ts'
import { findBounds } from './time/find-bounds.ts'
import { tokenize } from './time/tokens.ts'

export interface Period {
  /** First and last day, both included; an open end is absent. */
  from?: Day
  to?: Day
  /** The words of the question that name the period, and their span; -1 where inherited. */
  text: string
  start: number
  end: number
  /**
   * True where the question is limited to the period ("in 1984", "before 1966"): documents of the period are ranked before
   * all others. False for "the riots of 1956" or "after the raid": they are only preferred.
   */
  hard: boolean
}

/** The periods of the question, in the order of the text. Linked names supply dates ("after the axe murder"). */
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
