/** Regular expressions from data files: validated so that they match in linear time, and compiled once. */
import { z } from 'zod'

const MAX_PATTERN_CHARACTERS = 200

/**
 * Constructs that can make matching slower than linear: unbounded repetition, a repeated group, look-around and
 * back-references. Without them, the number of steps per start position depends only on the pattern. Applied after
 * escapes and character classes are removed.
 */
const NOT_LINEAR_TIME = /[*+]|\{\d+,\}|\)\{|\(\?<?[=!]|\\[1-9k]/

/** Parses a pattern string into a `RegExp` with the flags `iu`. */
export const linearTimePatternSchema = z
  .string()
  .min(1, 'must not be empty')
  .max(MAX_PATTERN_CHARACTERS, `must have at most ${MAX_PATTERN_CHARACTERS} characters`)
  .transform((source, context) => {
    const reject = (message: string) => {
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    }
    if (NOT_LINEAR_TIME.test(withoutLiterals(source)))
      return reject(
        `"${source}" must have an upper bound for each repetition ("{1,6}"), repeat no group, and have no look-around or back-reference`,
      )
    try {
      return new RegExp(source, 'iu')
    } catch (error) {
      return reject(error instanceof Error ? error.message : String(error))
    }
  })

/** Replaces each escaped character and each character class by "_", because `*` and `+` are literal there. */
function withoutLiterals(source: string): string {
  return source.replace(/\\[^1-9k]/gu, '_').replace(/\[[^\]]*\]/gu, '_')
}
