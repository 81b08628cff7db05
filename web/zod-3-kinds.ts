/** Stands in for `zod/v3` in the page's bundle (see vite.config.ts): the kinds of schema, of which the page has none. */
export const ZodFirstPartyTypeKind: Readonly<Record<string, string>> = {}
