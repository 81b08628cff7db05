/** How long an answer without a language model may be: what reads in a minute. */

/** Documents it may quote, and sentences it may take from one and in all. */
export const MOST_DOCUMENTS = 6
export const MOST_FROM_ONE = 3
export const MOST_SENTENCES = 8
/** Sentences that may come on top, since the ones before them only set the scene. */
export const MOST_CONTINUATIONS = 3
