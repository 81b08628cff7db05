/** Chooses the sentences to quote: those that answer, each with the sentences before it that it depends on. */
import type { ReaderCalibration } from '../../archive/reader-calibration.ts'
import { isNearDuplicateText } from '../../retrieval/near-duplicate-text.ts'
import { isDependent } from './dependent-sentence.ts'
import type { RatedSentence } from './sentence-relevance.ts'

/** Limits of one answer; it should read in a minute. */
const MAX_QUOTED_DOCUMENTS = 8
const MAX_QUOTED_SENTENCES = 12

export interface ChooseOptions {
  readerCalibration: Pick<ReaderCalibration, 'leaning' | 'quoted'>
  /** Keys (`sentenceKey`) of sentences that earlier answers quoted; they are not quoted again. */
  quotedBefore?: ReadonlySet<string>
  /** Sentences that are already chosen. They count towards the limits, and no minimum of one sentence applies. */
  alreadyChosen?: readonly RatedSentence[]
  /** Relevance threshold in place of the calibrated one. */
  minRelevance?: number
  /** A chronology also quotes sentences that are less relevant than the best one. */
  chronological?: boolean
}

/** For a chronology, the threshold relative to the best sentence is multiplied by this. */
const CHRONOLOGICAL_RELEVANCE_SHARE = 0.6

/** Key of a sentence of the archive: "‹document id›#‹ordinal›". */
export function sentenceKey({ document, ordinal }: { document: { id: string }; ordinal: number }): string {
  return `${document.id}#${ordinal}`
}

/**
 * The newly chosen sentences, best first. At least one, unless some are already chosen or all were quoted before.
 */
export function chooseSentences(
  sentences: readonly RatedSentence[],
  {
    readerCalibration,
    quotedBefore = new Set(),
    alreadyChosen = [],
    minRelevance,
    chronological = false,
  }: ChooseOptions,
): RatedSentence[] {
  const byKey = new Map(sentences.map((sentence) => [sentenceKey(sentence), sentence]))
  const fresh = sentences.filter((sentence) => !quotedBefore.has(sentenceKey(sentence)))
  const byRelevance = fresh.toSorted((a, b) => b.relevance - a.relevance)
  const { worth, ofBest } = readerCalibration.quoted
  const threshold = Math.max(
    minRelevance ?? worth,
    ofBest * (chronological ? CHRONOLOGICAL_RELEVANCE_SHARE : 1) * (byRelevance[0]?.relevance ?? 0),
  )
  const chosen = [...alreadyChosen]
  for (const sentence of byRelevance) {
    if (chosen.includes(sentence)) continue
    if (chosen.length > 0 && sentence.relevance < threshold) break
    const added = [...antecedentsOf(sentence, byKey, readerCalibration), sentence].filter(
      (each) => !chosen.includes(each) && !quotedBefore.has(sentenceKey(each)),
    )
    if (chosen.length > 0 && !shouldAdd(added, chosen, threshold)) continue
    chosen.push(...added)
  }
  return chosen.slice(alreadyChosen.length)
}

/** Whether a sentence with its antecedents fits the limits, repeats nothing and is relevant enough. */
function shouldAdd(added: readonly RatedSentence[], chosen: readonly RatedSentence[], threshold: number) {
  const documents = new Set([...chosen, ...added].map(({ document }) => document.id))
  if (documents.size > MAX_QUOTED_DOCUMENTS || chosen.length + added.length > MAX_QUOTED_SENTENCES)
    return false
  if (added.some(({ text }) => chosen.some((other) => isNearDuplicateText(text, other.text)))) return false
  const mean = added.reduce((sum, { relevance }) => sum + relevance, 0) / added.length
  return mean >= threshold * DEPENDENT_RELEVANCE_SHARE
}

/** A sentence and its antecedents need this share of the threshold as their mean relevance. */
const DEPENDENT_RELEVANCE_SHARE = 0.7

/** The preceding sentences that a dependent sentence needs, back to the first independent one. */
function antecedentsOf(
  sentence: RatedSentence,
  byKey: ReadonlyMap<string, RatedSentence>,
  readerCalibration: Pick<ReaderCalibration, 'leaning'>,
): RatedSentence[] {
  const before = byKey.get(sentenceKey({ ...sentence, ordinal: sentence.ordinal - 1 }))
  if (!before || !isDependent(sentence.text, before.text, readerCalibration, sentence.ordinal)) return []
  return [...antecedentsOf(before, byKey, readerCalibration), before]
}
