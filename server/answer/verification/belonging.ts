/**
 * Whether a date or a number of a sentence belongs to what it says: a record that trained 900 and plans 2,500 does not
 * train 2,500. Known by the words around each, for there is no grammar here to ask.
 */
import type { Claim } from './claim.ts'
import { type DateMention, holdsDate, isDay } from './dates.ts'
import { isSameNumber } from './numbers.ts'
import type { Objection } from './objection.ts'
import type { ReadWord } from './read-text.ts'
import type { ReadRecord, ReadSentence } from './record.ts'

/** By so many words more another one's surroundings must agree with the sentence than those of its own. */
const MORE = 2

interface Place {
  /** Words of meaning around it, itself not among them. */
  around: readonly ReadWord[]
  same: boolean
}

export function misattributed(claim: Claim, records: readonly ReadRecord[]): Objection[] {
  const sentences = records.flatMap(({ sentences, title }) => [...sentences, title])
  const numbers = claim.numbers.filter(({ value, unit }) => unit === 'days' || value > 2)
  return [
    ...numbers.flatMap((number): Objection[] => {
      const places = sentences.flatMap((sentence) =>
        sentence.numbers
          .filter(({ kind, unit }) => kind === number.kind && unit === number.unit)
          .map((other) => ({ around: around(sentence, other), same: isSameNumber(number, other) })),
      )
      // "Kim asks for three stations and ninety engineers": who asks says nothing of which number it is.
      const own = around(claim, number).filter(({ written }) => !/^\p{Lu}/u.test(written))
      return belongsElsewhere(own, places) ? [{ check: 'number', text: number.text, certain: false }] : []
    }),
    ...claim.dates.filter(isDayNamed).flatMap((date): Objection[] => {
      // What a record dates itself by is said of all of it.
      if (records.some(({ spans: [own] }) => own && holdsDate([own], date))) return []
      const places = sentences.flatMap((sentence) =>
        sentence.dates
          .filter(isDayNamed)
          .map((other) => ({ around: around(sentence, other), same: isSameDay(date, other) })),
      )
      return belongsElsewhere(around(claim, date), places)
        ? [{ check: 'date', text: date.text, certain: false }]
        : []
    }),
  ]
}

function belongsElsewhere(own: readonly ReadWord[], places: readonly Place[]): boolean {
  const best = (same: boolean) =>
    Math.max(-1, ...places.filter((place) => place.same === same).map(({ around }) => agreement(own, around)))
  const here = best(true)
  return here >= 0 && best(false) >= here + MORE
}

function agreement(own: readonly ReadWord[], others: readonly ReadWord[]): number {
  return own.filter((word) =>
    others.some(
      (other) =>
        other.root === word.root ||
        other.meanings.some((a) => word.meanings.some((b) => a.meaning === b.meaning && a.side === b.side)),
    ),
  ).length
}

/** The words of meaning in the clause of a mention. */
function around(
  { words }: Pick<ReadSentence, 'words'>,
  { start, end }: { start: number; end: number },
): ReadWord[] {
  const inside = words.find((word) => word.end > start)
  return words.filter(
    (word) => word.content && word.clause === inside?.clause && (word.end <= start || word.start >= end),
  )
}

function isDayNamed({ span, day }: DateMention): boolean {
  return day !== undefined || (span !== undefined && isDay(span))
}

/** Of two days, one of them perhaps without a year. */
function isSameDay(a: DateMention, b: DateMention): boolean {
  const partsOf = ({ span, months, day }: DateMention) =>
    span
      ? { month: Number(span.from.slice(5, 7)), day: Number(span.from.slice(8)) }
      : { month: months?.[0], day }
  const [one, other] = [partsOf(a), partsOf(b)]
  return one.month === other.month && one.day === other.day
}
