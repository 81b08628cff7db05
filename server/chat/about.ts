/** A question about one document: its sentences, to be read first, and whether all of it is asked for. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import { stem, wordsOf } from '../../corpus/lexicon.ts'
import { type EntityKey, entityKey } from '../../corpus/names/entity.ts'
import type { LinkedName } from '../../corpus/names/name-linker.ts'
import type { AskedDocument } from '../answer/reading/asked-document.ts'
import type { Archive } from '../archive/archive.ts'
import { probability, signsOf } from '../retrieval/answerable.ts'
import { sentencesFor } from '../retrieval/sentences.ts'
import { beyondNames, contentOf } from '../understanding/content-words.ts'
import { understandAlone } from '../understanding/understand.ts'
import type { Understanding } from '../understanding/understanding.ts'

export interface About extends AskedDocument {
  /**
   * Whether the question is about the document as such ("What does it say?", "What did they tell Honecker?" of a talk with
   * him): then all of it is the answer.
   */
  whole: boolean
}

export async function lookInto(
  document: ArchiveDocument,
  question: string,
  archive: Archive,
  signal: AbortSignal,
): Promise<About> {
  const { index, model, calibration } = archive
  const number = index.numberOf.get(document.id)
  if (number === undefined) throw new Error(`The index lacks the document ${document.id}.`)
  const understanding = understandAlone(question, archive)
  const [vector = new Float32Array(model.dimension)] = await model.embed([understanding.question], 'query')
  signal.throwIfAborted()
  const [sentences, queries] = await Promise.all([
    sentencesFor({ evidence: { vector } }, [{ document, number }], archive),
    index.nearest('query', vector, { limit: 1, among: [number] }),
  ])
  const own = sentences.get(document.id) ?? []
  const best = {
    record: index.recordSimilarities(vector, [number]).get(number) ?? 0,
    sentence: Math.max(0, ...own.map(({ score }) => score)),
    query: queries.similarities[0] ?? 0,
  }
  const signs = signsOf({ understanding, evidence: { best }, first: [number], widened: false }, archive)
  return {
    ...{ document, number, rank: 0, share: 1 },
    priority: READ_FIRST,
    sentences: own,
    likelihood: probability(signs, calibration.answerable),
    whole: asksForTheWhole(understanding, index.documents[number]?.titleEntities),
  }
}

/** Above all documents that a search finds. */
const READ_FIRST = 3

/** Words of questions about a document as such: what it says, who was there, what came of it. */
const OF_THE_DOCUMENT = new Set(
  `summary summarize summarise main point points key important discuss discussed discussion happen happened topic topics matter
   content contents present attend attended participant participants part meeting conversation record report telegram memorandum
   letter cable minutes journal note text page gist short brief briefly explain describe read`
    .split(/\s+/)
    .map(stem),
)

/** What names those whom all of the document is about says no more than "they". */
function asksForTheWhole(understanding: Understanding, titled: ReadonlySet<EntityKey> = new Set()): boolean {
  const { names, periods, publishers } = understanding
  const isItsOwn = ({ entities }: LinkedName) =>
    entities.some((entity) => entity.subject || titled.has(entityKey(entity)))
  const beyond = beyondNames({ ...understanding, types: [], makers: [] })
  return (
    names.every(isItsOwn) &&
    periods.length + publishers.length === 0 &&
    beyond.every((word) => OF_THE_DOCUMENT.has(word))
  )
}

/** Whether a document has a word that the question is about. */
export function sharesWords(document: ArchiveDocument, question: string, { lexicon }: Archive): boolean {
  const stems = lexicon.stemsOf(document)
  return contentOf(wordsOf(question).map(stem)).some((word) => stems.has(word))
}
