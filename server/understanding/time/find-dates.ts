/** The dates of a text one by one, for those who compare texts: both ends of a range are dates of their own. */
import { Cursor } from './cursor.ts'
import { type DateFields, isPlaced, isWholeYear, spanOfDate } from './date-fields.ts'
import { type JoinedDate, readGroup, readJoint } from './date-groups.ts'
import { readDate, skipArticle } from './dates.ts'
import { endsCleanly, isCounted, isNumbered, startsCleanly } from './not-times.ts'
import type { Span } from './span.ts'
import { tokenize } from './tokens.ts'

export interface FoundDate {
  span: Span
  /** Where it stands in the text; `end` is one past the last character. */
  start: number
  end: number
}

/** Dates that name their year, or have it from their neighbour; two years that a dash joins ("1966–68") are one. */
export function findFullDates(text: string): FoundDate[] {
  const tokens = tokenize(text)
  const cursor = new Cursor(tokens)
  const found: FoundDate[] = []
  /** Where a date goes on from the one before: behind the dash of "25 June 1950–27 July 1953". */
  let joinedAt = -1
  while (cursor.peek()) {
    const { position } = cursor
    skipArticle(cursor)
    const mayBegin = position === joinedAt || startsCleanly(cursor)
    const dates = mayBegin ? cursor.attempt(() => readFullDates(cursor)) : undefined
    if (!dates) cursor.position = position + 1
    else joinedAt = cursor.position + 1
    for (const { span, first, end } of dates ?? []) {
      const [start, last] = [tokens[first]?.start, tokens[end - 1]?.end]
      if (span && start !== undefined && last !== undefined) found.push({ span, start, end: last })
    }
  }
  return found
}

type Placed = Pick<JoinedDate, 'span' | 'first' | 'end'>

function readFullDates(cursor: Cursor): Placed[] | undefined {
  const numbered = isNumbered(cursor)
  const group = readGroup(cursor, {})
  const last = group?.at(-1)
  if (!group || !last?.span) return undefined
  if (isWholeYear(last.fields)) {
    if (numbered) return undefined
    const years = cursor.attempt(() => readLastYear(cursor, last.fields))
    if (years) return [{ ...last, span: { from: last.span.from, to: years.to }, end: cursor.position }]
    if (isCounted(cursor, true)) return undefined
  }
  return endsCleanly(cursor) || goesOn(cursor) ? group : undefined
}

/** The second year of "1966–68". */
function readLastYear(cursor: Cursor, first: DateFields): Span | undefined {
  const joint = readJoint(cursor, false)
  if (!joint?.tight) return undefined
  const last = readDate(cursor, { date: first, ...joint })
  const isLater = last && isWholeYear(last) && Number(last.year) > Number(first.year)
  return isLater && endsCleanly(cursor) ? spanOfDate(last) : undefined
}

/** Whether another date is joined on. */
function goesOn(cursor: Cursor): boolean {
  const { position } = cursor
  const next = readJoint(cursor, false) && readDate(cursor)
  cursor.position = position
  return next !== undefined && isPlaced(next)
}
