/** Numbers that a reader reckons, which stand nowhere: "two years later", "the two sides". */
import type { Span } from '../../understanding/time-expression.ts'
import { isDay } from './dates.ts'
import type { NumberMention } from './numbers.ts'
import { daysBetween } from './record.ts'

/** Reckoned times may be off by a tenth. */
const ROUNDING = 0.1

/** Whether two dates of the record lie so far from each other, or a date in it is the day that stands alone ("the 28th"). */
export function isReckoned(number: NumberMention, spans: readonly Span[]): boolean {
  const { value, kind, unit } = number
  if (kind === 'ordinal') return spans.some((span) => isDay(span) && Number(span.from.slice(8)) === value)
  if (unit !== 'days') return false
  const years = Math.round(value / 365)
  return spans.some((a) =>
    spans.some(
      (b) =>
        a !== b &&
        // Both ends count in "a five-day visit".
        (daysBetween(a.from, b.to) + 1 === value ||
          Math.abs(daysBetween(a.from, b.from) - value) <= Math.max(1, value * ROUNDING) ||
          Math.abs(daysBetween(a.from, b.to) - value) <= 1 ||
          (years > 0 && Number(b.from.slice(0, 4)) - Number(a.from.slice(0, 4)) === years)),
    ),
  )
}

/** Whether it is a length of time before or after something. */
export function isReckonable({ unit, end }: NumberMention, sentence: string): boolean {
  const after = sentence.slice(end).replace(/^\s*\p{L}+/u, '')
  return unit === 'days' && /^\W*(?:later|earlier|before|after|ago|since|previously|from)\b/.test(after)
}

/** What a reader counts up: "three things", "two ends". */
const COUNTED =
  /^\s*(?:\p{L}+\s+)?(?:things|points|questions|reasons|ends|aims|purposes|grounds|motives|respects|ways|matters|issues|steps|tasks|conditions|requests|demands|occasions)\b/iu
const MOST_COUNTED = 3

/** "The two sides" are those named before; no number is claimed. Nor is one in "one of them". */
export function isReference({ value, kind, unit, start, end }: NumberMention, sentence: string): boolean {
  if (kind !== 'count' || unit) return false
  if (value <= MOST_COUNTED && COUNTED.test(sentence.slice(end))) return true
  return (
    value === 1 || (value === 2 && /\b(?:the|these|those|their|both|in)\s+$/i.test(sentence.slice(0, start)))
  )
}
