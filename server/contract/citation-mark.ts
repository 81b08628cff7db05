/** Citation marks in answers: `[2]`, `[2, 5]`, `[2–4]`. */

/** Source of a regular expression that matches one mark. */
export const CITATION_MARK_PATTERN = String.raw`\[\d+(?:\s*[,;–-]\s*\d+)*\]`
/** The lookbehind keeps the time linear for a text of blanks. */
const WITH_BLANKS_BEFORE = new RegExp(String.raw`(?<!\s)\s*${CITATION_MARK_PATTERN}`, 'g')

/** An incomplete mark at the end of a text that still streams. */
export const UNFINISHED_CITATION_MARK = /(?<!\s)\s*\[(?:\d[\d\s,;–-]*)?$/

/** Of a longer range, such as [1-99], only the first numbers are expanded: enough to reject it as unknown sources. */
const MAX_NUMBERS_IN_RANGE = 20

/** A mark's span in its text, including the blanks before it, and its numbers in order, each once. */
export interface CitationMarkSpan {
  start: number
  end: number
  numbers: number[]
}

/** @example citationMarksIn('Kim left [1, 3–4].') // [{ start: 8, end: 17, numbers: [1, 3, 4] }] */
export function citationMarksIn(text: string): CitationMarkSpan[] {
  return [...text.matchAll(WITH_BLANKS_BEFORE)].map(({ 0: mark, index }) => ({
    start: index,
    end: index + mark.length,
    numbers: numbersInMark(mark),
  }))
}

/** The numbers in all marks of a text, each once, in order. */
export function citedNumbersIn(text: string): number[] {
  return [...new Set(citationMarksIn(text).flatMap(({ numbers }) => numbers))]
}

/** @example withoutCitationMarks('Kim left [1].') // 'Kim left.' */
export function withoutCitationMarks(text: string): string {
  return text.replace(WITH_BLANKS_BEFORE, '')
}

function numbersInMark(mark: string): number[] {
  const numbers = [...mark.matchAll(/(\d+)(?:\s*[–-]\s*(\d+))?/g)].flatMap(([, from, to]) =>
    range(Number(from), Number(to ?? from)),
  )
  return [...new Set(numbers)]
}

function range(from: number, to: number): number[] {
  const length = Math.min(Math.max(1, to - from + 1), MAX_NUMBERS_IN_RANGE)
  return Array.from({ length }, (_, index) => from + index)
}
