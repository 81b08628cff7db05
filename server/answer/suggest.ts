/** Follow-up and example questions: `question` entries of the expansions, each one that this archive answers. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import { yearOf } from '../../corpus/reduced-date.ts'
import { QUESTION_ORDINAL } from '../../embeddings/passages.ts'
import type { Archive } from '../archive/archive.ts'
import { isNearTwin } from '../retrieval/near-twin.ts'
import { type Retrieval, retrieve } from '../retrieval/retrieve.ts'

/** Whether retrieval finds the question's own document among its first results. */
const WITHIN_FIRST = 3

/** Up to `count` questions near to what was asked, nearest first, none of which was asked already. */
export async function suggestQuestions(
  retrieval: Retrieval,
  asked: readonly string[],
  archive: Archive,
  options: { count: number; signal?: AbortSignal },
): Promise<string[]> {
  const suggestions: string[] = []
  for (const document of nearestQuestions(retrieval, archive)) {
    if (suggestions.length === options.count) break
    const question = questionOf(document, archive)
    if (!question || [...asked, ...suggestions].some((other) => isNearTwin(question, other))) continue
    if (await leadsBack(question, document, archive, options.signal)) suggestions.push(question)
  }
  return suggestions
}

/** Documents by how near their question is to the one that was asked; where few are, the best documents follow. */
function nearestQuestions(
  { evidence, ranked }: Retrieval,
  { facts, calibration }: Archive,
): ArchiveDocument[] {
  const { numbers, ordinals, similarities } = evidence.queries
  const near = [...numbers].filter(
    (_, row) => ordinals[row] === QUESTION_ORDINAL && (similarities[row] ?? 0) < calibration.sameQuestion,
  )
  const found = [...near, ...ranked.map(({ number }) => number)].map((number) => facts.documents[number])
  return [...new Set(found)].filter((document) => document !== undefined)
}

/** `count` questions spread over the archive's years; `seed` turns to other ones. */
export async function exampleQuestions(
  archive: Archive,
  options: { count: number; seed: number },
): Promise<string[]> {
  const { documents } = archive.catalog
  const examples: string[] = []
  const decades = new Set<number>()
  // A step that is coprime to most sizes visits documents far apart in time.
  for (let tried = 0; tried < documents.length && examples.length < options.count; tried += 1) {
    const document = documents[(options.seed + tried * 167) % documents.length]
    const question = document && questionOf(document, archive)
    if (!document || !question || question.length < 40 || question.length > 100) continue
    if (!namesSomething(question, archive)) continue
    const decade = Math.floor(yearOf(document.date) / 10)
    if (decades.has(decade) && decades.size < 5) continue
    if (!(await leadsBack(question, document, archive))) continue
    decades.add(decade)
    examples.push(question)
  }
  return examples
}

/** A question in form; "how the embassy saw it" and the like are topics. */
const INTERROGATIVE =
  /^(?:(?:how|why|when|where)(?: (?:many|much|long|far|often|close|soon|frank|well|badly))? (?:did|do|does|was|were|is|are|had|has|have|would|could|should|might|can)\b|(?:what|who|whom|whose|which|did|does|do|was|were|has|had|could|would|should)\b)/i

/** The document's `question` as a reader would type it, where it is one. */
function questionOf(document: ArchiveDocument, { catalog }: Archive): string | undefined {
  const question = catalog.expansions.get(document.id)?.questions.question
  if (!question || !INTERROGATIVE.test(question)) return undefined
  return question[0]?.toUpperCase() + question.slice(1).replace(/[?.\s]*$/, '?')
}

async function leadsBack(
  question: string,
  document: ArchiveDocument,
  archive: Archive,
  signal?: AbortSignal,
): Promise<boolean> {
  const { answerability, ranked } = await retrieve(question, archive, { signal })
  return (
    answerability.answerable &&
    ranked.slice(0, WITHIN_FIRST).some((result) => result.document.id === document.id)
  )
}

/** Whether a question names a person, an organization or an event, so that it can be understood by itself. */
function namesSomething(question: string, { linker }: Archive): boolean {
  return linker.link(question).some(({ entities }) => entities.some(({ kind }) => kind !== 'place'))
}
