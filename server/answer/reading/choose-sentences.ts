/** Chooses the sentences to quote: those that answer, each with the sentences before it that it depends on. */
import type { ReaderCalibration } from '../../archive/answering.ts'
import { isNearDuplicateText } from '../../retrieval/near-twin.ts'
import { leans } from './dependent-sentence.ts'
import type { ValuedSentence } from './sentence-relevance.ts'

/** Limits of one answer; it should read in a minute. */
const MAX_QUOTED_DOCUMENTS = 8
const MAX_QUOTED_SENTENCES = 12

export interface ChooseOptions {
  answering: Pick<ReaderCalibration, 'leaning' | 'quoted'>
  /** Keys (`sentenceKey`) of sentences that earlier answers quoted; they are not quoted again. */
  quotedBefore?: ReadonlySet<string>
  /** Sentences that are already chosen. They count towards the limits, and no minimum of one sentence applies. */
  already?: readonly ValuedSentence[]
  /** Relevance threshold in place of the calibrated one. */
  least?: number
  /** A chronology also quotes sentences that are less relevant than the best one. */
  course?: boolean
}

/** For a chronology, the threshold relative to the best sentence is multiplied by this. */
const COURSE_SHARE = 0.6

/** Key of a sentence of the archive: "‹document id›#‹ordinal›". */
export function keyOf({ document, ordinal }: { document: { id: string }; ordinal: number }): string {
  return `${document.id}#${ordinal}`
}

/**
 * The newly chosen sentences, best first. At least one, unless some are already chosen or all were quoted before.
 */
export function chooseSentences(
  sentences: readonly ValuedSentence[],
  { answering, quotedBefore = new Set(), already = [], least, course = false }: ChooseOptions,
): ValuedSentence[] {
  const byKey = new Map(sentences.map((sentence) => [keyOf(sentence), sentence]))
  const fresh = sentences.filter((sentence) => !quotedBefore.has(keyOf(sentence)))
  const byWorth = fresh.toSorted((a, b) => b.worth - a.worth)
  const { worth, ofBest } = answering.quoted
  const threshold = Math.max(least ?? worth, ofBest * (course ? COURSE_SHARE : 1) * (byWorth[0]?.worth ?? 0))
  const chosen = [...already]
  for (const sentence of byWorth) {
    if (chosen.includes(sentence)) continue
    if (chosen.length > 0 && sentence.worth < threshold) break
    const added = [...antecedentsOf(sentence, byKey, answering), sentence].filter(
      (each) => !chosen.includes(each) && !quotedBefore.has(keyOf(each)),
    )
    if (chosen.length > 0 && !isWorthAdding(added, chosen, threshold)) continue
    chosen.push(...added)
  }
  return chosen.slice(already.length)
}

/** Whether a sentence with its antecedents fits the limits, repeats nothing and is relevant enough. */
function isWorthAdding(
  added: readonly ValuedSentence[],
  chosen: readonly ValuedSentence[],
  threshold: number,
) {
  const documents = new Set([...chosen, ...added].map(({ document }) => document.id))
  if (documents.size > MAX_QUOTED_DOCUMENTS || chosen.length + added.length > MAX_QUOTED_SENTENCES)
    return false
  if (added.some(({ text }) => chosen.some((other) => isNearDuplicateText(text, other.text)))) return false
  const mean = added.reduce((sum, { worth }) => sum + worth, 0) / added.length
  return mean >= threshold * LEANING_SHARE
}

/** A sentence and its antecedents need this share of the threshold as their mean relevance. */
const LEANING_SHARE = 0.7

/** The preceding sentences that a dependent sentence needs, back to the first independent one. */
function antecedentsOf(
  sentence: ValuedSentence,
  byKey: ReadonlyMap<string, ValuedSentence>,
  answering: Pick<ReaderCalibration, 'leaning'>,
): ValuedSentence[] {
  const before = byKey.get(keyOf({ ...sentence, ordinal: sentence.ordinal - 1 }))
  if (!before || !leans(sentence.text, before.text, answering, sentence.ordinal)) return []
  return [...antecedentsOf(before, byKey, answering), before]
}
