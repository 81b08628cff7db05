/** Numbers that a reader reckons, which stand nowhere: "two years later", "the two sides". */
import type { Span } from '../../understanding/time/span.ts'
import { isDay } from './dates.ts'
import type { NumberMention } from './number-mention.ts'
import { DAYS } from './number-words.ts'
import { daysBetween } from './record.ts'

/** Reckoned times may be off by a tenth. */
const ROUNDING = 0.1

/**
 * Whether the record's dates bear out what a reader counts from them: how far two lie from each other ("two years later",
 * "within four days"), how long a stretch takes ("a five-day visit"), the day that stands alone ("the 28th").
 */
export function isReckoned(number: NumberMention, sentence: string, spans: readonly Span[]): boolean {
  const { value, kind, unit } = number
  if (kind === 'ordinal') return spans.some((span) => isDay(span) && Number(span.from.slice(8)) === value)
  if (unit !== 'days') return false
  // Both ends count in a stretch.
  if (spans.some(({ from, to }) => from !== to && daysBetween(from, to) + 1 === value)) return true
  if (!isReckonable(number, sentence) && !/\bwithin $/i.test(sentence.slice(0, number.start))) return false
  const years = Math.round(value / 365)
  return spans.some((a) =>
    spans.some(
      (b) =>
        a !== b &&
        (Math.abs(daysBetween(a.from, b.from) - value) <= Math.max(1, value * ROUNDING) ||
          Math.abs(daysBetween(a.from, b.to) - value) <= 1 ||
          (years > 0 && Number(b.from.slice(0, 4)) - Number(a.from.slice(0, 4)) === years)),
    ),
  )
}

/** Whether it is a length of time before or after something. */
export function isReckonable({ unit, end }: NumberMention, sentence: string): boolean {
  const after = sentence.slice(end).replace(/^\s*\p{L}+/u, '')
  return (
    unit === 'days' &&
    /^\W*(?:later|earlier|before|after|ago|since|previously|from|on,|apart|separated?|lay between|(?:had |has |have )?(?:gone by|passed|elapsed))(?!\p{L})/u.test(
      after,
    )
  )
}

/** "Within twelve months" where the record has "in the past year". */
export function isOneUnit({ value, unit }: NumberMention, words: ReadonlySet<string>): boolean {
  return (
    unit === 'days' &&
    Object.entries(DAYS).some(([name, days]) => words.has(name) && Math.abs(value - days) < days / 100)
  )
}

/** Numbers that a record often gives in other words: "three others", "at nine", "the first four months". */
export function isLoose({ start, end }: NumberMention, sentence: string): boolean {
  const [before, after] = [sentence.slice(0, start), sentence.slice(end)]
  return (
    /^ (?:others?|more|further|(?:\p{L}+ )?(?:later|earlier))\b/u.test(after) ||
    (/\bat $/i.test(before) && /^(?:[,.;]| o['’]clock| and\b| in the\b|$)/.test(after)) ||
    /\b(?:first|last|next|past) $/i.test(before)
  )
}

/** What a reader counts up: "three things", "two ends". */
const COUNTED =
  /^\s*(?:\p{L}+\s+)?(?:things|points|questions|reasons|ends|aims|purposes|grounds|motives|respects|ways|matters|issues|steps|tasks|conditions|requests|demands|occasions)\b/iu
const MOST_COUNTED = 3

/** "The two sides" are those named before; no number is claimed. Nor is one in "one of them". */
export function isReference(
  { value, kind, unit, start, end, text }: NumberMention,
  sentence: string,
): boolean {
  // "Third, a congress was held" counts what is told.
  if (kind === 'ordinal' && start === 0 && sentence[end] === ',') return true
  if (kind !== 'count' || unit) return false
  // "At 0400", "1530 hours": the time of a day.
  if (/^(?:[01]\d|2[0-3])[0-5]\d$/.test(text) && isTimeOfDay(sentence, start, end)) return true
  if (value <= MOST_COUNTED && COUNTED.test(sentence.slice(end))) return true
  if (isEnumerated(value, sentence.slice(end))) return true
  return (
    value === 1 || (value === 2 && /\b(?:the|these|those|their|both|in)\s+$/i.test(sentence.slice(0, start)))
  )
}

/** "With fifteen others" are sixteen; the record's text is read for it. */
export function isOneMore({ value, kind, unit }: NumberMention, { numbers, text }: CountedText): boolean {
  return (
    kind === 'count' &&
    !unit &&
    numbers.some(
      (other) =>
        other.kind === 'count' && other.value + 1 === value && /^ others?\b/.test(text.slice(other.end)),
    )
  )
}

export interface CountedText {
  text: string
  numbers: readonly NumberMention[]
}

/** "A, B and C": pieces of a list have few words, but for the first and the last. */
const LISTED = /(?:[^,;:.()]+,\s+)+(?:[^\s,;:.()]+\s+){1,6}?(?=and\s)/g
const MOST_WORDS = 6

/** Whether the record lists so many, as "its foreign, defence and interior ministries" are three: a reader may have counted. */
export function mayBeCounted({ value, kind, unit }: NumberMention, sentences: readonly string[]): boolean {
  if (kind !== 'count' || unit) return false
  return sentences.some((sentence) =>
    [...sentence.matchAll(LISTED)].some(([list]) => {
      const pieces = list.split(/,\s+/).reverse()
      const long = pieces.findIndex((piece) => piece.split(/\s+/).length > MOST_WORDS)
      const listed = (long < 0 ? pieces.length : long + 1) + 1
      // What stands first may only lead to the list: "In Moscow, A, B and C".
      return value === listed || (listed > 3 && value === listed - 1)
    }),
  )
}

function isTimeOfDay(sentence: string, start: number, end: number): boolean {
  return (
    /\b(?:at|by|until|from|before|after|about|around) $/i.test(sentence.slice(0, start)) ||
    /^ ?(?:hours|hrs|h|[ap]\.?m)\b/i.test(sentence.slice(end))
  )
}

/** "Three sports had come up: table tennis, archery and football." */
function isEnumerated(value: number, after: string): boolean {
  const list = /[:–—]\s*([^:.;]+)[.;]?\s*$/.exec(after)?.[1]
  return list !== undefined && list.split(/,\s*(?:and\s+)?|\s+and\s+/).length === value
}
