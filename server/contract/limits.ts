/** Limits of requests, for server and page. Does not import zod: the page's first load imports this file. */

/** Of a question or a search. */
export const MAX_QUESTION_CHARACTERS = 2000

/** Of one text part in a chat message. */
export const MAX_MESSAGE_TEXT_CHARACTERS = 100_000

/** Documents that a list may skip. */
export const MAX_LIST_OFFSET = 1_000_000

/** Values returned for each facet. */
export const DEFAULT_FACET_VALUES = 12
export const MAX_FACET_VALUES = 10_000

/** In one request for citations. */
export const MAX_CITED_DOCUMENTS = 200

/** Of a document's id in a request. */
export const MAX_DOCUMENT_ID_CHARACTERS = 200

/** Documents that a user may force into an answer, and that the user may exclude from it. */
export const MAX_CHOSEN_DOCUMENTS = 20
