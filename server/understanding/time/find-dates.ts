/** Finds the single dates of a text, to compare texts by them. Both ends of a range are separate dates. */
import { Cursor } from './cursor.ts'
import { type DateFields, isAnchored, isWholeYear, spanOfDate } from './date-fields.ts'
import { type JoinedDate, readConnector, readGroup } from './date-groups.ts'
import { readDate, skipArticle } from './dates.ts'
import { canEndDate, canStartDate, isQuantity, isReferenceNumber } from './non-dates.ts'
import type { Span } from './span.ts'
import { tokenize } from './tokens.ts'

export interface FoundDate {
  span: Span
  /** Character span in the text; `end` is one past the last character. */
  start: number
  end: number
}

/** Dates that name their year, or take it from a neighbour. Two years joined by a dash ("1966–68") are one date. */
export function findFullDates(text: string): FoundDate[] {
  const tokens = tokenize(text)
  const cursor = new Cursor(tokens)
  const found: FoundDate[] = []
  /** Token index after the dash of "25 June 1950–27 July 1953", where the second date may start. */
  let joinedAt = -1
  while (cursor.peek()) {
    const { position } = cursor
    skipArticle(cursor)
    const mayStart = position === joinedAt || canStartDate(cursor)
    const dates = mayStart ? cursor.attempt(() => readFullDates(cursor)) : undefined
    if (!dates) cursor.position = position + 1
    else joinedAt = cursor.position + 1
    for (const { span, first, end } of dates ?? []) {
      const [start, last] = [tokens[first]?.start, tokens[end - 1]?.end]
      if (span && start !== undefined && last !== undefined) found.push({ span, start, end: last })
    }
  }
  return found
}

type SpannedDate = Pick<JoinedDate, 'span' | 'first' | 'end'>

function readFullDates(cursor: Cursor): SpannedDate[] | undefined {
  const isReference = isReferenceNumber(cursor)
  const group = readGroup(cursor, {})
  const last = group?.at(-1)
  if (!group || !last?.span) return undefined
  if (isWholeYear(last.fields)) {
    if (isReference) return undefined
    const years = cursor.attempt(() => readLastYear(cursor, last.fields))
    if (years) return [{ ...last, span: { from: last.span.from, to: years.to }, end: cursor.position }]
    if (isQuantity(cursor, true)) return undefined
  }
  return canEndDate(cursor) || isFollowedByJoinedDate(cursor) ? group : undefined
}

/** The second year of "1966–68". */
function readLastYear(cursor: Cursor, first: DateFields): Span | undefined {
  const connector = readConnector(cursor, false)
  if (!connector?.tight) return undefined
  const last = readDate(cursor, { date: first, ...connector })
  const isLater = last && isWholeYear(last) && Number(last.year) > Number(first.year)
  return isLater && canEndDate(cursor) ? spanOfDate(last) : undefined
}

/** Whether a connector and another date with a year follow. */
function isFollowedByJoinedDate(cursor: Cursor): boolean {
  const { position } = cursor
  const next = readConnector(cursor, false) && readDate(cursor)
  cursor.position = position
  return next !== undefined && isAnchored(next)
}
