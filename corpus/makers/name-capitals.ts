/** Questions may name a state in lower case ("hungarian telegrams"), and parts of titles are known as names by their capitals. */
import type { LinkedName } from '../names/name-linker.ts'

/** Words that say no more than that papers are the maker's: "Japan's own foreign ministry". */
const OWN = /['’]s own\b/g

/** The question with its linked names capitalized and "own" blanked; each character keeps its place. */
export function capitalized(question: string, names: readonly LinkedName[]): string {
  let text = question.replace(OWN, (words) => ' '.repeat(words.length))
  for (const { start, end } of names) {
    if (start < 0) continue
    const name = text.slice(start, end).replace(/(?<![\p{L}\p{M}\p{N}])\p{Ll}/gu, sameLength)
    text = text.slice(0, start) + name + text.slice(end)
  }
  return text
}

/** A few letters have capitals of another length ("ß"). */
function sameLength(letter: string): string {
  const capital = letter.toUpperCase()
  return capital.length === letter.length ? capital : letter
}
