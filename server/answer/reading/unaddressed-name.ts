/**
 * Finds a name of the question that its best sentences do not address. "When did Kim Il Sung visit Washington?" finds his
 * visits to other places; each of them is a better answer to "When did Kim Il Sung visit?".
 */
import type { LinkedName } from '../../../corpus/names/name-linker.ts'
import type { Archive } from '../../archive/archive.ts'
import { expectedAnswer } from '../../understanding/expected-answer.ts'
import type { Understanding } from '../../understanding/understanding.ts'
import { answerProbabilities, type ReadSentence } from './read-sentences.ts'
import { logit } from './sentence-relevance.ts'

/** The best sentences are read again for each tried name, with the question without that name. */
const REREAD_SENTENCES = 3
const MAX_TRIED_NAMES = 2

/**
 * A name is unaddressed if leaving it out raises the mean logit of the best sentences by this much. Measured: of some 40
 * labelled and judged questions for a value that the archive answers, none reaches 1 and one exceeds 0.4. The false question
 * above has 2.7, the true one with "Moscow" −1.2. Of 29 false questions written for this (visits, meetings, numbers) 10 reach
 * 1, of 28 true ones 4. Questions for no single value are not tested: true and false ones gain alike.
 */
const MIN_LOGIT_GAIN = 1

/**
 * @param question as typed; one that was searched for with words of the conversation is not tested
 * @param sentences all sentences that were read
 * @returns the unaddressed name, if any
 */
export async function findUnaddressedName(
  question: string,
  understanding: Pick<Understanding, 'question' | 'names' | 'periods'>,
  sentences: readonly ReadSentence[],
  archive: Archive,
  signal?: AbortSignal,
): Promise<LinkedName | undefined> {
  if (understanding.question !== question || expectedAnswer(understanding).valueType === undefined)
    return undefined
  const names = understanding.names
    .filter(({ start, entities }) => start >= 0 && !entities.some(({ subject }) => subject))
    .slice(0, MAX_TRIED_NAMES)
  const best = sentences.toSorted((a, b) => b.probability - a.probability).slice(0, REREAD_SENTENCES)
  for (const name of names) {
    const without = question.slice(0, name.start) + question.slice(name.end)
    const probabilities = await answerProbabilities(without, best, archive, signal)
    const gains = best.map(({ probability }, index) => logit(probabilities[index] ?? 0) - logit(probability))
    if (gains.reduce((sum, gain) => sum + gain, 0) / best.length >= MIN_LOGIT_GAIN) return name
  }
  return undefined
}
