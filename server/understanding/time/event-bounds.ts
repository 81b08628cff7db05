/**
 * Times reckoned from what the authority file dates: events, deaths, and the years of those in power.
 *
 *     eventBound = ( EVENT_RELATION | stretch ) event      after the Korean War, on the eve of the 1988 Seoul Olympics
 *                | PREFIX [ "-" ] event                     post-Korean War
 *                | "under" [ "the" ] RULER [ ERA ]          under Carter
 *                | [ "the" ] RULER [ "'s" ] ERA             the Carter administration
 *                | [ "the" ] "last" SPELL "of" RULER        the last years of Stalin
 *     stretch    = [ "in" ] "the" [ WORD ] SPELL ( "after" | "following" )
 */
import type { Bound } from './bound.ts'
import type { Cursor } from './cursor.ts'
import { readEvent, spanOfEntity } from './named-events.ts'
import { EVENT_RELATIONS, PREFIXES } from './relations.ts'
import { dayBefore, shiftMonths } from './span.ts'
import { wordSet, wordTable } from './word-table.ts'

/** How long the time "after" an event lasts where nothing else is said, in months. */
const AFTERMATH_MONTHS = 24
/** How long the time is that an event casts its shadow on, in months. */
const EVE_MONTHS = 12
/** "The last years" of a ruler, in months. */
const LAST_MONTHS = 36

/** A stretch of time after an event, in months. */
const SPELLS = wordTable([
  [2, 'day | days | week | weeks | month | months'],
  [12, 'year | years'],
])
const ERA = wordSet('presidency | administration | years | era | rule | reign | time')

/** Behind the event: "after the Pueblo was taken" is after its beginning. */
const BEGAN = wordSet('was | were | had | began | started | broke | erupted | opened')
const ENDED = wordSet('ended | ends | finished | closed')

/** It prefers a time and never binds: papers on an event are dated before and after it. */
export function readEventBound(cursor: Cursor): Bound | undefined {
  const first = cursor.position
  const days = cursor.attempt(() => timeOfEvent(cursor)) ?? cursor.attempt(() => timeOfRuler(cursor))
  return days && { ...days, hard: false, first, end: cursor.position }
}

type Days = Pick<Bound, 'from' | 'to' | 'assumed'>

function timeOfEvent(cursor: Cursor): Days | undefined {
  const first = cursor.position
  const spell = cursor.attempt(() => readStretch(cursor))
  const relation = spell ? 'after' : (cursor.look(EVENT_RELATIONS) ?? cursor.look(PREFIXES))
  if (!relation || isHalf(cursor, first)) return undefined
  if (cursor.peek()?.kind === 'dash') cursor.position += 1
  const span = readEvent(cursor)
  if (!span) return undefined
  const { from, to } = span
  const verb = cursor.peek()?.word ?? ''
  switch (relation) {
    case 'in':
      return { from, to }
    case 'before':
      return { to: ENDED.has(verb) ? to : dayBefore(from) }
    case 'until':
      return { to: ENDED.has(verb) ? to : from }
    case 'since':
      return { from }
    case 'eve':
      return { from: shiftMonths(from, -EVE_MONTHS), to: dayBefore(from) }
    case 'after':
      return {
        from: BEGAN.has(verb) ? from : to,
        to: shiftMonths(to, spell ?? AFTERMATH_MONTHS),
        assumed: true,
      }
  }
}

/** Whether it is the second half of "before and after the war", which is any time. */
function isHalf(cursor: Cursor, first: number): boolean {
  const [relation, and] = [cursor.peek(first - 2 - cursor.position), cursor.peek(first - 1 - cursor.position)]
  return (and?.word === 'and' || and?.word === 'or') && /^(?:before|after)$/.test(relation?.word ?? '')
}

function readStretch(cursor: Cursor): number | undefined {
  cursor.accept('in')
  if (!cursor.accept('the')) return undefined
  if (!SPELLS.has(cursor.peek()?.word ?? '')) cursor.position += 1
  const months = cursor.look(SPELLS)
  return cursor.accept('after') || cursor.accept('following') ? months : undefined
}

function timeOfRuler(cursor: Cursor): Days | undefined {
  const isUnder = cursor.accept('under')
  cursor.accept('the')
  const isLast = !isUnder && cursor.accept('last')
  if (isLast && !(cursor.look(SPELLS) && cursor.accept('of'))) return undefined
  const span = spanOfEntity(cursor.peek(), ({ kind }) => kind === 'person')
  if (!span) return undefined
  cursor.position += 1
  const isEra = cursor.attempt(() => {
    if (cursor.peek()?.kind === 'apostrophe') cursor.position += 1
    cursor.accept('s')
    return cursor.accept(ERA) || undefined
  })
  if (isLast) return { from: shiftMonths(span.to, -LAST_MONTHS), to: span.to }
  return isUnder || isEra ? span : undefined
}
