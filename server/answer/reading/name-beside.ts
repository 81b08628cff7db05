/**
 * Whether a name of the question is beside what its best sentences tell. "When did Kim Il Sung visit Washington?" finds his
 * visits elsewhere; each of them answers "When did Kim Il Sung visit?" better.
 */
import type { LinkedName } from '../../../corpus/names/name-linker.ts'
import type { Archive } from '../../archive/archive.ts'
import { askedForm } from '../../understanding/asked.ts'
import type { Understanding } from '../../understanding/understanding.ts'
import { type ReadSentence, readThese } from './read-sentences.ts'
import { logit } from './worth.ts'

/** Sentences read again for each name. */
const BEST = 3
/** Names that are left out, one after the other. */
const MAX_NAMES_LEFT_OUT = 2

/**
 * How much better the best sentences answer without the name, in logits (their mean). Of the labelled and judged questions
 * for a value that the archive answers none has 1, one of some 40 more than 0.4. The false one above has 2.7, a true one with
 * "Moscow" −1.2. Of 29 false questions for a visit, a meeting or a number, made for this, 10 have 1, of 28 true ones 4.
 * Questions for no value are left alone: true and false ones gain alike.
 */
const BETTER_WITHOUT = 1

/**
 * @param question as it was put; where it is read with words of the conversation, its names are not its own
 * @param sentences those that were read
 * @returns the name, where there is one
 */
export async function nameBeside(
  question: string,
  understanding: Pick<Understanding, 'question' | 'names' | 'periods'>,
  sentences: readonly ReadSentence[],
  archive: Archive,
  signal?: AbortSignal,
): Promise<LinkedName | undefined> {
  if (understanding.question !== question || askedForm(understanding).value === undefined) return undefined
  const names = understanding.names
    .filter(({ start, entities }) => start >= 0 && !entities.some(({ subject }) => subject))
    .slice(0, MAX_NAMES_LEFT_OUT)
  const best = sentences.toSorted((a, b) => b.probability - a.probability).slice(0, BEST)
  for (const name of names) {
    const without = question.slice(0, name.start) + question.slice(name.end)
    const probabilities = await readThese(without, best, archive, signal)
    const gains = best.map(({ probability }, index) => logit(probabilities[index] ?? 0) - logit(probability))
    if (gains.reduce((sum, gain) => sum + gain, 0) / best.length >= BETTER_WITHOUT) return name
  }
  return undefined
}
