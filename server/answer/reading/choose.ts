/** Chooses the sentences to quote: those that answer, each with what it cannot be understood without. */
import type { Answering } from '../../archive/answering.ts'
import { isNearTwin } from '../../retrieval/near-twin.ts'
import { leans } from './leaning.ts'
import type { ValuedSentence } from './worth.ts'

/** What an answer may quote: what reads in a minute. */
const MAX_QUOTED_DOCUMENTS = 8
const MAX_QUOTED_SENTENCES = 12

export interface ChooseOptions {
  answering: Pick<Answering, 'leaning' | 'quoted'>
  /** Sentences that earlier answers quoted, as `keyOf` names them: they are not quoted again. */
  quotedBefore?: ReadonlySet<string>
  /** Sentences that are chosen already: nothing needs to be chosen besides them. */
  already?: readonly ValuedSentence[]
  /** Worth from which a sentence is quoted, in place of the usual one. */
  least?: number
  /** Whether the answer is to tell a course of events: more of what is worth less than the best belongs to it. */
  course?: boolean
}

/** What a sentence of a course of events must be worth beside the best, as a share of what others must be. */
const COURSE_SHARE = 0.6

/** Names a sentence of the archive. */
export function keyOf({ document, ordinal }: { document: { id: string }; ordinal: number }): string {
  return `${document.id}#${ordinal}`
}

/**
 * The chosen sentences, best first, without those chosen already; at least one where none was and there is any that was not
 * quoted before.
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

/** Whether a sentence with its antecedents is worth its place. */
function isWorthAdding(
  added: readonly ValuedSentence[],
  chosen: readonly ValuedSentence[],
  threshold: number,
) {
  const documents = new Set([...chosen, ...added].map(({ document }) => document.id))
  if (documents.size > MAX_QUOTED_DOCUMENTS || chosen.length + added.length > MAX_QUOTED_SENTENCES)
    return false
  if (added.some(({ text }) => chosen.some((other) => isNearTwin(text, other.text)))) return false
  const mean = added.reduce((sum, { worth }) => sum + worth, 0) / added.length
  return mean >= threshold * LEANING_SHARE
}

/** What a sentence and its antecedents must be worth in the mean, as a share of what one that stands alone must be. */
const LEANING_SHARE = 0.7

/** The sentences just before one that leans on them, back to one that stands alone. */
function antecedentsOf(
  sentence: ValuedSentence,
  byKey: ReadonlyMap<string, ValuedSentence>,
  answering: Pick<Answering, 'leaning'>,
): ValuedSentence[] {
  const before = byKey.get(keyOf({ ...sentence, ordinal: sentence.ordinal - 1 }))
  if (!before || !leans(sentence.text, before.text, answering, sentence.ordinal)) return []
  return [...antecedentsOf(before, byKey, answering), before]
}
