/** Whether two sentences say the same: records of one meeting often share theirs, with a word changed. */

/** Share of common word trigrams from which two sentences are twins. */
const TWIN = 0.5

export function isNearTwin(a: string, b: string): boolean {
  const [first, second] = [trigrams(a), trigrams(b)]
  let common = 0
  for (const trigram of first) if (second.has(trigram)) common += 1
  return common / Math.max(1, Math.min(first.size, second.size)) >= TWIN
}

function trigrams(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length < 3) return new Set([words.join(' ')])
  return new Set(words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`))
}
