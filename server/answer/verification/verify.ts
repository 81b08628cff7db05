/** Judges whether a sentence is supported by the records that it cites, without a language model. */
import { splitClauses } from './clauses.ts'
import { type DateMention, findDates, holdsDate } from './dates.ts'
import { findActs, misdirected } from './direction.ts'
import { closest, coverageOf } from './meaning.ts'
import { missingNames } from './names.ts'
import { findNumbers, isSameNumber, type NumberMention } from './numbers.ts'
import { readText } from './read-text.ts'
import { daysBetween, type Knowledge, type ReadRecord } from './record.ts'
import { denials, overstatements } from './strength.ts'

/** What is found wrong with a sentence, and how near it is to its records. */
export interface Signs {
  missingDates: DateMention[]
  missingNumbers: NumberMention[]
  missingNames: { text: string; certain: boolean }[]
  denials: ReturnType<typeof denials>
  overstatements: ReturnType<typeof overstatements>
  misdirected: { text: string; finding: string }[]
  /** Cosine of the sentence with the nearest passage, and of the clause that is farthest from any. */
  similarity: number
  leastSimilarity: number
  coverage: number
  leastCoverage: number
  gap: number
  found: { record: number; sentence: number }[]
}

export async function signsOf(
  sentence: string,
  records: readonly ReadRecord[],
  knowledge: Knowledge,
): Promise<Signs> {
  const { linker, lexicon } = knowledge
  const dates = findDates(sentence)
  const names = linker.link(sentence)
  const words = readText(sentence)
  const numbers = findNumbers(sentence, dates)
  const clauses = splitClauses(sentence)
  const vectors = await knowledge.embed(clauses.length > 1 ? [sentence, ...clauses] : [sentence])
  const near = vectors.map((vector) => closest(vector, records))
  const recordWords = records.flatMap((record) => [
    ...record.sentences.flatMap(({ words }) => words),
    ...record.title.words,
    ...readText(`${record.document.type}; ${record.document.subjects.join('; ')}`),
  ])
  const isChecked = (word: { start: number }) =>
    [...dates, ...numbers, ...names].some(({ start, end }) => start <= word.start && word.start < end)
  const borders = clauses.map((clause) => sentence.indexOf(clause))
  const clauseOf = (word: { start: number }) => borders.filter((border) => border <= word.start).length
  const coverage = coverageOf(words, isChecked, recordWords, lexicon, clauseOf)
  const spans = records.flatMap((record) => record.spans)
  const inRecords = records.flatMap((record) => record.numbers)
  const summaryWords = records.flatMap(({ sentences, title }) => [...sentences.flatMap((each) => each.words), ...title.words])
  const family = new Map(records.flatMap((record) => [...record.family]))
  const acts = findActs({ text: sentence, words, names }, family)
  const recordedActs = records.flatMap((record) =>
    [...record.sentences, record.title].flatMap((each) => findActs(each, record.family)),
  )
  return {
    missingDates: dates.filter((date) => !holdsDate(spans, date)),
    missingNumbers: numbers.filter(
      (number) =>
        !(number.kind === 'count' && number.value === 1 && !number.unit) &&
        !inRecords.some((other) => isSameNumber(number, other)) &&
        !isReckoned(number, sentence, spans),
    ),
    missingNames: missingNames(sentence, names, records, knowledge),
    denials: denials(words.filter((word) => !isChecked(word)), summaryWords),
    overstatements: overstatements(words, summaryWords),
    misdirected: misdirected(acts, recordedActs),
    similarity: near[0]?.similarity ?? 0,
    leastSimilarity: Math.min(...near.map(({ similarity }) => similarity)),
    coverage: coverage.whole,
    leastCoverage: coverage.least,
    gap: coverage.gap,
    found: near.flatMap(({ record, sentence }) => (sentence === undefined ? [] : [{ record, sentence }])),
  }
}

/** Lengths of time that a reader reckons from two dates of the record: "two years later". */
function isReckoned(
  { unit, value, end }: NumberMention,
  sentence: string,
  spans: ReadRecord['spans'],
): boolean {
  if (unit !== 'days' || !/^\W*\w*\W*(?:\w+\W+)?(?:later|earlier|before|after|ago|since|previously|from)\b/.test(sentence.slice(end)))
    return false
  return spans.some((a) =>
    spans.some((b) => a !== b && Math.abs(daysBetween(a.from, b.from) - value) <= Math.max(1, value * 0.1)),
  )
}
