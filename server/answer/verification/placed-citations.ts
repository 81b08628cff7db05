/** Whether each number of a sentence stands where it belongs: "Kaesong fell by nine [2], and Carter spoke with Park [1]." */

import { readMentions } from './claim.ts'
import type { Knowledge } from './record.ts'
import { missingFrom, type Signs } from './signs.ts'
import type { Source } from './verify.ts'

const MARK = String.raw`\s*\[\d+(?:\s*[,;–-]\s*\d+)*\]`
const MARKS = new RegExp(`(?:${MARK})+`, 'g')

/** What a part of the sentence dates, counts or names that stands in none of the records by whose numbers it is followed. */
export function misplaced(
  cited: string,
  sources: readonly Source[],
  { objections }: Signs,
  knowledge: Knowledge,
): string[] {
  return partsOf(cited).flatMap(({ text, marks }) => {
    const own = sources.filter(({ n }) => marks.has(n))
    if (own.length === 0 || own.length === sources.length) return []
    const records = own.map(({ record }) => record)
    return missingFrom(readMentions(text, knowledge), records, knowledge)
      .filter(({ certain, text }) => certain && !objections.some((other) => other.text === text))
      .map(({ text }) => text)
  })
}

/** The text before each group of numbers; what follows the last of them belongs to no part. */
function partsOf(cited: string): { text: string; marks: ReadonlySet<number> }[] {
  const parts: { text: string; marks: Set<number> }[] = []
  let start = 0
  for (const { 0: marks, index } of cited.matchAll(MARKS)) {
    const numbers = [...marks.matchAll(/(\d+)(?:\s*[–-]\s*(\d+))?/g)].flatMap(([, from, to]) => [
      Number(from),
      ...(to ? [Number(to)] : []),
    ])
    parts.push({ text: cited.slice(start, index).replace(/^[\s,;:]+/, ''), marks: new Set(numbers) })
    start = index + marks.length
  }
  return parts.length > 1 ? parts : []
}
