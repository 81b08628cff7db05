/** Whether the archive is likely to hold an answer at all. */

export interface Evidence {
  /** Cosine of the question with the nearest passage. */
  similarity: number
  /** BM25 of the best record. */
  bm25: number
}

/**
 * A question is answerable when some passage is close in meaning, or somewhat close while a record holds its rarer
 * words. Set on `tests/eval` (dev-a, -b, -c): questions off the archive's subject stay below both lines.
 */
export function isAnswerable({ similarity, bm25 }: Evidence): boolean {
  return similarity >= 0.34 || (similarity >= 0.29 && bm25 >= 13)
}
