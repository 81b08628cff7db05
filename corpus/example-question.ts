/** Questions that readers ask and that the catalog answers: shown on the start page and as what to ask next. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { documentIdSchema } from './document.ts'
import { CorpusError, readJson } from './json-files.ts'

const exampleQuestionSchema = z.strictObject({
  question: z
    .string()
    .regex(/^\p{Lu}.*[^?\s]\?$/u, 'must begin with a capital and end with one question mark'),
  /** What it is mainly about; examples that are shown together are of several of both. */
  decade: z.string().regex(/^(?:19|20)\d0s$/, 'must be a decade as "1950s"'),
  partner: z.string().trim().min(1, 'must not be empty'),
  /** The documents that were quoted when the answer was read and found good, best first. A catalog without them does not offer the question. */
  documents: z.array(documentIdSchema).min(1, 'must hold at least one document'),
})

export type ExampleQuestion = z.output<typeof exampleQuestionSchema>

/**
 * Reads `<folder>/example-questions.json`; a corpus without that file has no example questions.
 * @throws {CorpusError} for a file that breaks the schema, or a question that stands there twice.
 */
export async function loadExampleQuestions(folder: string): Promise<ExampleQuestion[]> {
  const file = join(folder, 'example-questions.json')
  if (!existsSync(file)) return []
  const examples = await readJson(file, z.array(exampleQuestionSchema))
  const seen = new Set<string>()
  examples.forEach(({ question }, index) => {
    if (seen.has(question))
      throw new CorpusError(`${file}: ${index}.question: "${question}" stands there twice`)
    seen.add(question)
  })
  return examples
}
