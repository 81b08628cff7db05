/** Cosine similarity of two L2-normalized vectors: their dot product. */
export function cosineSimilarity(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)
}
