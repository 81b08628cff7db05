/** The orders of lists. Without zod: the page's first load imports them. */

/** Orders of a list of documents that was not searched for. */
export const documentOrders = ['oldest', 'newest', 'title'] as const
export type DocumentOrder = (typeof documentOrders)[number]

/** `relevance` is that to the words searched for; without any, the oldest come first. */
export const documentSorts = ['relevance', ...documentOrders] as const
export type DocumentSort = (typeof documentSorts)[number]

/** By how many documents name it, by name, or by when it took place or is first named. */
export const nameSorts = ['count', 'name', 'date'] as const
export type NameSort = (typeof nameSorts)[number]
