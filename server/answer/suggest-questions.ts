/** Suggests next questions: on the same topic, answered by this archive, preferably from documents not quoted yet. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import { cosineSimilarity } from '../../embeddings/cosine-similarity.ts'
import type { Archive } from '../archive/archive.ts'
import { isNearDuplicateText } from '../retrieval/near-duplicate-text.ts'
import type { Retrieval } from '../retrieval/retrieve.ts'
import { availableExamples } from './example-questions.ts'
import { findsOwnDocument, isSelfContained, questionFromExpansion } from './expansion-questions.ts'

interface SuggestOptions {
  count: number
  /** Ids of the documents that this answer and those before quote. */
  quoted: ReadonlySet<string>
  signal?: AbortSignal
}

/** Up to `count` questions that were not asked before, not even in other words. */
export async function suggestQuestions(
  retrieval: Retrieval,
  asked: readonly string[],
  archive: Archive,
  { count, quoted, signal }: SuggestOptions,
): Promise<string[]> {
  const suggestions: string[] = []
  // Each check costs a search, some 11 ms.
  let checks = 0
  for (const { question, document } of questionCandidates(retrieval, quoted, archive)) {
    signal?.throwIfAborted()
    if (suggestions.length === count) break
    if ([...asked, ...suggestions].some((other) => isNearDuplicateText(question, other))) continue
    if (await isParaphraseOfAsked(question, retrieval, archive)) continue
    if (document) {
      if (checks === MAX_SEARCH_CHECKS) continue
      checks += 1
      if (!(await findsOwnDocument(question, document, archive, signal))) continue
    }
    suggestions.push(question)
  }
  return suggestions
}

const MAX_SEARCH_CHECKS = 5

/** With a `document`, the suggestion is valid only if a search for the question finds that document. */
interface Candidate {
  question: string
  document?: ArchiveDocument
}

/**
 * Thresholds for the score of a document, as a share of the best document's score: on the same topic, and nearer to it than
 * the rest of the archive.
 */
const SAME_TOPIC_SCORE_SHARE = 0.45
const NEAR_TOPIC_SCORE_SHARE = 0.25

/**
 * Best first: example questions on the topic, topics of the found documents, then less relevant ones. The questions of the
 * expansions come last: they were written to be hard.
 */
function* questionCandidates(
  retrieval: Retrieval,
  quoted: ReadonlySet<string>,
  archive: Archive,
): Generator<Candidate> {
  const best = retrieval.ranked[0]?.score || 1
  const shares = new Map(retrieval.ranked.map(({ document, score }) => [document.id, score / best]))
  const examples = examplesByRelevance(shares, quoted, archive)
  yield* examples.filter(({ relevance }) => relevance >= SAME_TOPIC_SCORE_SHARE)
  yield* expansionCandidates('topic', SAME_TOPIC_SCORE_SHARE, { retrieval, shares, quoted, archive })
  yield* examples.filter(
    ({ relevance }) => relevance < SAME_TOPIC_SCORE_SHARE && relevance >= NEAR_TOPIC_SCORE_SHARE,
  )
  yield* expansionCandidates('topic', NEAR_TOPIC_SCORE_SHARE, { retrieval, shares, quoted, archive })
  yield* examples.filter(({ relevance }) => relevance < NEAR_TOPIC_SCORE_SHARE)
  yield* expansionCandidates('question', NEAR_TOPIC_SCORE_SHARE, { retrieval, shares, quoted, archive })
}

/** The relevance of an example is the mean over its best documents only: not all of its documents must match. */
const SCORED_EXAMPLE_DOCUMENTS = 2

/** Example questions by the scores of their documents; documents that were not quoted yet count more. */
function examplesByRelevance(
  shares: ReadonlyMap<string, number>,
  quoted: ReadonlySet<string>,
  archive: Archive,
): { question: string; relevance: number }[] {
  return availableExamples(archive)
    .map(({ question, documents }) => {
      const counted = documents
        .map((id) => shares.get(id) ?? 0)
        .sort((a, b) => b - a)
        .slice(0, SCORED_EXAMPLE_DOCUMENTS)
      const relevance = counted.reduce((sum, share) => sum + share, 0) / counted.length
      const fresh = documents.filter((id) => !quoted.has(id)).length / documents.length
      return { question, relevance, fresh }
    })
    .filter(({ fresh }) => fresh > 0)
    .sort((a, b) => b.relevance * (1 + b.fresh) - a.relevance * (1 + a.fresh))
}

interface ExpandedOptions {
  retrieval: Retrieval
  shares: ReadonlyMap<string, number>
  quoted: ReadonlySet<string>
  archive: Archive
}

/** Self-contained expansion queries of the found documents; documents that were not quoted yet come first. */
function* expansionCandidates(
  kind: 'topic' | 'question',
  minShare: number,
  { retrieval, shares, quoted, archive }: ExpandedOptions,
): Generator<Candidate> {
  const found = retrieval.ranked
    .map(({ document }) => document)
    .filter(({ id }) => (shares.get(id) ?? 0) >= minShare)
  const documents = [
    ...found.filter(({ id }) => !quoted.has(id)),
    ...found.filter(({ id }) => quoted.has(id)),
  ].slice(0, MAX_EXPANDED_DOCUMENTS)
  for (const document of documents) {
    const question = questionFromExpansion(document, kind, archive)
    if (question && isSelfContained(question, archive)) yield { question, document }
  }
}

const MAX_EXPANDED_DOCUMENTS = 40

/** Whether a question is a paraphrase of the one asked, by the cosine of their embeddings. */
async function isParaphraseOfAsked(
  question: string,
  { evidence }: Retrieval,
  { model, calibration }: Archive,
): Promise<boolean> {
  const [vector = new Float32Array(model.dimension)] = await model.embed([question], 'query')
  return cosineSimilarity(vector, evidence.vector) >= calibration.sameQuestion
}
