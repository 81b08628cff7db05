/** All that speaks for and against a sentence: what the records lack of it, what they contradict, and how near they are. */

import { findActs } from './acts.ts'
import { misattributed } from './belonging.ts'
import type { Claim, Mentions } from './claim.ts'
import { holdsDate, isMoreExact } from './dates.ts'
import { denials } from './denials.ts'
import { misdirected } from './direction.ts'
import { aboutAsClose, carrying, closest, coverageOf, type Nearness } from './meaning.ts'
import { missingNames } from './names.ts'
import type { NumberMention } from './number-mention.ts'
import { isSameNumber } from './numbers.ts'
import type { Objection } from './objection.ts'
import {
  isLoose,
  isOneMore,
  isOneUnit,
  isReckonable,
  isReckoned,
  isReference,
  mayBeCounted,
} from './reckoning.ts'
import type { Knowledge, ReadRecord } from './record.ts'
import { overstatements } from './strength.ts'
import { displaced } from './whereabouts.ts'

/** From this share of its words a sentence is carried by its records but for what is wrong with it. */
export const WELL_CARRIED = 0.75

export interface Signs {
  english: boolean
  objections: Objection[]
  nearness: Nearness
  /** The records' sentences that are nearest to the sentence and to each of its clauses; `sentence` −1 is the title. */
  found: { record: number; sentence: number; similarity: number }[]
  /** Share of its words that one sentence of the records carries, the one that carries most. */
  carried: number
}

export function signsOf(claim: Claim, records: readonly ReadRecord[], knowledge: Knowledge): Signs {
  const { dates, numbers, names, words, vectors, english } = claim
  const near = vectors.map((vector) => closest(vector, records))
  const content = words.filter((word) => word.content)
  const carriers = carrying(content, records)
  const nearWords = [...near, ...carriers.slice(0, 1)].flatMap(
    ({ record, sentence }) => records[record]?.sentences[sentence]?.words ?? [],
  )
  const told = records.flatMap(({ sentences, title }) => [...sentences, title].flatMap(({ words }) => words))
  const isChecked = ({ start }: { start: number }) =>
    [...dates, ...numbers, ...names].some((each) => each.start <= start && start < each.end)
  const unchecked = content.filter((word) => !isChecked(word))
  const coverage = coverageOf(
    unchecked,
    [...told, ...records.flatMap(({ listed }) => listed)],
    knowledge.lexicon,
  )
  const similarities = near.map(({ similarity }) => similarity)
  return {
    english,
    objections: [
      ...missingFrom(claim, records, knowledge),
      ...misattributed(claim, records),
      ...displaced(
        claim,
        [...near, ...carriers.slice(0, 1)].flatMap(
          ({ record, sentence }) => records[record]?.sentences[sentence] ?? [],
        ),
        records,
      ),
      ...denials(
        words.filter((word) => !isChecked(word)),
        nearWords,
        told,
      ),
      ...overstatements(words, nearWords, told, coverage.coverage >= WELL_CARRIED),
      ...objectionsToActs(claim, records, near),
    ],
    nearness: {
      ...coverage,
      similarity: Math.min(...similarities),
      words: unchecked.length,
      length: Math.log(content.length + 1),
    },
    found: [
      ...near,
      ...carriers,
      ...vectors.flatMap((vector, index) =>
        aboutAsClose(vector, records, similarities[index] ?? 0, knowledge.calibration.asClose),
      ),
    ],
    carried: carriers[0]?.similarity ?? 0,
  }
}

/** Dates, numbers and names that none of the records has. */
export function missingFrom(
  { text, dates, numbers, names, words }: Mentions,
  records: readonly ReadRecord[],
  knowledge: Knowledge,
): Objection[] {
  return [
    ...dates.flatMap((date): Objection[] => {
      const { text, span, day } = date
      const bearing = records.filter(({ spans }) => holdsDate(spans, date))
      if (bearing.length === 0) return [{ check: 'date', text, certain: Boolean(span ?? day) }]
      return bearing.every(({ spans }) => isMoreExact(spans, date))
        ? [{ check: 'date', text, certain: false }]
        : []
    }),
    ...missingNumbers(text, numbers, records),
    ...missingNames({ text, dates, names, words }, records, knowledge),
  ]
}

function missingNumbers(
  sentence: string,
  numbers: readonly NumberMention[],
  records: readonly ReadRecord[],
): Objection[] {
  return numbers
    .filter(
      (number) =>
        !isReference(number, sentence) &&
        !records.some(
          (record) =>
            record.numbers.some((other) => isSameNumber(number, other)) ||
            isOneUnit(number, record.words) ||
            isOneMore(number, record) ||
            isReckoned(number, sentence, record.spans),
        ),
    )
    .map((number) => ({
      check: 'number',
      text: number.text,
      // Of two things and of the second one it is often said without a number in the record.
      certain:
        !isReckonable(number, sentence) &&
        !isLoose(number, sentence) &&
        !records.some(({ sentences }) =>
          mayBeCounted(
            number,
            sentences.map(({ text }) => text),
          ),
        ) &&
        !(number.value <= 2 && number.kind !== 'share' && !number.unit),
    }))
}

function objectionsToActs(
  read: Mentions,
  records: readonly ReadRecord[],
  near: readonly { record: number; sentence: number }[],
): Objection[] {
  const family = new Map(records.flatMap((record) => [...record.family]))
  const recorded = records.flatMap(({ acts }) => [...acts.values()].flat())
  const nearest = near.flatMap(({ record, sentence }) => records[record]?.acts.get(sentence) ?? [])
  return misdirected(findActs(read, family), recorded, nearest).map(({ text, finding }) => ({
    check: 'direction',
    text,
    certain: finding === 'reversed',
  }))
}
