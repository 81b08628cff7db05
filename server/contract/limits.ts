/** Limits of requests that the page keeps to as well. Without zod: the page's first load imports them. */

/** Characters of a question or of words to search for. */
export const MAX_QUESTION_CHARACTERS = 2000

/** Characters of one text in a message of a conversation. */
export const MAX_MESSAGE_TEXT_CHARACTERS = 100_000

/** Documents that a list can skip. */
export const MAX_LIST_OFFSET = 1_000_000

/** Values that the server gives of each facet unless asked for more, and the most that it ever gives of one. */
export const STANDARD_FACET_VALUES = 12
export const MAX_FACET_VALUES = 10_000

/** Documents that one request for citations may name. */
export const MAX_CITED_DOCUMENTS = 200

/** Characters of a document's id in a request. */
export const MAX_DOCUMENT_ID_CHARACTERS = 200

/** Documents that a reader may have quoted or left out, of each kind. */
export const MAX_CHOSEN_DOCUMENTS = 20
