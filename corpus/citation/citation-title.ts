/** Prepares titles and call numbers for citations: typographic quotation marks, no punctuation at the end. */
import { quotationsIn, trailingClosingMarks, withTypographicQuotationMarks } from './quotation-marks.ts'

export function citationText(words: string): string {
  return withoutFinalPunctuation(withTypographicQuotationMarks(words))
}

/** Like `citationText`, without quotation marks around the whole title: styles add their own. */
export function citationTitle(title: string): string {
  return citationText(withoutSurroundingMarks(title))
}

/**
 * A title in quotation marks, with the punctuation inside all closing marks. No period is added after ".", "!" or "?".
 * @example ('Report on "Juche"', '.') → “Report on ‘Juche.’”
 */
export function quotedTitle(title: string, stop: ',' | '.'): string {
  const words = withoutFinalPunctuation(withTypographicQuotationMarks(withoutSurroundingMarks(title), 1))
  const closing = trailingClosingMarks(words)
  const within = words.slice(0, words.length - closing.length)
  return `“${within}${stop === '.' && /[.!?]$/.test(within) ? '' : stop}${closing}”`
}

function withoutSurroundingMarks(title: string): string {
  const words = withoutFinalPunctuation(title.trim())
  const [first] = quotationsIn(words)
  return first?.opens === 0 && first.closes === words.length - 1 ? words.slice(1, -1) : words
}

/** Removes final punctuation, because styles add their own, but keeps the period of an abbreviation. */
function withoutFinalPunctuation(text: string): string {
  if (endsInAbbreviation(text)) return text
  const bare = text.replace(/[.,;:\s]+$/, '')
  const closing = trailingClosingMarks(bare)
  return closing ? withoutFinalPunctuation(bare.slice(0, -closing.length)) + closing : bare
}

/** "a.m.", "Kim Jr.", "Stalin I.V." */
export function endsInAbbreviation(text: string): boolean {
  return ABBREVIATION.test(text)
}

const ABBREVIATION = /(?:^|[\s(.])(?:\p{L}|Jr|Sr|Cdes?|etc)\.$/u
