/** Example questions that the catalog answers: shown on the start page and as follow-up suggestions. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { documentIdSchema } from './document.ts'
import { CorpusError, readJson } from './json-files.ts'

const exampleQuestionSchema = z.strictObject({
  question: z
    .string()
    .regex(/^\p{Lu}.*[^?\s]\?$/u, 'must begin with a capital and end with one question mark'),
  /** Main decade and partner country. Examples shown together differ in both. */
  decade: z.string().regex(/^(?:19|20)\d0s$/, 'must be a decade as "1950s"'),
  partner: z.string().trim().min(1, 'must not be empty'),
  /** Documents quoted in the reviewed answer, best first. The question is offered only if the catalog has them. */
  documents: z.array(documentIdSchema).min(1, 'must hold at least one document'),
})

export type ExampleQuestion = z.output<typeof exampleQuestionSchema>

/**
 * Reads `<folder>/example-questions.json`; empty if there is no such file.
 * @throws {CorpusError} for a file that violates the schema, or a duplicate question
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
