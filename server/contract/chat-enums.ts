/** The fixed values of a conversation's messages. Without zod: the page's first load imports them. */

/** Where a language model runs. */
export const providers = ['anthropic', 'openai', 'local'] as const

/** Why a model's answer was not finished. */
export const failureCauses = [
  'refused-key',
  'unknown-model',
  'wrong-address',
  'too-much-to-read',
  'too-slow',
  'too-long',
  'busy',
  'server-error',
  'unreachable',
  'broken-off',
  'garbled',
  'empty',
  'no-end-of-searching',
  'withheld',
  'failed',
] as const
export type FailureCause = (typeof failureCauses)[number]

/** How a sentence of a model stands to the records that it cites. */
export const sentenceVerdicts = ['supported', 'unclear', 'unsupported', 'uncited', 'unknown-source'] as const

/**
 * How an answer ended. `near`: nothing says it outright, what comes nearest is quoted. `nothing-found`: nothing is even
 * near, or the matter is not this archive's. `about-the-archive`: a greeting, thanks, or a question about the archive itself.
 */
export const outcomes = ['answered', 'near', 'nothing-found', 'about-the-archive'] as const
export type Outcome = (typeof outcomes)[number]

/** What a document says to the question: it answers, it touches on it, or it is merely near and is not quoted. */
export const sourceReadings = ['answers', 'touches', 'near'] as const
export type SourceReading = (typeof sourceReadings)[number]

/** The form of an answer's quotations; whoever does not know it reads the text beside them. */
export const QUOTATIONS_VERSION = 1

/**
 * What limits an answer in quotations: a part of the question was left aside, nothing lay in the period asked for,
 * nothing was of the maker, the kind or the publisher asked for, no record states what the question presupposes, or nothing was found beyond what earlier answers quoted.
 */
export const noticeKinds = [
  'left-aside',
  'widened-period',
  'widened-maker',
  'not-told',
  'nothing-new',
] as const
