/** What a question of a conversation means: of the ways to read it the one whose sentences answer best. */

import type { Day } from '../../corpus/reduced-date.ts'
import { readSentences } from '../answer/reading/read-sentences.ts'
import type { Archive } from '../archive/archive.ts'
import { type Retrieval, retrieve } from '../retrieval/retrieve.ts'
import { after, asksForLater, readingsOf } from '../understanding/readings.ts'
import { withSentences } from './documents-to-read.ts'

/** Sentences read for each way of reading: what is left of those of one answer is read for the best. */
const TRIED_SENTENCES = 8
/** Sentences whose mean probability counts. */
const COUNTED_SENTENCES = 3
/** Documents looked at for each way. */
const TRIED_DOCUMENTS = 20

export interface Meant {
  retrieval: Retrieval
  /** Sentences that were read to find out. */
  spent: number
}

interface Options {
  before: readonly string[]
  without: readonly string[]
  signal: AbortSignal
  /** The date of the latest document that the last answer quoted. */
  quotedUntil?: Day | undefined
  /** Sentences that earlier answers quoted: what they answer is no sign. */
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
