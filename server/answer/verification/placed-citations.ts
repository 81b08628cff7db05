/** Whether each number of a sentence stands where it belongs: "Kaesong fell by nine [2], and Carter spoke with Park [1]." */
import { CITATION_MARK_PATTERN, citedNumbersIn } from '../../contract/citation-mark.ts'
import { readMentions } from './claim.ts'
import type { Knowledge } from './record.ts'
import { missingFrom, type Signs } from './signs.ts'
import type { Source } from './source.ts'

const MARKS = new RegExp(String.raw`(?:\s*${CITATION_MARK_PATTERN})+`, 'g')

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
    parts.push({
      text: cited.slice(start, index).replace(/^[\s,;:]+/, ''),
      marks: new Set(citedNumbersIn(marks)),
    })
    start = index + marks.length
  }
  return parts.length > 1 ? parts : []
}
