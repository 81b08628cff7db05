/** An entry of the thesaurus of subjects, `subjects.json`. */
import { z } from 'zod'

const nonEmptyText = z.string().trim().min(1, 'must not be empty')

export const subjectSchema = z.strictObject({
  /** The form shown to users. */
  preferred: nonEmptyText,
  /** Strings that records use for it. */
  variants: z.array(nonEmptyText),
  /** Preferred forms of the subjects of which this one is a part or a case. */
  broader: z.array(nonEmptyText).default([]),
  /** Words that questions use for it. Subjects may share them. */
  asked: z.array(nonEmptyText).default([]),
})

export type Subject = z.output<typeof subjectSchema>
