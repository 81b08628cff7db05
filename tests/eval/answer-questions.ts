/** Questions and conversations with the sentences of the summaries that answer them: `answers-dev.jsonl`. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** A sentence of a document's summary, counted from 0 as `embeddings/split-sentences.ts` splits them. */
const labelledSentenceSchema = z.object({
  document: z.string(),
  index: z.int().min(0),
  /** 2: answers outright; 1: useful context. */
  grade: z.union([z.literal(1), z.literal(2)]),
  /** Sentences of the same summary that it cannot be understood without. */
  needs: z.array(z.int()).default([]),
  /** The side or the stage that it speaks to. */
  part: z.string().optional(),
  text: z.string(),
})

const turnShape = {
  question: z.string(),
  answerable: z.boolean().default(true),
  sentences: z.array(labelledSentenceSchema).default([]),
  parts: z.array(z.string()).nullish(),
  /** Documents that a good librarian would point to. */
  near: z.array(z.string()).default([]),
  note: z.string().optional(),
}

const answerTypes = ['why', 'change', 'comparison', 'who', 'fact', 'constraint', 'absent'] as const

const singleSchema = z.object({ id: z.string(), type: z.enum(answerTypes), ...turnShape })
const conversationSchema = z.object({
  id: z.string(),
  turns: z.array(z.object({ ...turnShape, standalone: z.string().optional() })).min(1),
})
const rowSchema = z.union([singleSchema, conversationSchema])

export type LabelledTurn =
  | z.output<typeof singleSchema>
  | z.output<typeof conversationSchema>['turns'][number]
export type AnswerRow = z.output<typeof rowSchema>

export function answerRows(
  file: string | URL = new URL('./answers-dev.jsonl', import.meta.url),
): AnswerRow[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => rowSchema.parse(JSON.parse(line)))
}

/** The turns of a row: a single question is one turn. */
export function turnsOf(row: AnswerRow): readonly LabelledTurn[] {
  return 'turns' in row ? row.turns : [row]
}
