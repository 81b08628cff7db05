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

/** How an answer ended. */
export const outcomes = ['answered', 'nothing-found'] as const

/** The form of an answer's quotations; whoever does not know it reads the text beside them. */
export const QUOTATIONS_VERSION = 1

/** What limits an answer in quotations: a part of the question was left aside, or nothing lay in the period asked for. */
export const noticeKinds = ['left-aside', 'widened-period'] as const
