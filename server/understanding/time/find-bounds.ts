/**
 * Finds the times that a question names, by a grammar over its tokens. One token decides nothing: "before" binds only
 * with a date behind it, "may" is a month only beside a year, and a number is a year only where nothing says otherwise.
 *
 *     question = { period | datedEvent | TOKEN }
 *     period   = bounds [ [ AND_ALSO ] bounds ]         after 1953 but before 1960 (two bounds of one period)
 *     bounds   = eventBound | eventRange | bound        after the Korean War      events.ts, event-ranges.ts
 *     bound    = [ RELATION ] times [ SUFFIX ]          not before 1953           bounds.ts
 *     times    = group { joint group }                  1950–53, 1950 and 1956    times.ts
 *     group    = { date joint } date                    25–27 June 1950           date-groups.ts
 *     date     = [ part ] unit                          the late 1960s            dates.ts
 *     unit     = figures | monthDay | season | year …   25.VI.1950, June 25       figures.ts, months.ts, years.ts …
 *
 * Each file begins with its own rules in full.
 * Words in capitals are tables in vocabulary.ts and relations.ts. Every rule looks at a bounded number of tokens or goes
 * past those that it read, so that the work grows with the length of the text, whatever stands in it.
 */
import { type Bound, intersection } from './bound.ts'
import { readBounds } from './bounds.ts'
import type { Cursor } from './cursor.ts'
import { readEventRange } from './event-ranges.ts'
import { readEventBound } from './events.ts'
import { skipDatedEvent } from './named-events.ts'
import { AND_ALSO } from './relations.ts'

/** The bounds in order, the cursor behind the last token. */
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
    cursor.acceptPhrase(AND_ALSO)
    const [other, ...others] = readAny(cursor) ?? []
    return other && others.length === 0 ? intersection(bound, other) : undefined
  })
  return [both ?? bound]
}

function readAny(cursor: Cursor): Bound[] | undefined {
  const event = readEventBound(cursor) ?? readEventRange(cursor)
  return event ? [event] : readBounds(cursor)
}
