/**
 * Parses times together with the words that make them bounds.
 *
 *     bounds = PREFIX [ "-" ] times                                pre-1956, post-1953
 *            | BETWEEN times                                       between 1968 and 69
 *            | [ RELATION [ HEDGES ] ] times [ SUFFIX | "on" ]    not before 1953, 1953 or later
 *
 * "Before" and similar relations apply to the first of several times, "in" to all times of a list.
 */

import { type Bound, boundDays, isOpenRelation } from './bound.ts'
import type { Cursor } from './cursor.ts'
import { skipEventOf } from './named-events.ts'
import { canStartDate, isNoun } from './non-dates.ts'
import { BETWEEN, HEDGES, HOLDINGS_NOUNS, PREFIXES, RELATIONS, type Relation, SUFFIXES } from './relations.ts'
import { readTimes, type Time } from './times.ts'
import { FILLERS } from './vocabulary.ts'
import { wordSet } from './word-table.ts'

/** The bounds at the cursor. Empty where the words are understood but set no bound ("not in 1953"). */
export function readBounds(cursor: Cursor): Bound[] | undefined {
  if (!canStartDate(cursor)) return undefined
  return (
    cursor.attempt(() => readPrefixedBounds(cursor)) ??
    cursor.attempt(() => readBetweenBounds(cursor)) ??
    cursor.attempt(() => readRelatedBounds(cursor))
  )
}

function readPrefixedBounds(cursor: Cursor): Bound[] | undefined {
  const first = cursor.position
  const relation = cursor.acceptMeaning(PREFIXES)
  if (!relation) return undefined
  if (cursor.peek()?.kind === 'dash') cursor.position += 1
  const times = readTimes(cursor, { single: true })
  // "Pre- and post-1953" means any time.
  const [prefix, dash, and] = [-3, -2, -1].map((back) => cursor.peek(first + back - cursor.position))
  if (
    times &&
    dash?.kind === 'dash' &&
    PREFIXES.has(prefix?.word ?? '') &&
    /^(?:and|or)$/.test(and?.word ?? '')
  )
    return []
  return times?.map((time) => ({ ...boundDays(time, relation), hard: true, first, end: time.end }))
}

function readBetweenBounds(cursor: Cursor): Bound[] | undefined {
  const first = cursor.position
  if (!cursor.acceptPhrase(BETWEEN)) return undefined
  const times = readTimes(cursor, { between: true, single: true })
  const [time] = times ?? []
  if (!time) return times && []
  return time.unit === 'range'
    ? [{ ...boundDays(time, undefined), hard: true, first, end: time.end }]
    : undefined
}

/** After these relations a number before a noun is still a year: "in 1950 troops crossed", but not "of 1950 troops". */
const TEMPORAL_RELATIONS: ReadonlySet<Relation> = new Set(['in', 'before', 'after', 'since', 'from'])

function readRelatedBounds(cursor: Cursor): Bound[] | undefined {
  const first = cursor.position
  const written = cursor.acceptMeaning(RELATIONS)
  const relation = written === 'from' && followsHoldingsNoun(cursor) ? 'in' : written
  if (relation && relation !== 'around') cursor.acceptPhrase(HEDGES)
  const times = readTimes(cursor, {
    single: relation === 'from' || isOpenRelation(relation),
    mayBeQuantity: !relation || !TEMPORAL_RELATIONS.has(relation),
  })
  const last = times?.at(-1)
  if (!times || !last || relation === 'excluded') return times && []
  const isAttribute = times.length === 1 && isAttributive(cursor, last)
  if (times.length === 1 && (relation !== 'in' || isAttribute) && skipEventOf(cursor, last)) return []
  const bounds = times.map((time, index) => ({
    ...(isAttribute ? boundByDatedEvent(time, relation) : boundBy(time, relation)),
    first: index === 0 ? first : time.first,
    end: time.end,
  }))
  const suffix = isOpenRelation(relation) || last.unit === 'range' ? undefined : readSuffix(cursor, written)
  if (!suffix) return bounds
  const start = bounds.at(-1)?.first ?? first
  return [
    ...bounds.slice(0, -1),
    { ...boundDays(last, suffix), hard: suffix !== 'around', first: start, end: cursor.position },
  ]
}

/** Whether the time is an attribute of the noun after it: "the 1980 congress", but not "the year 1980" or "the 1980s". */
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

/** "Before the 1980 congress" includes 1980, because its day is not known; "after the 1950–53 war" starts at the end of 1953. */
function boundByDatedEvent(
  { from, to, unit }: Time,
  relation: Relation | undefined,
): Pick<Bound, 'from' | 'to' | 'hard'> {
  const [begins, ends] = unit === 'range' ? [from, to] : [to, from]
  if (relation === 'before' || relation === 'until') return { to: begins, hard: false }
  if (relation === 'after' || relation === 'since') return { from: ends, hard: false }
  return { from, to, hard: false }
}

function boundBy(time: Time, relation: Relation | undefined): Pick<Bound, 'from' | 'to' | 'hard'> {
  // "Since 1950 until 1953" gives both ends.
  const isFrom = relation === 'from' || relation === 'since'
  if (isFrom && time.reversed) return { ...boundDays(time, undefined), hard: false }
  if (isFrom) return { ...boundDays(time, time.unit === 'range' ? undefined : 'since'), hard: true }
  if (isOpenRelation(relation)) return { ...boundDays(time, relation), hard: true }
  if (relation === 'around') return { ...boundDays(time, relation), hard: false }
  // Seasons have no exact first day: a document of June may be about an event of the spring.
  const isWithin = relation === 'in' || relation === 'about'
  return { ...boundDays(time, undefined), hard: isWithin && time.unit !== 'season' }
}

/** Before these words "and after" and "or later" belong to the next phrase: "in 1950 and later in 1953", "1953 and after that". */
const SUFFIX_CONTINUATIONS = wordSet('than | in | on | at | by | during')

function readSuffix(cursor: Cursor, relation: Relation | undefined) {
  return cursor.attempt(() => {
    if (relation === 'from' && cursor.accept('on')) return isAtClauseEnd(cursor) ? 'since' : undefined
    const phrase = cursor.acceptPhrase(SUFFIXES)
    if (phrase === undefined || SUFFIX_CONTINUATIONS.has(cursor.peek()?.word ?? '')) return undefined
    if (/ (?:after|before|since)$/.test(phrase) && !isAtClauseEnd(cursor)) return undefined
    return SUFFIXES.get(phrase)
  })
}

function isAtClauseEnd(cursor: Cursor): boolean {
  const next = cursor.peek()
  return !next || next.kind === 'sign' || next.kind === 'dash'
}

/** How many tokens before "from" are searched for a word for documents. */
const MAX_HOLDINGS_DISTANCE = 12

/** Whether the question asks for documents, as in "anything on Romania from 1970". */
function followsHoldingsNoun(cursor: Cursor): boolean {
  for (let back = 2; back <= MAX_HOLDINGS_DISTANCE; back += 1) {
    const token = cursor.peek(-back)
    if (!token || /^[?!;]$/.test(token.word)) return false
    if (HOLDINGS_NOUNS.has(token.word)) return true
  }
  return false
}
