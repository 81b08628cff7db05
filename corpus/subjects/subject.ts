/** An entry of the thesaurus of subjects, `subjects.json`. */
import { z } from 'zod'

const text = z.string().trim().min(1, 'must not be empty')

export const subjectSchema = z.strictObject({
  /** What readers see. */
  preferred: text,
  /** The strings by which records mean it. */
  variants: z.array(text),
  /** The preferred forms of subjects of which this one is a part or a case. */
  broader: z.array(text).default([]),
  /** Words with which questions mean it; two subjects may share them. */
  asked: z.array(text).default([]),
})

export type Subject = z.output<typeof subjectSchema>
