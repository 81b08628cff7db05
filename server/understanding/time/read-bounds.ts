/**
 * Times with the words that make them bounds.
 *
 *     bounds = PREFIX [ "-" ] times                                pre-1956, post-1953
 *            | BETWEEN times                                       between 1968 and 69
 *            | [ RELATION [ ROUGHLY ] ] times [ SUFFIX | "on" ]    not before 1953, 1953 or later
 *
 * "Before" and its like bind the first of several times; "in" goes for all of a list.
 */

import { type Bound, borders, isOpen } from './bound.ts'
import type { Cursor } from './cursor.ts'
import { skipEventOf } from './named-events.ts'
import { isNoun, startsCleanly } from './not-times.ts'
import { BETWEEN, HOLDINGS, PREFIXES, RELATIONS, type Relation, ROUGHLY, SUFFIXES } from './relations.ts'
import { readTimes, type Time } from './times.ts'
import { FILLERS } from './vocabulary.ts'
import { wordSet } from './word-table.ts'

/** The bounds that stand here. Empty where the words are understood and bind nothing ("not in 1953"). */
export function readBounds(cursor: Cursor): Bound[] | undefined {
  if (!startsCleanly(cursor)) return undefined
  return (
    cursor.attempt(() => prefixed(cursor)) ??
    cursor.attempt(() => between(cursor)) ??
    cursor.attempt(() => related(cursor))
  )
}

function prefixed(cursor: Cursor): Bound[] | undefined {
  const first = cursor.position
  const relation = cursor.look(PREFIXES)
  if (!relation) return undefined
  if (cursor.peek()?.kind === 'dash') cursor.position += 1
  const times = readTimes(cursor, { single: true })
  // "Pre- and post-1953" is any time.
  const [prefix, dash, and] = [-3, -2, -1].map((back) => cursor.peek(first + back - cursor.position))
  if (
    times &&
    dash?.kind === 'dash' &&
    PREFIXES.has(prefix?.word ?? '') &&
    /^(?:and|or)$/.test(and?.word ?? '')
  )
    return []
  return times?.map((time) => ({ ...borders(time, relation), hard: true, first, end: time.end }))
}

function between(cursor: Cursor): Bound[] | undefined {
  const first = cursor.position
  if (!cursor.acceptPhrase(BETWEEN)) return undefined
  const times = readTimes(cursor, { between: true, single: true })
  const [time] = times ?? []
  if (!time) return times && []
  return time.unit === 'range'
    ? [{ ...borders(time, undefined), hard: true, first, end: time.end }]
    : undefined
}

/** Relations behind which a number with a noun is still a year: "in 1950 troops crossed", but not "of 1950 troops". */
const SAYS_WHEN: ReadonlySet<Relation> = new Set(['in', 'before', 'after', 'since', 'from'])

function related(cursor: Cursor): Bound[] | undefined {
  const first = cursor.position
  const written = cursor.look(RELATIONS)
  const relation = written === 'from' && isOfHoldings(cursor) ? 'in' : written
  if (relation && relation !== 'around') cursor.acceptPhrase(ROUGHLY)
  const times = readTimes(cursor, {
    single: relation === 'from' || isOpen(relation),
    counts: !relation || !SAYS_WHEN.has(relation),
  })
  const last = times?.at(-1)
  if (!times || !last || relation === 'excluded') return times && []
  const isAttribute = times.length === 1 && isAttributive(cursor, last)
  if (times.length === 1 && (relation !== 'in' || isAttribute) && skipEventOf(cursor, last)) return []
  const bounds = times.map((time, index) => ({
    ...(isAttribute ? boundByEventIn(time, relation) : boundBy(time, relation)),
    first: index === 0 ? first : time.first,
    end: time.end,
  }))
  const suffix = isOpen(relation) || last.unit === 'range' ? undefined : readSuffix(cursor, written)
  if (!suffix) return bounds
  const start = bounds.at(-1)?.first ?? first
  return [
    ...bounds.slice(0, -1),
    { ...borders(last, suffix), hard: suffix !== 'around', first: start, end: cursor.position },
  ]
}

/** Whether it says when what is named behind it took place: "the 1980 congress", but not "the year 1980" or "the 1980s". */
function isAttributive(cursor: Cursor, { unit, part, first }: Time): boolean {
  const [article, word] = [cursor.peek(first - cursor.position), cursor.peek(first + 1 - cursor.position)]
  return (
    article?.word === 'the' &&
    !FILLERS.has(word?.word ?? '') &&
    (unit === 'year' || unit === 'month' || unit === 'range') &&
    part === undefined &&
    isNoun(cursor.peek())
  )
}

/** "Before the 1980 congress" takes in 1980, as nobody knows when in that year it was; "after the 1950–53 war" does not. */
function boundByEventIn(
  { from, to, unit }: Time,
  relation: Relation | undefined,
): Pick<Bound, 'from' | 'to' | 'hard'> {
  const [begins, ends] = unit === 'range' ? [from, to] : [to, from]
  if (relation === 'before' || relation === 'until') return { to: begins, hard: false }
  if (relation === 'after' || relation === 'since') return { from: ends, hard: false }
  return { from, to, hard: false }
}

function boundBy(time: Time, relation: Relation | undefined): Pick<Bound, 'from' | 'to' | 'hard'> {
  // "Since 1950 until 1953" names both ends.
  const isFrom = relation === 'from' || relation === 'since'
  if (isFrom && time.reversed) return { ...borders(time, undefined), hard: false }
  if (isFrom) return { ...borders(time, time.unit === 'range' ? undefined : 'since'), hard: true }
  if (isOpen(relation)) return { ...borders(time, relation), hard: true }
  if (relation === 'around') return { ...borders(time, relation), hard: false }
  // Seasons have no first day: papers of June belong to a matter of the spring.
  const isWithin = relation === 'in' || relation === 'about'
  return { ...borders(time, undefined), hard: isWithin && time.unit !== 'season' }
}

/** Behind these "and after" and "or later" belong to what follows: "in 1950 and later in 1953", "1953 and after that". */
const GOES_ON = wordSet('than | in | on | at | by | during')

function readSuffix(cursor: Cursor, relation: Relation | undefined) {
  return cursor.attempt(() => {
    if (relation === 'from' && cursor.accept('on')) return isAtEnd(cursor) ? 'since' : undefined
    const phrase = cursor.acceptPhrase(SUFFIXES)
    if (phrase === undefined || GOES_ON.has(cursor.peek()?.word ?? '')) return undefined
    if (/ (?:after|before|since)$/.test(phrase) && !isAtEnd(cursor)) return undefined
    return SUFFIXES.get(phrase)
  })
}

function isAtEnd(cursor: Cursor): boolean {
  const next = cursor.peek()
  return !next || next.kind === 'sign' || next.kind === 'dash'
}

/** Tokens before "from" among which the word for papers is looked for. */
const REACH = 12

/** Whether papers are asked for, as in "anything on Romania from 1970". */
function isOfHoldings(cursor: Cursor): boolean {
  for (let back = 2; back <= REACH; back += 1) {
    const token = cursor.peek(-back)
    if (!token || /^[?!;]$/.test(token.word)) return false
    if (HOLDINGS.has(token.word)) return true
  }
  return false
}
