/** Chooses example questions that this catalog answers; the seed changes each day. */
import type { Catalog } from '../../corpus/catalog.ts'
import type { ExampleQuestion } from '../../corpus/example-question.ts'
import { yearOf } from '../../corpus/reduced-date.ts'
import type { Archive } from '../archive/archive.ts'
import { findsOwnDocument, isSelfContained, questionFromExpansion } from './expansion-questions.ts'

/** Example questions of a catalog that were asked and not answered; they are no longer offered. */
const withdrawnByCatalog = new WeakMap<Catalog, Set<string>>()

/**
 * The example questions whose documents are all in this catalog. A test checks that the bundled corpus answers them; with
 * another catalog, one that is asked and not answered is withdrawn (`withdrawExample`).
 */
export function availableExamples({ catalog }: Pick<Archive, 'catalog'>): ExampleQuestion[] {
  const failed = withdrawnByCatalog.get(catalog)
  return catalog.exampleQuestions.filter(
    ({ question, documents }) => !failed?.has(question) && documents.every((id) => catalog.byId.has(id)),
  )
}

/** Removes an unanswered question from the examples; does nothing for other questions. */
export function withdrawExample(question: string, { catalog }: Pick<Archive, 'catalog'>): void {
  if (!catalog.exampleQuestions.some((example) => example.question === question)) return
  withdrawnByCatalog.set(catalog, (withdrawnByCatalog.get(catalog) ?? new Set()).add(question))
}

/** `count` questions over different decades and partner countries, earliest decade first; another `seed` gives others. */
export async function exampleQuestions(
  archive: Archive,
  options: { count: number; seed: number },
): Promise<string[]> {
  const chosen = selectDiverse(seededShuffle(availableExamples(archive), options.seed), options.count)
  const examples = chosen.sort((a, b) => a.decade.localeCompare(b.decade)).map(({ question }) => question)
  const missingCount = options.count - examples.length
  return missingCount === 0
    ? examples
    : [...examples, ...(await examplesFromExpansions(archive, { ...options, count: missingCount }))]
}

/** A pseudo-random order that depends only on the seed: sorts by fractional parts of multiples of the golden ratio. */
function seededShuffle<Item>(items: readonly Item[], seed: number): Item[] {
  const keyed = items.map((item, index) => ({ item, key: ((index + 1) * (seed + 1) * GOLDEN_RATIO) % 1 }))
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item)
}

const GOLDEN_RATIO = 0.6180339887498949

/** Prefers examples with a new decade and a new partner country, then with either of them, then any. */
function selectDiverse(examples: readonly ExampleQuestion[], count: number): ExampleQuestion[] {
  const chosen: ExampleQuestion[] = []
  const isNew = (key: 'decade' | 'partner') => (each: ExampleQuestion) =>
    chosen.every((other) => other[key] !== each[key])
  const [newDecade, newPartner] = [isNew('decade'), isNew('partner')]
  const rules = [
    (each: ExampleQuestion) => newDecade(each) && newPartner(each),
    newDecade,
    newPartner,
    () => true,
  ]
  for (const fits of rules)
    for (const each of examples)
      if (chosen.length < count && !chosen.includes(each) && fits(each)) chosen.push(each)
  return chosen
}

const MIN_EXAMPLE_CHARACTERS = 40
const MAX_EXAMPLE_CHARACTERS = 100
/** A decade is repeated only after this many different ones. */
const MIN_DISTINCT_DECADES = 5
/** A prime is coprime to most catalog sizes: the steps visit all documents, each far in time from the one before. */
const PRIME_STEP = 167

/** For a catalog with too few example questions: questions of its expansions, spread over the archive's years. */
async function examplesFromExpansions(
  archive: Archive,
  { count, seed }: { count: number; seed: number },
): Promise<string[]> {
  const { documents } = archive.catalog
  const examples: string[] = []
  const decades = new Set<number>()
  for (let tried = 0; tried < documents.length && examples.length < count; tried += 1) {
    const document = documents[(seed + tried * PRIME_STEP) % documents.length]
    const question = document && questionFromExpansion(document, 'question', archive)
    if (
      !document ||
      !question ||
      question.length < MIN_EXAMPLE_CHARACTERS ||
      question.length > MAX_EXAMPLE_CHARACTERS
    )
      continue
    if (!isSelfContained(question, archive)) continue
    const decade = Math.floor(yearOf(document.date) / 10)
    if (decades.has(decade) && decades.size < MIN_DISTINCT_DECADES) continue
    if (!(await findsOwnDocument(question, document, archive))) continue
    decades.add(decade)
    examples.push(question)
  }
  return examples
}
