/** Builds lookup tables from phrases to their meaning out of a compact notation. */

/**
 * Each row is a meaning and its phrases, separated by "|". Phrases are lower-case tokens separated by spaces.
 *
 * @example wordTable([[3, 'spring'], [9, 'autumn | fall']]).get('fall') // 9
 */
export function wordTable<Meaning>(
  rows: readonly (readonly [Meaning, string])[],
): ReadonlyMap<string, Meaning> {
  return new Map(
    rows.flatMap(([meaning, list]) => phrasesOf(list).map((phrase): [string, Meaning] => [phrase, meaning])),
  )
}

export function wordSet(list: string): ReadonlySet<string> {
  return new Set(phrasesOf(list))
}

function phrasesOf(list: string): string[] {
  return list.split('|').map((phrase) => phrase.trim().replace(/\s+/g, ' '))
}
