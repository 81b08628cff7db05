/** Regular expressions that stand in data files: checked and compiled once, and linear in the text that they read. */
import { z } from 'zod'

const MAX_PATTERN_CHARACTERS = 200

/**
 * What could make matching slower than linear: repetition without an upper bound, a repeated group, looking around,
 * and back-references. Without them a match from one place takes at most a number of steps that the pattern alone
 * sets. Escapes and character classes are taken out before this is looked for.
 */
const NOT_LINEAR = /[*+]|\{\d+,\}|\)\{|\(\?<?[=!]|\\[1-9k]/

/** A pattern as text in, a `RegExp` out that ignores case and reads Unicode characters (`iu`). */
export const linearPatternSchema = z
  .string()
  .min(1, 'must not be empty')
  .max(MAX_PATTERN_CHARACTERS, `must have at most ${MAX_PATTERN_CHARACTERS} characters`)
  .transform((source, context) => {
    const reject = (message: string) => {
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    }
    if (NOT_LINEAR.test(withoutLiterals(source)))
      return reject(
        `"${source}" must have an upper bound for each repetition ("{1,6}"), repeat no group, and have no look-around or back-reference`,
      )
    try {
      return new RegExp(source, 'iu')
    } catch (error) {
      return reject(error instanceof Error ? error.message : String(error))
    }
  })

/** The pattern with "_" for each escaped character and each character class, in which `*` and `+` are themselves. */
function withoutLiterals(source: string): string {
  return source.replace(/\\[^1-9k]/gu, '_').replace(/\[[^\]]*\]/gu, '_')
}
