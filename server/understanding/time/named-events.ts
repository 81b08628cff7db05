/**
 * Parses events and deaths that have a date in the authority file. A year in the name of an event is no period.
 *
 *     event      = [ "the" ] [ EVENT_EDGE [ "the" ] ] [ date ] EVENT [ ofDate ]   the end of the Korean War
 *                | PERSON ( "'s death" | "died" )                                Stalin's death
 *     datedEvent = [ "the" ] date EVENT | EVENT ofDate                           the 1988 Seoul Olympics
 *     ofDate     = "of" date | "(" date ")"
 */
import type { Entity } from '../../../corpus/names/entity.ts'
import type { Cursor } from './cursor.ts'
import { isAnchored, spanOfDate } from './date-fields.ts'
import { readDate } from './dates.ts'
import { contains, type Span, spanOf } from './span.ts'
import type { Token } from './tokens.ts'
import { wordTable } from './word-table.ts'

/** Phrases for the first or last day of an event: "after the outbreak of the Korean War". */
const EVENT_EDGES = wordTable<'from' | 'to'>([
  ['from', 'beginning of | start of | outbreak of | onset of | opening of'],
  ['to', 'end of | close of | conclusion of'],
])

/** A death, or the beginning or end of an event: phrases that can only mean a time. */
export function readMoment(cursor: Cursor): Span | undefined {
  return cursor.attempt(() => {
    const death = cursor.attempt(() => readDeath(cursor))
    if (death) return death
    cursor.accept('the')
    const edge = cursor.acceptMeaning(EVENT_EDGES)
    const span = edge && readNamedEvent(cursor)
    return span && { from: span[edge], to: span[edge] }
  })
}

/** An event, its beginning or end, or a death. */
export function readEvent(cursor: Cursor): Span | undefined {
  const death = cursor.attempt(() => readDeath(cursor))
  if (death) return death
  cursor.accept('the')
  // The edge may be part of the linked name: "Outbreak of the Korean War".
  const edge = cursor.acceptMeaning(EVENT_EDGES) ?? edgeInName(cursor.peek())
  const span = readNamedEvent(cursor)
  return edge && span ? { from: span[edge], to: span[edge] } : span
}

function edgeInName(token: Token | undefined): 'from' | 'to' | undefined {
  if (token?.kind !== 'name') return undefined
  const [first = '', second = ''] = token.name.text.toLowerCase().split(' ')
  return EVENT_EDGES.get(`${first} ${second}`)
}

/** An event with its own year. */
function readNamedEvent(cursor: Cursor): Span | undefined {
  cursor.accept('the')
  const dated = cursor.attempt(() => {
    const date = readOwnDate(cursor)
    return date && eventSpanAt(cursor, date)
  })
  const span = dated ?? eventSpanAt(cursor)
  if (span) skipOfDate(cursor, span)
  return span
}

function readDeath(cursor: Cursor): Span | undefined {
  const token = cursor.peek()
  const died = token?.kind === 'name' ? token.name.entities.find((each) => each.died)?.died : undefined
  if (died === undefined) return undefined
  cursor.position += 1
  if (cursor.accept('died')) return spanOf(died)
  if (cursor.peek()?.kind !== 'apostrophe') return undefined
  cursor.position += 1
  cursor.accept('s')
  return cursor.accept('death') ? spanOf(died) : undefined
}

/**
 * Advances past an event at the cursor that lies within the time: the time is then part of its name. If the event lasted
 * longer, the time selects a part of it: "the Six-Party Talks of 2005".
 */
export function skipEventOf(cursor: Cursor, time: Span): boolean {
  // In Chinese a year with a date mark is no attribute: "1968年普韦布洛号事件" asks for 1968.
  return cursor.peek(-1)?.kind !== 'mark' && eventSpanAt(cursor, time) !== undefined
}

/** Advances past an event followed by its year: "the Geneva Conference of 1954". */
export function skipDatedEvent(cursor: Cursor): boolean {
  const skipped = cursor.attempt(() => {
    const span = eventSpanAt(cursor)
    return span && skipOfDate(cursor, span)
  })
  return skipped === true
}

function skipOfDate(cursor: Cursor, span: Span): true | undefined {
  return cursor.attempt(() => {
    const isInBrackets = cursor.accept('(')
    if (!isInBrackets && !cursor.accept('of')) return undefined
    const date = readOwnDate(cursor)
    if (!date || !contains(date, span)) return undefined
    return !isInBrackets || cursor.accept(')') || undefined
  })
}

/** A year, month or day in full. */
function readOwnDate(cursor: Cursor): Span | undefined {
  const date = readDate(cursor)
  return date && isAnchored(date) ? spanOfDate(date) : undefined
}

/** Eras that the authority file does not list as events. Cold War: from the Truman Doctrine to the Charter of Paris. */
const UNLISTED_ERAS = wordTable<Span>([[{ from: '1947-03-12', to: '1990-11-21' }, 'cold war']])

function eventSpanAt(cursor: Cursor, within?: Span): Span | undefined {
  const era = within ? undefined : cursor.acceptMeaning(UNLISTED_ERAS)
  if (era) return era
  const span = spanOfEntity(cursor.peek(), ({ kind }) => kind === 'event')
  if (!span || (within && !contains(within, span))) return undefined
  cursor.position += 1
  return span
}

export function spanOfEntity(
  token: Token | undefined,
  isWanted: (entity: Entity) => boolean,
): Span | undefined {
  if (token?.kind !== 'name') return undefined
  const period = token.name.entities.find((entity) => entity.period && isWanted(entity))?.period
  return period && spanOf(period.from, period.to)
}
