/** A mark of citation in an answer, `[2]`, `[2, 5]` or `[2–4]`, with the blanks before it; its numbers are a group. */
export const CITATION_MARK = /(?<!\s)\s*\[(\d+(?:\s*[,;–-]\s*\d+)*)\]/g
