/** Sort orders of lists. Does not import zod: the page's first load imports this file. */

/** Orders of a list of documents without a search. */
export const documentOrders = ['oldest', 'newest', 'title'] as const
export type DocumentOrder = (typeof documentOrders)[number]

/** `relevance` to the search; without a search, oldest first. */
export const documentSorts = ['relevance', ...documentOrders] as const
export type DocumentSort = (typeof documentSorts)[number]

/** `count`: documents that name it, most first. `date`: when it took place or was first named. */
export const nameSorts = ['count', 'name', 'date'] as const
export type NameSort = (typeof nameSorts)[number]
