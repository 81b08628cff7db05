/** The parts of an answer, each with a heading: the sides of a comparison, or ranges of years of a chronology. */
import type { ArchiveDocument } from '../../../corpus/document.ts'
import { entityKey } from '../../../corpus/names/entity.ts'
import { yearOf } from '../../../corpus/reduced-date.ts'
import type { Archive } from '../../archive/archive.ts'
import { isInAnyPeriod } from '../../retrieval/signals.ts'
import type { Side } from '../../understanding/comparison-sides.ts'
import type { FoundDocument } from './read-sentences.ts'

export interface Part {
  heading: string
  /** Shown where the part has no quotation; without a note such a part is left out. */
  silence?: string
  /** How well a sentence of a document fits the part; 0 if not at all. */
  fit(document: ArchiveDocument, text: string): number
}

/** Scores for the position of a side's name: maker of the record, in the sentence, in the title, elsewhere in the record. */
const AS_MAKER = 5
const IN_SENTENCE = 4
const IN_TITLE = 2
const IN_RECORD = 1

export function partsOfSides(sides: readonly Side[], archive: Archive): Part[] {
  return sides.map(({ label, name, period }) => ({
    heading: label,
    silence: 'No document here speaks to this side closely enough to quote.',
    fit(document, text) {
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
        AS_MAKER * Number(made) +
        IN_SENTENCE * Number(named(text)) +
        IN_TITLE * Number(keys.some((key) => record?.titleEntities.has(key))) +
        IN_RECORD * Number(keys.some((key) => record?.entities.has(key)))
      )
    },
  }))
}

/** Limits for ranges of years; the ranges are found from the best documents only. */
const MAX_STRETCHES = 4
const STRETCHED_DOCUMENTS = 24

/**
 * Splits the found documents into ranges of years at the largest gaps between their dates. Reason: one search favours the
 * wording of one time (HistoRAG, arXiv 2606.18103). Empty where first and last year differ by less than two.
 */
export function stretchesOf(documents: readonly FoundDocument[]): Part[] {
  const years = documents
    .slice(0, STRETCHED_DOCUMENTS)
    .map(({ document }) => yearOf(document.date))
    .sort((a, b) => a - b)
  const gaps = years
    .slice(1)
    .map((year, index) => ({ after: years[index] ?? year, before: year, gap: year - (years[index] ?? year) }))
    .filter(({ gap }) => gap > 0)
    .sort((a, b) => b.gap - a.gap)
    .slice(0, MAX_STRETCHES - 1)
    .sort((a, b) => a.after - b.after)
  const [first, last] = [years.at(0), years.at(-1)]
  if (gaps.length === 0 || first === undefined || last === undefined || last - first < 2) return []
  const starts = [first, ...gaps.map(({ before }) => before)]
  const ends = [...gaps.map(({ after }) => after), last]
  return starts.map((from, index) => {
    const to = ends[index] ?? last
    return {
      heading: from === to ? String(from) : `${from} to ${to}`,
      fit: ({ date }) => Number(yearOf(date) >= from && yearOf(date) <= to),
    }
  })
}

/** The part that a sentence fits best; undefined if it fits none. */
export function partOf(parts: readonly Part[], document: ArchiveDocument, text: string): Part | undefined {
  let best: { part: Part; fit: number } | undefined
  for (const part of parts) {
    const fit = part.fit(document, text)
    if (fit > (best?.fit ?? 0)) best = { part, fit }
  }
  return best?.part
}
