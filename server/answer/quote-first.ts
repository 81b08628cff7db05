/** What is quoted of the document that a question is about: its closest sentences, or where all is asked for, all. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import type { Calibration } from '../archive/calibration.ts'
import type { ScoredSentence } from '../retrieval/sentences.ts'
import { antecedents } from './antecedents.ts'
import { MOST_FROM_ONE, MOST_SENTENCES } from './length.ts'

/** The document that a question is about: it is quoted before all others. */
export interface First {
  document: ArchiveDocument
  /** Closest to the question first; none where it does not speak to the question. */
  sentences: readonly ScoredSentence[]
  /** Whether all of it is asked for. */
  whole: boolean
}

export function quoteFirst(
  { sentences, whole }: First,
  { ofAsked }: Pick<Calibration['quotation'], 'ofAsked'>,
): ScoredSentence[] {
  if (whole) return [...sentences].sort((a, b) => a.ordinal - b.ordinal).slice(0, MOST_SENTENCES)
  const best = sentences[0]?.score ?? 0
  const chosen: ScoredSentence[] = []
  for (const sentence of sentences) {
    if (sentence.score < best * ofAsked) break
    const group = [...antecedents(sentence, sentences), sentence].filter((member) => !chosen.includes(member))
    // The closest one is quoted however many sentences it leans on.
    if (chosen.length === 0 || chosen.length + group.length <= MOST_FROM_ONE) chosen.push(...group)
  }
  return chosen
}
