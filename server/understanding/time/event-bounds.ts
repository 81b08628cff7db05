/**
 * Parses bounds relative to dates in the authority file: events, deaths, and terms of office.
 *
 *     eventBound = ( EVENT_RELATION | duration ) event        after the Korean War, on the eve of the 1988 Seoul Olympics
 *                | PREFIX [ "-" ] event                        post-Korean War
 *                | "under" [ "the" ] PERSON [ ERA_WORD ]       under Carter
 *                | [ "the" ] PERSON [ "'s" ] ERA_WORD          the Carter administration
 *                | [ "the" ] "last" DURATION "of" PERSON       the last years of Stalin
 *     duration   = [ "in" ] "the" [ WORD ] DURATION ( "after" | "following" )
 */
import type { Bound } from './bound.ts'
import type { Cursor } from './cursor.ts'
import { readEvent, spanOfEntity } from './named-events.ts'
import { EVENT_RELATIONS, PREFIXES } from './relations.ts'
import { dayBefore, shiftMonths } from './span.ts'
import { wordSet, wordTable } from './word-table.ts'

/** Default duration of the time "after" an event, in months. */
const AFTERMATH_MONTHS = 24
/** Duration of "the eve" of an event, in months. */
const EVE_MONTHS = 12
/** Duration of "the last years" of a person in office, in months. */
const LAST_YEARS_MONTHS = 36

/** "The days", "the years" after an event: duration in months. */
const DURATION_MONTHS = wordTable([
  [2, 'day | days | week | weeks | month | months'],
  [12, 'year | years'],
])
const ERA_WORDS = wordSet('presidency | administration | years | era | rule | reign | time')

/** Verbs after the event: "after the Pueblo was taken" counts from its beginning. */
const BEGIN_VERBS = wordSet('was | were | had | began | started | broke | erupted | opened')
const END_VERBS = wordSet('ended | ends | finished | closed')

/** The bound is never hard (see `Period.hard`): documents about an event are dated before and after it. */
export function readEventBound(cursor: Cursor): Bound | undefined {
  const first = cursor.position
  const days = cursor.attempt(() => boundOfEvent(cursor)) ?? cursor.attempt(() => boundOfTermOfOffice(cursor))
  return days && { ...days, hard: false, first, end: cursor.position }
}

type DayBounds = Pick<Bound, 'from' | 'to' | 'assumed'>

function boundOfEvent(cursor: Cursor): DayBounds | undefined {
  const first = cursor.position
  const durationMonths = cursor.attempt(() => readDuration(cursor))
  const relation = durationMonths
    ? 'after'
    : (cursor.acceptMeaning(EVENT_RELATIONS) ?? cursor.acceptMeaning(PREFIXES))
  if (!relation || isAfterOppositeRelation(cursor, first)) return undefined
  if (cursor.peek()?.kind === 'dash') cursor.position += 1
  const span = readEvent(cursor)
  if (!span) return undefined
  const { from, to } = span
  const verb = cursor.peek()?.word ?? ''
  switch (relation) {
    case 'in':
      return { from, to }
    case 'before':
      return { to: END_VERBS.has(verb) ? to : dayBefore(from) }
    case 'until':
      return { to: END_VERBS.has(verb) ? to : from }
    case 'since':
      return { from }
    case 'eve':
      return { from: shiftMonths(from, -EVE_MONTHS), to: dayBefore(from) }
    case 'after':
      return {
        from: BEGIN_VERBS.has(verb) ? from : to,
        to: shiftMonths(to, durationMonths ?? AFTERMATH_MONTHS),
        assumed: true,
      }
  }
}

/** Whether the relation is the second of "before and after the war", which means any time. */
function isAfterOppositeRelation(cursor: Cursor, first: number): boolean {
  const [relation, and] = [cursor.peek(first - 2 - cursor.position), cursor.peek(first - 1 - cursor.position)]
  return (and?.word === 'and' || and?.word === 'or') && /^(?:before|after)$/.test(relation?.word ?? '')
}

function readDuration(cursor: Cursor): number | undefined {
  cursor.accept('in')
  if (!cursor.accept('the')) return undefined
  if (!DURATION_MONTHS.has(cursor.peek()?.word ?? '')) cursor.position += 1
  const months = cursor.acceptMeaning(DURATION_MONTHS)
  return cursor.accept('after') || cursor.accept('following') ? months : undefined
}

function boundOfTermOfOffice(cursor: Cursor): DayBounds | undefined {
  const isUnder = cursor.accept('under')
  cursor.accept('the')
  const isLast = !isUnder && cursor.accept('last')
  if (isLast && !(cursor.acceptMeaning(DURATION_MONTHS) && cursor.accept('of'))) return undefined
  const span = spanOfEntity(cursor.peek(), ({ kind }) => kind === 'person')
  if (!span) return undefined
  cursor.position += 1
  const isEra = cursor.attempt(() => {
    if (cursor.peek()?.kind === 'apostrophe') cursor.position += 1
    cursor.accept('s')
    return cursor.accept(ERA_WORDS) || undefined
  })
  if (isLast) return { from: shiftMonths(span.to, -LAST_YEARS_MONTHS), to: span.to }
  return isUnder || isEra ? span : undefined
}
