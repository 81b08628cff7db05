/** Runs all searches for a question in parallel and turns their results into ranking signals. */
import { entityKey } from '../../corpus/names/entity.ts'
import type { AskedSubject } from '../../corpus/subjects/subject-linker.ts'
import type { DocumentNumber } from '../../embeddings/index/document-number.ts'
import { nameTerms } from '../../embeddings/index/name-terms.ts'
import type { NearPassages } from '../../embeddings/index/passage-table.ts'
import type { Archive } from '../archive/archive.ts'
import type { Understanding } from '../understanding/understanding.ts'
import {
  closestPassageScores,
  makerScores,
  meanOfThreeClosestScores,
  nameScores,
  normalizedScores,
  periodScores,
  type Scores,
  type Signals,
  subjectScores,
  textMatchScores,
} from './signals.ts'

/** Maximum results of each search: enough for about 200 documents each. */
const SEARCH_LIMITS = { record: 200, sentence: 800, query: 800, text: 200 }

/** The first results of each search whose record vectors are compared with the question. */
const MAX_CANDIDATES = 300

export interface Evidence {
  /** The question's vector, L2-normalized, of the model's `dimension`. */
  vector: Float32Array
  signals: Signals
  /** Subjects of the thesaurus that the question's words refer to. */
  subjects: AskedSubject[]
  /** Highest cosine per kind of passage, before normalization. */
  best: { record: number; sentence: number; query: number }
  sentences: NearPassages
  /** The nearest expansion queries. They point to documents and supply follow-up suggestions. */
  queries: NearPassages
}

export interface EvidenceOptions {
  /** Restricts the search to these documents. */
  among?: readonly DocumentNumber[] | undefined
  /** Whether words of the question are linked to subjects; default true. */
  linkSubjects?: boolean
  signal?: AbortSignal | undefined
}

export async function gatherEvidence(
  understanding: Understanding,
  archive: Archive,
  options: EvidenceOptions = {},
): Promise<Evidence> {
  const { index, model, facts } = archive
  const { among, linkSubjects = true, signal } = options
  signal?.throwIfAborted()
  const keys = [...new Set(understanding.names.flatMap(({ entities }) => entities.map(entityKey)))]
  const words = `${understanding.question} ${nameTerms(keys)}`
  // The full-text search runs on other threads while the model computes on this one.
  const matching = index.matchText(words, { limit: SEARCH_LIMITS.text, among })
  const matchingRecords = facts.allExpanded
    ? matching
    : index.matchText(words, { limit: SEARCH_LIMITS.text, column: 'record', among })
  const [vector = new Float32Array(model.dimension)] = await model.embed([understanding.question], 'query')
  signal?.throwIfAborted()
  const searching = Promise.all([
    index.nearest('query', vector, { limit: SEARCH_LIMITS.query, among }),
    index.nearest('sentence', vector, { limit: SEARCH_LIMITS.sentence, among }),
    // If all records have expansion queries, the other searches also find what a search by record vector would.
    facts.allExpanded ? undefined : index.nearest('record', vector, { limit: SEARCH_LIMITS.record, among }),
    matching,
    matchingRecords,
  ])
  const { question, names } = understanding
  const subjects = linkSubjects ? archive.subjectLinker.linkSubjects(question, names) : []
  const questionSignals = {
    names: nameScores(understanding, facts),
    period: periodScores(understanding.periods, facts.documents),
    maker: makerScores(understanding, facts),
    subject: subjectScores(subjects, facts),
  }
  const [queries, sentences, records, matches, recordMatches] = await searching
  signal?.throwIfAborted()

  const proposing = [matches, sentences, queries, ...(records ? [records] : [])]
  const proposed = new Set(proposing.flatMap(({ numbers }) => [...numbers.subarray(0, MAX_CANDIDATES)]))
  const recordScores = index.recordSimilarities(vector, proposed)
  const signals: Signals = {
    ...questionSignals,
    bm25: normalizedScores(textMatchScores(matches), 0),
    record: normalizedScores(recordScores),
    sentence: normalizedScores(closestPassageScores(sentences)),
    query: normalizedScores(closestPassageScores(queries)),
    queries: normalizedScores(meanOfThreeClosestScores(queries)),
  }
  if (!facts.allExpanded)
    creditUnexpandedRecords(signals, normalizedScores(textMatchScores(recordMatches), 0), archive)
  return {
    vector,
    signals,
    subjects,
    best: {
      record: Math.max(0, ...recordScores.values()),
      sentence: sentences.similarities[0] ?? 0,
      query: queries.similarities[0] ?? 0,
    },
    sentences,
    queries,
  }
}

/** Estimates the missing query scores of records without expansion queries, so that they are not ranked too low. */
function creditUnexpandedRecords(signals: Signals, records: Scores, { index, calibration }: Archive): void {
  const credit = calibration.unexpandedCredit
  index.documents.forEach(({ expanded }, number) => {
    if (expanded) return
    const text = ((signals.record.get(number) ?? 0) + (signals.sentence.get(number) ?? 0)) / 2
    const likely = Math.min(1, credit * text)
    if (likely > 0) for (const name of ['query', 'queries'] as const) signals[name].set(number, likely)
    const bm25 = Math.max(signals.bm25.get(number) ?? 0, Math.min(1, credit * (records.get(number) ?? 0)))
    if (bm25 > 0) signals.bm25.set(number, bm25)
  })
}
