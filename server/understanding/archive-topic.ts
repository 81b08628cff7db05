/**
 * Classifies a question as a greeting, thanks or a question about the archive itself, by its nearest example phrase
 * (`archive-topic-phrases.json`). The phrases labelled `none` are questions to the documents.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { cosineSimilarity } from '../../embeddings/cosine-similarity.ts'
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

/** Label of phrases that are questions to the documents: "who wrote this letter?", "tell me more". */
const DOCUMENT_QUESTION = 'none'
const phraseLabels = [...archiveTopics, DOCUMENT_QUESTION] as const

interface ExamplePhrase {
  topic: (typeof phraseLabels)[number]
  text: string
}

const phrases = readPhrases()
const wordsOfPhrases = new Set(phrases.flatMap(({ text }) => normalizedWords(text).split(' ')))
const topicByNormalizedWords = new Map(phrases.map(({ topic, text }) => [normalizedWords(text), topic]))

/** Greetings are short, and to embed a long text costs as much as a search. */
const MAX_ARCHIVE_QUESTION_CHARACTERS = 150

/**
 * The topic of a question that is answered without a search; undefined for a question to the documents.
 * @example 'hello there' → 'greeting'; 'who wrote these summaries?' → 'summaries'; 'who wrote this letter?' → undefined
 */
export async function archiveTopicOf(question: string, archive: Archive): Promise<ArchiveTopic | undefined> {
  if (question.length > MAX_ARCHIVE_QUESTION_CHARACTERS) return undefined
  const same = topicByNormalizedWords.get(normalizedWords(question))
  if (same !== undefined) return same === DOCUMENT_QUESTION ? undefined : same
  if (namesDocumentSubject(question, archive)) return undefined
  const nearest = await nearestPhrase(question, archive.model)
  if (nearest.topic === DOCUMENT_QUESTION || nearest.cosine < archive.calibration.archiveTopic)
    return undefined
  return nearest.topic
}

/** True where the question has names, years or publishers, or words in a script that the model does not know. */
function namesDocumentSubject(question: string, archive: Archive): boolean {
  const { names, periods, makers, publishers, unreadableWords } = understandAlone(question, archive)
  const understood =
    names.length + periods.length + makers.length + publishers.length + unreadableWords.length
  return understood > 0 || hasUnknownCapitalizedWord(question)
}

/** True where a capitalized word, other than the first, occurs in no phrase: "Who wrote Middlemarch?" */
function hasUnknownCapitalizedWord(question: string): boolean {
  const words = question.match(/[\p{L}\p{N}]+/gu) ?? []
  return words.slice(1).some((word) => /^\p{Lu}\p{Ll}/u.test(word) && !wordsOfPhrases.has(word.toLowerCase()))
}

async function nearestPhrase(
  question: string,
  model: EmbeddingModel,
): Promise<ExamplePhrase & { cosine: number }> {
  const [vector = new Float32Array(model.dimension)] = await model.embed([question], 'query')
  const embedded = await embeddedPhrases(model)
  return embedded
    .map(({ phrase, vector: other }) => ({ ...phrase, cosine: cosineSimilarity(vector, other) }))
    .reduce((best, each) => (each.cosine > best.cosine ? each : best))
}

interface EmbeddedPhrase {
  phrase: ExamplePhrase
  vector: Float32Array
}

/** Embedded once, at the first question without names: some 0.3 s of one core. */
const embeddedPhrasesByModel = new WeakMap<EmbeddingModel, Promise<EmbeddedPhrase[]>>()

function embeddedPhrases(model: EmbeddingModel): Promise<EmbeddedPhrase[]> {
  const known = embeddedPhrasesByModel.get(model)
  if (known) return known
  const embedded = embedPhrases(model)
  embeddedPhrasesByModel.set(model, embedded)
  // Forget a failure, so that the next question tries again. The caller that awaits the promise gets the error.
  embedded.catch(() => embeddedPhrasesByModel.delete(model))
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

/** The words of a text in lower case, joined by single spaces; punctuation is dropped. */
function normalizedWords(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}

function readPhrases(): ExamplePhrase[] {
  const file = new URL('./archive-topic-phrases.json', import.meta.url)
  const schema = z.record(z.enum(phraseLabels), z.array(z.string().min(1)).min(1))
  const byTopic = schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  return phraseLabels.flatMap((topic) => byTopic[topic].map((text) => ({ topic, text })))
}
