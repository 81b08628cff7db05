/** Chooses the interpretation of a question in its conversation whose sentences answer it best, with its search results. */

import type { Day } from '../../corpus/reduced-date.ts'
import { readSentences } from '../answer/reading/read-sentences.ts'
import type { Archive } from '../archive/archive.ts'
import { type Retrieval, retrieve } from '../retrieval/retrieve.ts'
import { after, asksForLater, readingsOf } from '../understanding/interpretations.ts'
import { withSentences } from './documents-to-read.ts'

/** The rest of the answer's sentence budget is read for the chosen interpretation. */
const TRIED_SENTENCES = 8
/** The score of an interpretation is the mean probability of this many best sentences. */
const COUNTED_SENTENCES = 3
const TRIED_DOCUMENTS = 20

export interface Meant {
  retrieval: Retrieval
  /** Sentences that were read for the choice. */
  spent: number
}

interface Options {
  before: readonly string[]
  without: readonly string[]
  signal: AbortSignal
  /** The last day of the latest document that the last answer quoted. */
  quotedUntil?: Day | undefined
  /** False for sentences that earlier answers quoted: they do not count for the score. */
  isNew: (sentence: { document: { id: string }; ordinal: number }) => boolean
}

export async function retrieveMeant(question: string, archive: Archive, options: Options): Promise<Meant> {
  const { before, without, signal } = options
  const { quotedUntil } = options
  const readings = readingsOf(question, before, archive).map((reading) =>
    quotedUntil !== undefined && asksForLater(question) ? after(reading, quotedUntil) : reading,
  )
  const retrievals: Retrieval[] = []
  for (const understood of readings)
    retrievals.push(await retrieve(question, archive, { understood, without, signal }))
  const [first, ...others] = retrievals
  if (!first) throw new Error('A question has at least one reading.')
  if (others.length === 0) return { retrieval: first, spent: 0 }
  let best = { retrieval: first, value: await worthOfReading(first, archive, options) }
  for (const retrieval of others) {
    const value = await worthOfReading(retrieval, archive, options)
    if (value > best.value) best = { retrieval, value }
  }
  return { retrieval: best.retrieval, spent: others.length * TRIED_SENTENCES }
}

/** The mean probability of the best sentences. */
async function worthOfReading(
  retrieval: Retrieval,
  archive: Archive,
  { signal, isNew }: Options,
): Promise<number> {
  const documents = await withSentences(retrieval, TRIED_DOCUMENTS, archive)
  const { question } = retrieval.understanding
  const read = await readSentences(question, documents, archive, { most: TRIED_SENTENCES, signal })
  const best = read
    .filter(isNew)
    .map(({ probability }) => probability)
    .sort((a, b) => b - a)
    .slice(0, COUNTED_SENTENCES)
  return best.reduce((sum, probability) => sum + probability, 0) / COUNTED_SENTENCES
}
