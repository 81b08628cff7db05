/** The dates of a sentence and of a record, in full ("8 July 1965") or in part ("in October", "that summer"). */
import type { Day } from '../../../corpus/reduced-date.ts'
import { findFullDates } from '../../understanding/time/find-dates.ts'
import { type Span, spanOf } from '../../understanding/time/span.ts'
import { ORDINALS } from './number-words.ts'

export interface DateMention {
  text: string
  start: number
  end: number
  /** The days that it can mean, where it names a year. */
  span?: Span
  /** Where it names none: months of the year (1 to 12), and the day of the month. */
  months?: readonly number[]
  day?: number
}

const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\\.?)'
const YEAR = '(?:19[0-9]{2}|20[0-2][0-9])'
const ORDINAL_DAYS = ORDINALS.slice(1)
const DAY = `(?:[0-3]?[0-9](?:st|nd|rd|th)?|(?:twenty|thirty)-(?:${ORDINAL_DAYS.slice(0, 9).join('|')})|${ORDINAL_DAYS.join('|')}|thirtieth)`
const TO = '(?: to | and | until | till | through | ?[-–—] ?)'
/** Both ends of "8-11 December 1977", "December 4-6, 1991", "30 July to 4 August 1974" are dates of their own. */
const RANGES = [
  new RegExp(`\\b(${DAY})${TO}(?=${DAY} (${MONTH})(?:,? (${YEAR}))?\\b)`, 'gi'),
  new RegExp(`\\b(${DAY} (?:${MONTH}))${TO}(?=${DAY} ${MONTH},? (${YEAR})\\b)`, 'gi'),
  new RegExp(`\\b(${MONTH}) (${DAY})${TO}(${DAY})(?:,? (${YEAR}))?(?![0-9:])`, 'gi'),
]
/** "July 4th statement of 1972": the year comes after the thing. */
const APART = new RegExp(
  `\\b(?:(${MONTH}) (${DAY})|(${DAY}) (${MONTH}))(?= (?:[a-z]+ ){1,3}of (${YEAR})\\b)`,
  'gi',
)
const PART = new RegExp(
  `\\b(?:(?<day>${DAY}) (?:of )?(?<month>${MONTH})|(?<month2>${MONTH}) (?<day2>${DAY})|(?<month3>${MONTH}))(?![\\w-])`,
  'gi',
)
const SEASON = /\b(spring|summer|autumn|winter)\b/gi
const SEASONS: Readonly<Record<string, readonly number[]>> = {
  spring: [3, 4, 5, 6],
  summer: [6, 7, 8, 9],
  autumn: [9, 10, 11, 12],
  winter: [11, 12, 1, 2, 3],
}

export function findDates(written: string): DateMention[] {
  // "mid-September" is read as "mid September"; the length stays.
  const text = written.replace(/\b(mid|early|late)-(?=[A-Z1])/gi, '$1 ')
  const found: DateMention[] = []
  const isFree = (start: number, end: number) =>
    !found.some((other) => start < other.end && other.start < end)
  const add = (mention: Omit<DateMention, 'text'>) => {
    if (isFree(mention.start, mention.end))
      found.push({ ...mention, text: written.slice(mention.start, mention.end) })
  }
  for (const mention of findRanges(text)) add(mention)
  for (const date of findFullDates(text)) add(date)
  for (const match of text.matchAll(PART)) {
    const { day, month, month2, day2, month3 } = match.groups ?? {}
    const name = month ?? month2 ?? month3 ?? ''
    // "may" and "march" are words, too.
    if (!/^\p{Lu}/u.test(name) || (month3 && /^may$/i.test(name) && match.index === 0)) continue
    const written = day ?? day2
    const number = monthNumber(name)
    if (number)
      add({
        start: match.index,
        end: match.index + match[0].length,
        months: [number],
        ...(written ? { day: dayNumber(written) } : {}),
      })
  }
  for (const match of text.matchAll(SEASON))
    add({
      start: match.index,
      end: match.index + match[0].length,
      months: SEASONS[match[1]?.toLowerCase() ?? ''] ?? [],
    })
  return found.sort((a, b) => a.start - b.start)
}

function* findRanges(text: string): Generator<Omit<DateMention, 'text'>> {
  for (const match of text.matchAll(APART)) {
    const [whole, month, day, day2, month2, year] = match
    yield {
      start: match.index,
      end: match.index + whole.length,
      ...dayOf(day ?? day2 ?? '', month ?? month2 ?? '', year),
    }
  }
  const [days, dates, american] = RANGES
  if (!days || !dates || !american) return
  for (const match of text.matchAll(days)) {
    const [, day = '', month = '', year] = match
    yield { start: match.index, end: match.index + day.length, ...dayOf(day, month, year) }
  }
  for (const match of text.matchAll(dates)) {
    const [, date = '', year] = match
    const [day = '', month = ''] = date.split(' ')
    yield { start: match.index, end: match.index + date.length, ...dayOf(day, month, year) }
  }
  for (const match of text.matchAll(american)) {
    const [whole, month = '', first = '', second = '', year] = match
    const start = match.index
    const middle = start + month.length + 1 + first.length
    yield { start, end: middle, ...dayOf(first, month, year) }
    yield { start: middle + 1, end: start + whole.length, ...dayOf(second, month, year) }
  }
}

function dayOf(
  day: string,
  month: string,
  year: string | undefined,
): Pick<DateMention, 'span' | 'months' | 'day'> {
  const number = dayNumber(day)
  const span = year ? spanOf([year, monthNumber(month) ?? 0, number].map(twoDigits).join('-')) : undefined
  return span ? { span } : { months: [monthNumber(month) ?? 0], day: number }
}

/** "8", "8th" and "eighth". */
function dayNumber(written: string): number {
  const figure = Number.parseInt(written, 10)
  if (!Number.isNaN(figure)) return figure
  const [first = '', second] = written.toLowerCase().split('-')
  const tens = /^twent/.test(first) ? 20 : /^thirt(?:y|ieth)/.test(first) ? 30 : 0
  if (tens > 0) return tens + (second ? ORDINAL_DAYS.indexOf(second) + 1 : 0)
  return ORDINAL_DAYS.indexOf(first) + 1
}

function twoDigits(field: string | number): string {
  return String(field).padStart(2, '0')
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

function monthNumber(name: string): number | undefined {
  const index = MONTHS.indexOf(name.slice(0, 3).toLowerCase())
  return index < 0 ? undefined : index + 1
}

/** A date without a year as the days nearest to the record's own date that it can mean; before it, or after, where that is said. */
export function resolveNear(
  { months = [], day }: DateMention,
  near: Day,
  side?: 'before' | 'after',
): Span | undefined {
  const year = Number(near.slice(0, 4))
  const [month] = months
  if (month === undefined) return undefined
  const spans = [year - 1, year, year + 1].flatMap((each) => {
    const text = [each, String(month).padStart(2, '0'), ...(day ? [String(day).padStart(2, '0')] : [])]
    return spanOf(text.join('-')) ?? []
  })
  const distance = ({ from }: Span) => Math.abs(Date.parse(from) - Date.parse(near))
  const possible = side ? spans.filter(({ from }) => (side === 'before' ? from < near : from > near)) : spans
  return possible.sort((a, b) => distance(a) - distance(b))[0]
}

/** A whole year named in a record says nothing of a day or a month in it. */
const PRECISE = 100

/** Whether the record's spans hold the date: by overlap, or without a year by month and day. */
export function holdsDate(all: readonly Span[], { span, months = [], day }: DateMention): boolean {
  const precise = !span || lengthOf(span) < PRECISE
  // The first span is the record's own date, which may be no more precise.
  // A record dated to the month or year says nothing of a day in it where it names other days itself.
  const vague = day !== undefined && all.slice(1).some(isDay) && all[0] !== undefined && !isDay(all[0])
  const spans = precise ? all.filter((each, index) => (index === 0 ? !vague : lengthOf(each) < PRECISE)) : all
  if (span) {
    const overlapping = spans.filter(({ from, to }) => from <= span.to && span.from <= to)
    // A month says nothing of a day in it where the record gives other days of that month.
    const days = spans.filter(
      ({ from, to }) => to <= addDays(from, 31) && !isMonth({ from, to }) && sameMonth(from, span.from),
    )
    return isDay(span) && days.length > 0
      ? overlapping.some((each) => days.includes(each))
      : overlapping.length > 0
  }
  return spans.some((each) =>
    months.some((month) =>
      yearsOf(each).some(
        (year) =>
          coversMonth(each, year, month, day) &&
          (day === undefined || !isMonth(each) || !namesDayOf(spans, month)),
      ),
    ),
  )
}

/** Whether a day is borne by no more than the month or year in which it lies: "14 December" by "in December". */
export function isMoreExact(all: readonly Span[], date: DateMention): boolean {
  if (date.day === undefined && !(date.span && isDay(date.span))) return false
  return !holdsDate(
    all.filter((each) => lengthOf(each) < SHORTEST_MONTH),
    date,
  )
}

/** Less one, in days: the distance from a month's first day to its last. */
const SHORTEST_MONTH = 27

function yearsOf({ from, to }: Span): number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  return Array.from({ length: Math.min(last - first, 10) + 1 }, (_, index) => first + index)
}

function coversMonth({ from, to }: Span, year: number, month: number, day: number | undefined): boolean {
  const text = `${year}-${String(month).padStart(2, '0')}`
  if (day === undefined) return from.slice(0, 7) <= text && text <= to.slice(0, 7)
  const date = `${text}-${String(day).padStart(2, '0')}`
  return from <= date && date <= to
}

function lengthOf({ from, to }: Span): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}

export function isDay({ from, to }: Span): boolean {
  return from === to
}

function isMonth({ from, to }: Span): boolean {
  return lengthOf({ from, to }) >= 4 && sameMonth(from, to) && from !== to && lengthOf({ from, to }) > 9
}

function sameMonth(a: Day, b: Day): boolean {
  return a.slice(0, 7) === b.slice(0, 7)
}

function namesDayOf(spans: readonly Span[], month: number): boolean {
  return spans.some((each) => isDay(each) && Number(each.from.slice(5, 7)) === month)
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}
