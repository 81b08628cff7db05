/** What an address that leads nowhere may have meant: the words of a document's id, and its year. */

/** "1984-05-30-honecker-kim-talk" → "honecker kim talk 1984"; undefined where there is no word. */
export function wordsOfId(id: string): string | undefined {
  const [, year, rest = id] = /^((?:19|20)\d\d)(?:-\d\d){0,2}-(.*)$/su.exec(id) ?? []
  const words = rest.match(/[\p{L}\p{N}]+/gu) ?? []
  if (!words.some((word) => /\p{L}{2}/u.test(word))) return undefined
  // The year alone: whoever remembers an address is often wrong by some days.
  return [...words, ...(year ? [year] : [])].join(' ').slice(0, 300)
}
