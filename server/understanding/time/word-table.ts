/** Tables from words to what they mean, written so that they can be read. */

/** Rows of a meaning and its phrases, which are parted by "|"; phrases are lower-case words with spaces between. */
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
