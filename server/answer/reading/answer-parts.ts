/** The parts of an answer, each with a heading: the sides of a comparison, or ranges of years of a chronology. */
import type { ArchiveDocument } from '../../../corpus/document.ts'
import { entityKey } from '../../../corpus/names/entity.ts'
import { yearOf } from '../../../corpus/reduced-date.ts'
import type { Archive } from '../../archive/archive.ts'
import { isInAnyPeriod } from '../../retrieval/signals.ts'
import type { ComparisonSide } from '../../understanding/comparison-sides.ts'
import type { FoundDocument } from './read-sentences.ts'

export interface AnswerPart {
  heading: string
  /** Shown where the part has no quotation; without a note such a part is left out. */
  emptyNote?: string
  /** How well a sentence of a document fits the part; 0 if not at all. */
  fitScore(document: ArchiveDocument, text: string): number
}

/** Scores for the position of a side's name: maker of the record, in the sentence, in the title, elsewhere in the record. */
const MAKER_SCORE = 5
const IN_SENTENCE_SCORE = 4
const IN_TITLE_SCORE = 2
const IN_RECORD_SCORE = 1

export function partsForSides(sides: readonly ComparisonSide[], archive: Archive): AnswerPart[] {
  return sides.map(({ label, name, period }) => ({
    heading: label,
    emptyNote: 'No document here speaks to this side closely enough to quote.',
    fitScore(document, text) {
      if (period) return Number(isInAnyPeriod(document, [period]))
      const keys = name?.entities.map(entityKey) ?? []
      const number = archive.index.numberOf.get(document.id)
      const record = number === undefined ? undefined : archive.index.documents[number]
      const named = (words: string) =>
        archive.linker
          .link(words)
          .some(({ entities }) => entities.some((entity) => keys.includes(entityKey(entity))))
      const maker = number === undefined ? undefined : archive.facts.makers.makerOf(number)
      const made = keys.some((key) => key === maker?.of || maker?.people.includes(key))
      return (
        MAKER_SCORE * Number(made) +
        IN_SENTENCE_SCORE * Number(named(text)) +
        IN_TITLE_SCORE * Number(keys.some((key) => record?.titleEntities.has(key))) +
        IN_RECORD_SCORE * Number(keys.some((key) => record?.entities.has(key)))
      )
    },
  }))
}

/** Limits for ranges of years; the ranges are found from the best documents only. */
const MAX_YEAR_RANGES = 4
const MAX_DOCUMENTS_FOR_YEAR_RANGES = 24

/**
 * Splits the found documents into ranges of years at the largest gaps between their dates. Reason: one search favours the
 * wording of one time (HistoRAG, arXiv 2606.18103). Empty where first and last year differ by less than two.
 */
export function yearRangeParts(documents: readonly FoundDocument[]): AnswerPart[] {
  const years = documents
    .slice(0, MAX_DOCUMENTS_FOR_YEAR_RANGES)
    .map(({ document }) => yearOf(document.date))
    .sort((a, b) => a - b)
  const gaps = years
    .slice(1)
    .map((year, index) => ({ after: years[index] ?? year, before: year, gap: year - (years[index] ?? year) }))
    .filter(({ gap }) => gap > 0)
    .sort((a, b) => b.gap - a.gap)
    .slice(0, MAX_YEAR_RANGES - 1)
    .sort((a, b) => a.after - b.after)
  const [first, last] = [years.at(0), years.at(-1)]
  if (gaps.length === 0 || first === undefined || last === undefined || last - first < 2) return []
  const starts = [first, ...gaps.map(({ before }) => before)]
  const ends = [...gaps.map(({ after }) => after), last]
  return starts.map((from, index) => {
    const to = ends[index] ?? last
    return {
      heading: from === to ? String(from) : `${from} to ${to}`,
      fitScore: ({ date }) => Number(yearOf(date) >= from && yearOf(date) <= to),
    }
  })
}

/** The part that a sentence fits best; undefined if it fits none. */
export function bestPart(
  parts: readonly AnswerPart[],
  document: ArchiveDocument,
  text: string,
): AnswerPart | undefined {
  let best: { part: AnswerPart; fit: number } | undefined
  for (const part of parts) {
    const fit = part.fitScore(document, text)
    if (fit > (best?.fit ?? 0)) best = { part, fit }
  }
  return best?.part
}
