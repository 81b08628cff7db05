/** Enumerations of the chat messages. Does not import zod: the page's first load imports this file. */

/** Where a language model runs. */
export const providers = ['anthropic', 'openai', 'local'] as const

/** Why a model did not finish its answer. */
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

/** Result of checking a model's sentence against the records that it cites. */
export const sentenceVerdicts = ['supported', 'unclear', 'unsupported', 'uncited', 'unknown-source'] as const

/**
 * Outcome of a question. `near`: no document answers it directly, the nearest sentences are quoted. `nothing-found`: no document
 * is near, or the topic is outside this archive. `about-the-archive`: a greeting, thanks, or a question about the archive itself.
 */
export const outcomes = ['answered', 'near', 'nothing-found', 'about-the-archive'] as const
export type Outcome = (typeof outcomes)[number]

/** Relevance of a document: it answers the question, it touches on it, or it is only near and is not quoted. */
export const sourceRelevances = ['answers', 'touches', 'near'] as const
export type SourceRelevance = (typeof sourceRelevances)[number]

/** Version of the `data-quotations` format; clients that do not know it use the text part, which says the same. */
export const QUOTATIONS_VERSION = 1

/**
 * What limits an answer in quotations, in this order: part of the question was ignored; no document is of the period asked for;
 * none is of the maker, kind or publisher asked for; no record states what the question presupposes; earlier answers have
 * already quoted everything found.
 */
export const noticeKinds = [
  'left-aside',
  'widened-period',
  'widened-maker',
  'not-told',
  'nothing-new',
] as const
