/**
 * Whether a question is a greeting, thanks, or about the archive itself, and which of these: by the nearest of a few
 * example phrases (`archive-topic-phrases.json`), some of which ask the documents and stand for all that is searched for.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { cosineOf } from '../../embeddings/cosine.ts'
import type { EmbeddingModel } from '../../embeddings/embedding-model.ts'
import type { Archive } from '../archive/archive.ts'
import { understandAlone } from './understand.ts'

export const archiveTopics = [
  'greeting',
  'thanks',
  'farewell',
  'abilities',
  'holdings',
  'years',
  'origin',
  'summaries',
  'full-texts',
  'citing',
  'workings',
  'reliability',
  'languages',
] as const
export type ArchiveTopic = (typeof archiveTopics)[number]

/** What asks the documents: "who wrote this letter?", "tell me more". */
const SEARCHED = 'none'
const phraseKinds = [...archiveTopics, SEARCHED] as const

interface Phrase {
  topic: (typeof phraseKinds)[number]
  text: string
}

const phrases = readPhrases()
const wordsOfPhrases = new Set(phrases.flatMap(({ text }) => wordsAlone(text).split(' ')))
const topicOfWords = new Map(phrases.map(({ topic, text }) => [wordsAlone(text), topic]))

/** Nobody greets at greater length, and a long text would cost as much as a search. */
const MAX_CHARACTERS = 150

/** Undefined for a question that is to be searched for. */
export async function archiveTopicOf(question: string, archive: Archive): Promise<ArchiveTopic | undefined> {
  if (question.length > MAX_CHARACTERS) return undefined
  const same = topicOfWords.get(wordsAlone(question))
  if (same !== undefined) return same === SEARCHED ? undefined : same
  if (saysWhatItIsAbout(question, archive)) return undefined
  const nearest = await nearestPhrase(question, archive.model)
  if (nearest.topic === SEARCHED || nearest.cosine < archive.calibration.archiveTopic) return undefined
  return nearest.topic
}

/** Names, years and publishers are of the documents; and words in another script mean nothing to the model. */
function saysWhatItIsAbout(question: string, archive: Archive): boolean {
  const { names, periods, makers, publishers, unread } = understandAlone(question, archive)
  const understood = names.length + periods.length + makers.length + publishers.length + unread.length
  return understood > 0 || hasOtherName(question)
}

/** A capital within the question that no phrase has: "Who wrote Middlemarch?" */
function hasOtherName(question: string): boolean {
  const words = question.match(/[\p{L}\p{N}]+/gu) ?? []
  return words.slice(1).some((word) => /^\p{Lu}\p{Ll}/u.test(word) && !wordsOfPhrases.has(word.toLowerCase()))
}

async function nearestPhrase(question: string, model: EmbeddingModel): Promise<Phrase & { cosine: number }> {
  const [vector = new Float32Array(model.dimension)] = await model.embed([question], 'query')
  const embedded = await embeddedPhrases(model)
  return embedded
    .map(({ phrase, vector: other }) => ({ ...phrase, cosine: cosineOf(vector, other) }))
    .reduce((best, each) => (each.cosine > best.cosine ? each : best))
}

interface EmbeddedPhrase {
  phrase: Phrase
  vector: Float32Array
}

/** Some 0.3 s of one core, spent at the first question that names nothing. */
const embeddedBy = new WeakMap<EmbeddingModel, Promise<EmbeddedPhrase[]>>()

function embeddedPhrases(model: EmbeddingModel): Promise<EmbeddedPhrase[]> {
  const known = embeddedBy.get(model)
  if (known) return known
  const embedded = embedPhrases(model)
  embeddedBy.set(model, embedded)
  // What failed once may succeed the next time; whoever awaits it hears of the failure.
  embedded.catch(() => embeddedBy.delete(model))
  return embedded
}

async function embedPhrases(model: EmbeddingModel): Promise<EmbeddedPhrase[]> {
  const inLatinLetters = phrases.filter(({ text }) => !/[^\p{Script=Latin}\P{L}]/u.test(text))
  const vectors = await model.embed(
    inLatinLetters.map(({ text }) => text),
    'query',
  )
  return inLatinLetters.flatMap((phrase, index) => {
    const vector = vectors[index]
    return vector ? [{ phrase, vector }] : []
  })
}

/** The words of a text in lower case, without what stands between and around them. */
function wordsAlone(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}

function readPhrases(): Phrase[] {
  const file = new URL('./archive-topic-phrases.json', import.meta.url)
  const schema = z.record(z.enum(phraseKinds), z.array(z.string().min(1)).min(1))
  const byTopic = schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  return phraseKinds.flatMap((topic) => byTopic[topic].map((text) => ({ topic, text })))
}
