/** Suggests next questions: on the same topic, answered by this archive, preferably from documents not quoted yet. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import { cosineSimilarity } from '../../embeddings/cosine.ts'
import type { Archive } from '../archive/archive.ts'
import { isNearDuplicateText } from '../retrieval/near-twin.ts'
import type { Retrieval } from '../retrieval/retrieve.ts'
import { offeredExamples } from './example-questions.ts'
import { expandedQuestion, leadsBack, speaksForItself } from './expansion-questions.ts'

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
  for (const { question, document } of candidates(retrieval, quoted, archive)) {
    signal?.throwIfAborted()
    if (suggestions.length === count) break
    if ([...asked, ...suggestions].some((other) => isNearDuplicateText(question, other))) continue
    if (await asksTheSame(question, retrieval, archive)) continue
    if (document) {
      if (checks === MAX_CHECKS) continue
      checks += 1
      if (!(await leadsBack(question, document, archive, signal))) continue
    }
    suggestions.push(question)
  }
  return suggestions
}

const MAX_CHECKS = 5

/** With a `document`, the suggestion is valid only if a search for the question finds that document. */
interface Candidate {
  question: string
  document?: ArchiveDocument
}

/**
 * Thresholds for the score of a document, as a share of the best document's score: on the same topic, and nearer to it than
 * the rest of the archive.
 */
const ON_THE_MATTER = 0.45
const NEAR_THE_MATTER = 0.25

/**
 * Best first: example questions on the topic, topics of the found documents, then less relevant ones. The questions of the
 * expansions come last: they were written to be hard.
 */
function* candidates(
  retrieval: Retrieval,
  quoted: ReadonlySet<string>,
  archive: Archive,
): Generator<Candidate> {
  const best = retrieval.ranked[0]?.score || 1
  const shares = new Map(retrieval.ranked.map(({ document, score }) => [document.id, score / best]))
  const examples = examplesByNearness(shares, quoted, archive)
  yield* examples.filter(({ near }) => near >= ON_THE_MATTER)
  yield* expanded('topic', ON_THE_MATTER, { retrieval, shares, quoted, archive })
  yield* examples.filter(({ near }) => near < ON_THE_MATTER && near >= NEAR_THE_MATTER)
  yield* expanded('topic', NEAR_THE_MATTER, { retrieval, shares, quoted, archive })
  yield* examples.filter(({ near }) => near < NEAR_THE_MATTER)
  yield* expanded('question', NEAR_THE_MATTER, { retrieval, shares, quoted, archive })
}

/** The relevance of an example is the mean over its best documents only: not all of its documents must match. */
const COUNTED = 2

/** Example questions by the scores of their documents; documents that were not quoted yet count more. */
function examplesByNearness(
  shares: ReadonlyMap<string, number>,
  quoted: ReadonlySet<string>,
  archive: Archive,
): { question: string; near: number }[] {
  return offeredExamples(archive)
    .map(({ question, documents }) => {
      const counted = documents
        .map((id) => shares.get(id) ?? 0)
        .sort((a, b) => b - a)
        .slice(0, COUNTED)
      const near = counted.reduce((sum, share) => sum + share, 0) / counted.length
      const fresh = documents.filter((id) => !quoted.has(id)).length / documents.length
      return { question, near, fresh }
    })
    .filter(({ fresh }) => fresh > 0)
    .sort((a, b) => b.near * (1 + b.fresh) - a.near * (1 + a.fresh))
}

interface ExpandedOptions {
  retrieval: Retrieval
  shares: ReadonlyMap<string, number>
  quoted: ReadonlySet<string>
  archive: Archive
}

/** Self-contained expansion queries of the found documents; documents that were not quoted yet come first. */
function* expanded(
  kind: 'topic' | 'question',
  least: number,
  { retrieval, shares, quoted, archive }: ExpandedOptions,
): Generator<Candidate> {
  const found = retrieval.ranked
    .map(({ document }) => document)
    .filter(({ id }) => (shares.get(id) ?? 0) >= least)
  const documents = [
    ...found.filter(({ id }) => !quoted.has(id)),
    ...found.filter(({ id }) => quoted.has(id)),
  ].slice(0, MAX_EXPANDED_DOCUMENTS)
  for (const document of documents) {
    const question = expandedQuestion(document, kind, archive)
    if (question && speaksForItself(question, archive)) yield { question, document }
  }
}

const MAX_EXPANDED_DOCUMENTS = 40

/** Whether a question is a paraphrase of the one asked, by the cosine of their embeddings. */
async function asksTheSame(
  question: string,
  { evidence }: Retrieval,
  { model, calibration }: Archive,
): Promise<boolean> {
  const [vector = new Float32Array(model.dimension)] = await model.embed([question], 'query')
  return cosineSimilarity(vector, evidence.vector) >= calibration.sameQuestion
}
