/** Citations as answers have them: `[2]`, `[2, 5]`, `[2–4]`. */

/** One mark, as a pattern. */
export const CITATION_MARK = String.raw`\[\d+(?:\s*[,;–-]\s*\d+)*\]`
/** Looking back keeps the time linear in a text of blanks. */
const WITH_BLANKS_BEFORE = new RegExp(String.raw`(?<!\s)\s*${CITATION_MARK}`, 'g')

/** A mark that has begun and not ended, at the end of a text that is still being written. */
export const UNFINISHED_MARK = /(?<!\s)\s*\[(?:\d[\d\s,;–-]*)?$/

/** More than this in one mark, such as [1-99], is no citation but a wish for one; the first ones are enough to refuse it. */
const MOST_IN_RANGE = 20

/** Where a mark stands in its text, from the blanks before it on, and its numbers in order, each once. */
export interface PlacedMark {
  start: number
  end: number
  numbers: number[]
}

export function marksIn(text: string): PlacedMark[] {
  return [...text.matchAll(WITH_BLANKS_BEFORE)].map(({ 0: mark, index }) => ({
    start: index,
    end: index + mark.length,
    numbers: numbersOf(mark),
  }))
}

/** The numbers in all marks of a text, each once, in order. */
export function citationsIn(text: string): number[] {
  return [...new Set(marksIn(text).flatMap(({ numbers }) => numbers))]
}

export function withoutCitationMarks(text: string): string {
  return text.replace(WITH_BLANKS_BEFORE, '')
}

function numbersOf(mark: string): number[] {
  const numbers = [...mark.matchAll(/(\d+)(?:\s*[–-]\s*(\d+))?/g)].flatMap(([, from, to]) =>
    range(Number(from), Number(to ?? from)),
  )
  return [...new Set(numbers)]
}

function range(from: number, to: number): number[] {
  const length = Math.min(Math.max(1, to - from + 1), MOST_IN_RANGE)
  return Array.from({ length }, (_, index) => from + index)
}
