/** What a question is bound to, and how a relation makes it of a time. */
import type { Day } from '../../../corpus/reduced-date.ts'
import type { Relation } from './relations.ts'
import { dayAfter, dayBefore, type Span, shiftMonths } from './span.ts'
import type { Part } from './vocabulary.ts'

export interface Bound {
  /** First and last day, both included; an open end is absent. */
  from?: Day
  to?: Day
  /** See `Period.hard`. */
  hard: boolean
  /** Whether `to` is not said, but how long the time after an event is taken to last. */
  assumed?: boolean
  /** The tokens that say so: index of the first, and one past the last. */
  first: number
  end: number
}

/** Months to either side that "around" takes in. */
const AROUND = 12

/** Relations with one day of the time as their border: the other end is open. */
export type OpenRelation = 'before' | 'until' | 'after' | 'since'

export function borders(
  span: Span & { part?: Part },
  relation: OpenRelation | 'around' | undefined,
): Pick<Bound, 'from' | 'to'> {
  switch (relation) {
    case 'before':
      // December 1953 is before "the end of 1953", though that part begins in September.
      return { to: span.part === 'end' ? span.to : dayBefore(span.from) }
    case 'until':
      return { to: span.to }
    case 'after':
      return { from: span.part === 'start' ? span.from : dayAfter(span.to) }
    case 'since':
      return { from: span.from }
    case 'around':
      return { from: shiftMonths(span.from, -AROUND), to: shiftMonths(span.to, AROUND) }
    default:
      return { from: span.from, to: span.to }
  }
}

export function isOpen(relation: Relation | undefined): relation is OpenRelation {
  return relation === 'before' || relation === 'until' || relation === 'after' || relation === 'since'
}

/**
 * The one period of two bounds, as in "after 1953 but before 1960"; undefined where they are two, as "before 1950 and
 * after 1953" are, which have no day in common.
 */
export function intersection(a: Bound, b: Bound): Bound | undefined {
  const [firstTo, secondTo] = [a, b].map(({ to, assumed }) => (assumed ? undefined : to))
  const isOneOpen = [a.from, b.from, firstTo, secondTo].includes(undefined)
  const from = later(a.from, b.from)
  const to = earlier(firstTo, secondTo)
  // "In 1968 after the Pueblo was taken" is bound to 1968; the event merely adds what is preferred.
  if (a.hard !== b.hard && !(isOneSided(a) && isOneSided(b))) return undefined
  if (!isOneOpen || from === undefined || to === undefined || from > to) return undefined
  return { from, to, hard: a.hard && b.hard, first: a.first, end: b.end }
}

function isOneSided({ from, to, assumed }: Bound): boolean {
  return from === undefined || to === undefined || assumed === true
}

function later(a: Day | undefined, b: Day | undefined): Day | undefined {
  return a !== undefined && b !== undefined && a < b ? b : (a ?? b)
}

function earlier(a: Day | undefined, b: Day | undefined): Day | undefined {
  return a !== undefined && b !== undefined && b < a ? b : (a ?? b)
}
