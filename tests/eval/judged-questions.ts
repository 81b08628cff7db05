/** The judged questions of the development set: `dev-a`, `dev-b` (all types) and `dev-c` (broad ones). */
import { readFileSync } from 'node:fs'
import { z } from 'zod'

const judgedQuestionSchema = z.strictObject({
  id: z.string(),
  question: z.string(),
  type: z.enum([
    'paraphrase',
    'topic',
    'constrained',
    'names',
    'keywords',
    'detail',
    'broad',
    'unanswerable',
    'own',
  ]),
  answerable: z.boolean(),
  /** The judge's remark. */
  note: z.string().optional(),
  /** Grades 1 to 3 by document id; a document without a grade is not relevant. */
  relevant: z.record(z.string(), z.int().min(1).max(3)),
})
export type JudgedQuestion = z.output<typeof judgedQuestionSchema>

/**
 * Our own questions, to set the line at which the archive abstains; not part of the scores. `absent` asks for what it lacks,
 * `present` for what one record answers (whether others do was not judged).
 */
export const ownSets = ['absent', 'present'] as const
export type QuestionSet = (typeof developmentSets)[number] | (typeof ownSets)[number]

export const developmentSets = ['dev-a', 'dev-b', 'dev-c'] as const

export function judgedQuestions(set: QuestionSet): JudgedQuestion[] {
  const lines = readFileSync(new URL(`./${set}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => judgedQuestionSchema.parse(JSON.parse(line)))
}
