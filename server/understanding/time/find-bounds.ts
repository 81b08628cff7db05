/**
 * Finds the times that a question names: a recursive-descent parser with backtracking over its tokens. No token decides
 * alone: "before" is a relation only in front of a date, "may" is a month only next to a year, and a number is a year only
 * if its context does not make it a quantity or a reference number.
 *
 *     question = { period | datedEvent | TOKEN }
 *     period   = bounds [ [ BOUND_CONNECTORS ] bounds ]   after 1953 but before 1960 (two bounds of one period)
 *     bounds   = eventBound | eventRange | bound          after the Korean War     event-bounds.ts, event-ranges.ts
 *     bound    = [ RELATION ] times [ SUFFIX ]            not before 1953          read-bounds.ts
 *     times    = group { connector group }                1950–53, 1950 and 1956   times.ts
 *     group    = { date connector } date                  25–27 June 1950          date-groups.ts
 *     date     = [ part ] unit                            the late 1960s           dates.ts
 *     unit     = numericDate | monthDay | season …        25.VI.1950, June 25      numeric-dates.ts, months.ts, seasons.ts …
 *
 * Each file begins with its own rules in full. Words in capitals are tables in vocabulary.ts and relations.ts. Every rule
 * reads a bounded number of tokens or advances past those that it read, so the work is linear in the length of the text.
 */
import { type Bound, intersection } from './bound.ts'
import type { Cursor } from './cursor.ts'
import { readEventBound } from './event-bounds.ts'
import { readEventRange } from './event-ranges.ts'
import { skipDatedEvent } from './named-events.ts'
import { readBounds } from './read-bounds.ts'
import { BOUND_CONNECTORS } from './relations.ts'

/** All bounds in the order of the text. Advances the cursor to the end. */
export function findBounds(cursor: Cursor): Bound[] {
  const found: Bound[] = []
  while (cursor.peek()) {
    const bounds = readPeriod(cursor)
    if (bounds) found.push(...bounds)
    else if (!skipDatedEvent(cursor)) cursor.position += 1
  }
  return found
}

function readPeriod(cursor: Cursor): Bound[] | undefined {
  const bounds = readAny(cursor)
  const [bound] = bounds ?? []
  if (!bound || bounds?.length !== 1) return bounds
  const both = cursor.attempt(() => {
    cursor.acceptPhrase(BOUND_CONNECTORS)
    const [other, ...others] = readAny(cursor) ?? []
    return other && others.length === 0 ? intersection(bound, other) : undefined
  })
  return [both ?? bound]
}

function readAny(cursor: Cursor): Bound[] | undefined {
  const event = readEventBound(cursor) ?? readEventRange(cursor)
  return event ? [event] : readBounds(cursor)
}
