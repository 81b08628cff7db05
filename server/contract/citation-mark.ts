/** Citations as answers have them: `[2]`, `[2, 5]`, `[2–4]`. */

/** One mark, as a pattern. */
export const CITATION_MARK = String.raw`\[\d+(?:\s*[,;–-]\s*\d+)*\]`

/** More than this in one mark, such as [1-99], is no citation but a wish for one; the first ones are enough to refuse it. */
const MOST_IN_RANGE = 20

/** The numbers in all marks of a text, each once, in order. */
export function citationsIn(text: string): number[] {
  const numbers = [...text.matchAll(new RegExp(CITATION_MARK, 'g'))].flatMap(([mark]) =>
    [...mark.matchAll(/(\d+)(?:\s*[–-]\s*(\d+))?/g)].flatMap(([, from, to]) =>
      range(Number(from), Number(to ?? from)),
    ),
  )
  return [...new Set(numbers)]
}

export function withoutCitationMarks(text: string): string {
  return text.replace(new RegExp(String.raw`\s*${CITATION_MARK}`, 'g'), '')
}

function range(from: number, to: number): number[] {
  const length = Math.min(Math.max(1, to - from + 1), MOST_IN_RANGE)
  return Array.from({ length }, (_, index) => from + index)
}
