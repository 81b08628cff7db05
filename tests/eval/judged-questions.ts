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
  ]),
  answerable: z.boolean(),
  /** The judge's remark. */
  note: z.string().optional(),
  /** Grades 1 to 3 by document id; a document without a grade is not relevant. */
  relevant: z.record(z.string(), z.int().min(1).max(3)),
})
export type JudgedQuestion = z.output<typeof judgedQuestionSchema>

/** `absent`: our own questions on what the archive lacks, to set the line at which it abstains; not part of the scores. */
export type QuestionSet = (typeof developmentSets)[number] | 'absent'

export const developmentSets = ['dev-a', 'dev-b', 'dev-c'] as const

export function judgedQuestions(set: QuestionSet): JudgedQuestion[] {
  const lines = readFileSync(new URL(`./${set}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => judgedQuestionSchema.parse(JSON.parse(line)))
}
