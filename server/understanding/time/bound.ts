/** The bound that a relation ("before") and a time ("1953") make together, and the intersection of two bounds. */
import type { Day } from '../../../corpus/reduced-date.ts'
import type { Relation } from './relations.ts'
import { dayAfter, dayBefore, type Span, shiftMonths } from './span.ts'
import type { PeriodPart } from './vocabulary.ts'

export interface Bound {
  /** First and last day, both included; an open end is absent. */
  from?: Day
  to?: Day
  /** See `Period.hard`. */
  hard: boolean
  /** True when the question does not give `to`: it is a default duration after an event. */
  assumed?: boolean
  /** Token span: index of the first token, and one past the last. */
  first: number
  end: number
}

/** Months on either side that "around" includes. */
const AROUND_MONTHS = 12

/** Relations that leave one end of the bound open. */
export type OpenRelation = 'before' | 'until' | 'after' | 'since'

/** @example `before` + 1953 → `{ to: "1952-12-31" }`; `since` + 1953 → `{ from: "1953-01-01" }` */
export function boundDays(
  span: Span & { part?: PeriodPart },
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
      return { from: shiftMonths(span.from, -AROUND_MONTHS), to: shiftMonths(span.to, AROUND_MONTHS) }
    default:
      return { from: span.from, to: span.to }
  }
}

export function isOpenRelation(relation: Relation | undefined): relation is OpenRelation {
  return relation === 'before' || relation === 'until' || relation === 'after' || relation === 'since'
}

/**
 * Merges two bounds into one period: "after 1953 but before 1960". Undefined where they are two periods: "before 1950
 * and after 1953" have no day in common.
 */
export function intersection(a: Bound, b: Bound): Bound | undefined {
  const [firstTo, secondTo] = [a, b].map(({ to, assumed }) => (assumed ? undefined : to))
  const isOneOpen = [a.from, b.from, firstTo, secondTo].includes(undefined)
  const from = later(a.from, b.from)
  const to = earlier(firstTo, secondTo)
  // "In 1968 after the Pueblo was taken" is limited to 1968; the event only adds a preference.
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
