/** Replaces `zod/v3` in the page's bundle (see vite.config.ts): an empty enumeration of schema kinds. */
export const ZodFirstPartyTypeKind: Readonly<Record<string, string>> = {}
