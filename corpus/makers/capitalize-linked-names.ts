/** Prepares questions for the title parser, which recognizes names by capitals: "hungarian telegrams" → "Hungarian telegrams". */
import type { LinkedName } from '../names/name-linker.ts'

/** Words without meaning for the parser: "Japan's own foreign ministry". */
const POSSESSIVE_OWN = /['’]s own\b/g

/** Capitalizes the linked names and blanks "'s own". All offsets stay the same. */
export function capitalizeLinkedNames(question: string, names: readonly LinkedName[]): string {
  let text = question.replace(POSSESSIVE_OWN, (words) => ' '.repeat(words.length))
  for (const { start, end } of names) {
    if (start < 0) continue
    const name = text.slice(start, end).replace(/(?<![\p{L}\p{M}\p{N}])\p{Ll}/gu, capitalOfSameLength)
    text = text.slice(0, start) + name + text.slice(end)
  }
  return text
}

/** Leaves letters unchanged whose capital has another length ("ß"), so that offsets stay the same. */
function capitalOfSameLength(letter: string): string {
  const capital = letter.toUpperCase()
  return capital.length === letter.length ? capital : letter
}
