/** Chooses the interpretation of a question in its conversation whose sentences answer it best, with its search results. */

import type { Day } from '../../corpus/reduced-date.ts'
import { readSentences } from '../answer/reading/read-sentences.ts'
import type { Archive } from '../archive/archive.ts'
import { type Retrieval, retrieve } from '../retrieval/retrieve.ts'
import { asksWhatCameNext, boundedAfter, interpretationsOf } from '../understanding/interpretations.ts'
import { documentsWithSentences } from './documents-to-read.ts'

/** The rest of the answer's sentence budget is read for the chosen interpretation. */
const SENTENCES_PER_INTERPRETATION = 8
/** The score of an interpretation is the mean probability of this many best sentences. */
const SCORED_SENTENCES = 3
const DOCUMENTS_PER_INTERPRETATION = 20

export interface ChosenInterpretation {
  retrieval: Retrieval
  /** Sentences that were read for the choice. */
  sentencesRead: number
}

interface InterpretationOptions {
  before: readonly string[]
  without: readonly string[]
  signal: AbortSignal
  /** The last day of the latest document that the last answer quoted. */
  latestQuotedDay?: Day | undefined
  /** False for sentences that earlier answers quoted: they do not count for the score. */
  isNew: (sentence: { document: { id: string }; ordinal: number }) => boolean
}

export async function retrieveBestInterpretation(
  question: string,
  archive: Archive,
  options: InterpretationOptions,
): Promise<ChosenInterpretation> {
  const { before, without, signal } = options
  const { latestQuotedDay } = options
  const interpretations = interpretationsOf(question, before, archive).map((interpretation) =>
    latestQuotedDay !== undefined && asksWhatCameNext(question)
      ? boundedAfter(interpretation, latestQuotedDay)
      : interpretation,
  )
  const retrievals: Retrieval[] = []
  for (const understood of interpretations)
    retrievals.push(await retrieve(question, archive, { understood, without, signal }))
  const [first, ...others] = retrievals
  if (!first) throw new Error('A question has at least one interpretation.')
  if (others.length === 0) return { retrieval: first, sentencesRead: 0 }
  let best = { retrieval: first, score: await interpretationScore(first, archive, options) }
  for (const retrieval of others) {
    const score = await interpretationScore(retrieval, archive, options)
    if (score > best.score) best = { retrieval, score }
  }
  return { retrieval: best.retrieval, sentencesRead: others.length * SENTENCES_PER_INTERPRETATION }
}

/** The mean probability of the best sentences. */
async function interpretationScore(
  retrieval: Retrieval,
  archive: Archive,
  { signal, isNew }: InterpretationOptions,
): Promise<number> {
  const documents = await documentsWithSentences(retrieval, DOCUMENTS_PER_INTERPRETATION, archive)
  const { question } = retrieval.understanding
  const read = await readSentences(question, documents, archive, {
    maxSentences: SENTENCES_PER_INTERPRETATION,
    signal,
  })
  const best = read
    .filter(isNew)
    .map(({ probability }) => probability)
    .sort((a, b) => b - a)
    .slice(0, SCORED_SENTENCES)
  return best.reduce((sum, probability) => sum + probability, 0) / SCORED_SENTENCES
}
