/** Searches the one document that a question is about: scores its sentences, and detects questions about all of it. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import { foldedWords, stem } from '../../corpus/lexicon.ts'
import { type EntityKey, entityKey } from '../../corpus/names/entity.ts'
import type { LinkedName } from '../../corpus/names/name-linker.ts'
import type { DocumentAskedAbout } from '../answer/reading/document-asked-about.ts'
import type { Archive } from '../archive/archive.ts'
import { answerabilityFeatures, answerabilityProbability } from '../retrieval/answerability.ts'
import { allSentencesFor } from '../retrieval/scored-sentences.ts'
import { contentStems, remainingContentStems } from '../understanding/content-words.ts'
import { understandAlone } from '../understanding/understand.ts'
import type { Understanding } from '../understanding/understanding.ts'

export interface SearchedDocumentAskedAbout extends DocumentAskedAbout {
  /**
   * True where the question is about the document as a whole ("What does it say?", or "What did they tell Honecker?" about a
   * talk with him): then its whole summary is the answer.
   */
  asksForWhole: boolean
}

export async function searchDocumentAskedAbout(
  document: ArchiveDocument,
  question: string,
  archive: Archive,
  signal: AbortSignal,
): Promise<SearchedDocumentAskedAbout> {
  const { index, model, calibration } = archive
  const number = index.numberOf.get(document.id)
  if (number === undefined) throw new Error(`The index lacks the document ${document.id}.`)
  const understanding = understandAlone(question, archive)
  const [vector = new Float32Array(model.dimension)] = await model.embed([understanding.question], 'query')
  signal.throwIfAborted()
  const [sentences, queries] = await Promise.all([
    allSentencesFor({ evidence: { vector } }, [{ document, number }], archive),
    index.nearest('query', vector, { limit: 1, among: [number] }),
  ])
  const own = sentences.get(document.id) ?? []
  const best = {
    record: index.recordSimilarities(vector, [number]).get(number) ?? 0,
    sentence: Math.max(0, ...own.map(({ score }) => score)),
    query: queries.similarities[0] ?? 0,
  }
  const features = answerabilityFeatures(
    { understanding, evidence: { best }, rankedNumbers: [number], widened: false },
    archive,
  )
  return {
    ...{ document, number, rank: 0, share: 1 },
    priority: DOCUMENT_ASKED_ABOUT_PRIORITY,
    sentences: own,
    likelihood: answerabilityProbability(features, calibration.answerable),
    asksForWhole: asksForWholeDocument(understanding, index.documents[number]?.titleEntities),
  }
}

/** Higher than the priority of any document that a search finds (at most 1). */
const DOCUMENT_ASKED_ABOUT_PRIORITY = 3

/** Stems of words in questions about a document as a whole: its content, participants, outcome. */
const WHOLE_DOCUMENT_STEMS = new Set(
  `summary summarize summarise main point points key important discuss discussed discussion happen happened topic topics matter
   content contents present attend attended participant participants part meeting conversation record report telegram memorandum
   letter cable minutes journal note text page gist short brief briefly explain describe read`
    .split(/\s+/)
    .map(stem),
)

/** True where the question names nothing outside of the document's title: such names add no more than "they" would. */
function asksForWholeDocument(
  understanding: Understanding,
  titled: ReadonlySet<EntityKey> = new Set(),
): boolean {
  const { names, periods, publishers } = understanding
  const isItsOwn = ({ entities }: LinkedName) =>
    entities.some((entity) => entity.subject || titled.has(entityKey(entity)))
  const beyond = remainingContentStems({ ...understanding, types: [], makers: [] })
  return (
    names.every(isItsOwn) &&
    periods.length + publishers.length === 0 &&
    beyond.every((word) => WHOLE_DOCUMENT_STEMS.has(word))
  )
}

/** Whether a document contains a content word of the question. */
export function sharesContentWords(
  document: ArchiveDocument,
  question: string,
  { lexicon }: Archive,
): boolean {
  const stems = lexicon.stemsOf(document)
  return contentStems(foldedWords(question).map(stem)).some((word) => stems.has(word))
}
