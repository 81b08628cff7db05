/** Near-duplicate texts: records of one meeting often share sentences with a word changed. */

/** Two texts are near-duplicates if they share at least this part of the shorter text's word trigrams. */
const NEAR_DUPLICATE_TRIGRAM_SHARE = 0.5

export function isNearDuplicateText(a: string, b: string): boolean {
  const [first, second] = [trigrams(a), trigrams(b)]
  let common = 0
  for (const trigram of first) if (second.has(trigram)) common += 1
  return common / Math.max(1, Math.min(first.size, second.size)) >= NEAR_DUPLICATE_TRIGRAM_SHARE
}

function trigrams(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length < 3) return new Set([words.join(' ')])
  return new Set(words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`))
}
