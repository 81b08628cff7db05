/** The cosine of two vectors of the embedding model, which are L2-normalized. */
export function cosineOf(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)
}
