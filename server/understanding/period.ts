/**
 * Periods that a question names: days, months, seasons, years, decades and their parts, ranges, "before", "after" and
 * "since", in words or reckoned from an event, a reign or a death that the authority file dates.
 */
import type { LinkedName } from '../../corpus/names/name-linker.ts'
import type { Day } from '../../corpus/reduced-date.ts'
import { MONTH, readTime, type Span, spanOf, TIME, YEAR } from './time-expression.ts'

export interface Period {
  /** First and last day, both included; an open end is absent. */
  from?: Day
  to?: Day
  /** The words of the question that say so, and where they stand. */
  text: string
  start: number
  end: number
  /**
   * Whether the question bounds itself to it ("in 1984", "before 1966"): then documents of the period come before all
   * others. "The purge of 1956" or "after the raid" only prefer them.
   */
  hard: boolean
}

const RANGE = new RegExp(
  `\\b(?:(?<open>between|from) )?(?<first>${TIME})(?: (?:to|and|until|till|through) | ?[-–—] ?)(?<second>${TIME})(?!\\w)`,
  'gi',
)
const HALF_RANGE = new RegExp(
  `\\b(?:between|from) (?<month>${MONTH}) (?:to|and|until) (?<second>${MONTH} (?:of )?${YEAR})(?!\\w)`,
  'gi',
)
const POINT = new RegExp(
  `(?:\\b(?<relation>(?:what|how) about|before|prior to|until|till|up to|by|after|since|from|following|as of|around|about|circa|in|during|throughout|within|of) (?:the year )?)?\\b(?<atom>${TIME})(?<onwards> onwards?| on\\b)?(?!\\w)`,
  'gi',
)

/** The periods named in the question, in order. Names linked in it lend their dates ("after the axe murder"). */
export function findPeriods(question: string, names: readonly LinkedName[]): Period[] {
  const found: Period[] = []
  const add = (period: Period) => {
    const overlaps = found.some(({ start, end }) => period.start < end && start < period.end)
    if (!overlaps) found.push(period)
  }
  for (const match of question.matchAll(HALF_RANGE)) {
    const second = readTime(match.groups?.second ?? '')
    const first = second && readTime(`${match.groups?.month} ${second.to.slice(0, 4)}`)
    if (first && second) add({ from: first.from, to: second.to, ...placeOf(match), hard: true })
  }
  for (const match of question.matchAll(RANGE)) {
    const [first, second] = [readTime(match.groups?.first ?? ''), readTime(match.groups?.second ?? '')]
    if (first && second && first.from <= second.to)
      add({ from: first.from, to: second.to, ...placeOf(match), hard: true })
  }
  for (const match of question.matchAll(POINT)) {
    const span = readTime(match.groups?.atom ?? '')
    if (span)
      add(
        related(span, match.groups?.relation?.toLowerCase(), Boolean(match.groups?.onwards), placeOf(match)),
      )
  }
  for (const period of periodsOfNames(question, names)) add(period)
  return found.sort((a, b) => a.start - b.start)
}

type Place = Pick<Period, 'text' | 'start' | 'end'>

/** Months either side that "around" takes in. */
const AROUND = 12

/** Seasons have no first day: papers of June belong to a matter of the spring. They prefer, and do not bound. */
const SEASON_NAMED = /\b(?:spring|summer|autumn|fall|winter)\b/i

function related(span: Span, relation: string | undefined, onwards: boolean, place: Place): Period {
  if (onwards) return { from: span.from, ...place, hard: true }
  switch (relation) {
    case 'before':
    case 'prior to':
      return { to: dayBefore(span.from), ...place, hard: true }
    case 'until':
    case 'till':
    case 'up to':
    case 'by':
      return { to: span.to, ...place, hard: relation !== 'by' }
    case 'after':
    case 'following':
      return { from: dayAfter(span.to), ...place, hard: true }
    case 'since':
    case 'as of':
      return { from: span.from, ...place, hard: true }
    case 'around':
    case 'about':
    case 'circa':
      return {
        from: shiftMonths(span.from, -AROUND),
        to: shiftMonths(span.to, AROUND),
        ...place,
        hard: false,
      }
    case 'what about':
    case 'how about':
    case 'in':
    case 'from':
    case 'during':
    case 'throughout':
    case 'within':
      return { ...span, ...place, hard: !SEASON_NAMED.test(place.text) }
    default:
      return { ...span, ...place, hard: false }
  }
}

/** How long the time "after" an event lasts where nothing else is said, in months. */
const AFTERMATH = 24

/** How long the time is that an event casts its shadow on, in months. */
const EVE = 12

function* periodsOfNames(question: string, names: readonly LinkedName[]): Generator<Period> {
  for (const { entities, start, end } of names) {
    const dated = entities.find(({ period, died }) => period || died)
    if (!dated) continue
    const before = question.slice(0, start)
    const after = question.slice(end)
    const died = dated.died && /^['’]s? death\b|^ died\b/i.exec(after)
    const span =
      died && dated.died
        ? spanOf(dated.died, dated.died)
        : dated.period && spanOf(dated.period.from, dated.period.to)
    if (!span) continue
    const until = end + (died ? died[0].length : 0)
    const relation =
      /\b(on the eve of|before|prior to|after|following|since|during|throughout|under|in the (?:\w+ )?(?:month|year|week|days|months|years|weeks) (?:after|following))(?: the)? $/i
        .exec(before)?.[1]
        ?.toLowerCase()
    const place = (from: number) => ({ text: question.slice(from, until), start: from, end: until })
    const reign = dated.kind === 'person' && !died
    const last = reign && /\b(?:the )?last (?:years?|months?) of $/i.exec(before)
    if (last) yield { from: shiftMonths(span.to, -36), to: span.to, ...place(last.index), hard: false }
    else if (
      reign &&
      (relation === 'under' ||
        /^(?:['’]s?)? (?:presidency|administration|years|era|rule|reign|time)\b/i.test(after))
    )
      yield {
        ...span,
        ...place(relation === 'under' ? before.lastIndexOf(lastWord(before)) : start),
        hard: false,
      }
    else if (!reign && relation) {
      const at = before.toLowerCase().lastIndexOf(relation)
      if (/eve/.test(relation))
        yield { from: shiftMonths(span.from, -EVE), to: dayBefore(span.from), ...place(at), hard: false }
      else if (/before|prior/.test(relation)) yield { to: dayBefore(span.from), ...place(at), hard: false }
      else if (/during|throughout/.test(relation)) yield { ...span, ...place(at), hard: false }
      else if (/since/.test(relation)) yield { from: span.from, ...place(at), hard: false }
      else
        yield { from: span.from, to: shiftMonths(span.to, monthsAfter(relation)), ...place(at), hard: false }
    }
  }
}

function monthsAfter(relation: string): number {
  if (/month|week|days/.test(relation)) return 2
  return /year/.test(relation) ? 12 : AFTERMATH
}

function lastWord(text: string): string {
  return text.trimEnd().split(' ').at(-1) ?? ''
}

function placeOf(match: RegExpMatchArray): Place {
  const start = match.index ?? 0
  return { text: match[0], start, end: start + match[0].length }
}

function dayBefore(day: Day): Day {
  return shiftDays(day, -1)
}

function dayAfter(day: Day): Day {
  return shiftDays(day, 1)
}

function shiftDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

function shiftMonths(day: Day, months: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + months)
  return date.toISOString().slice(0, 10)
}
