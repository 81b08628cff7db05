/** An archive's words as a citation prints them: with true quotation marks and no stop at their end. */
import { closingMarks, quotationsIn, withTrueQuotationMarks } from './quotation-marks.ts'

export function asPrinted(words: string): string {
  return withoutLastStop(withTrueQuotationMarks(words))
}

/** A title that stands in marks as a whole needs none: each style marks titles in a way of its own. */
export function titleAsPrinted(title: string): string {
  return asPrinted(withoutMarksAround(title))
}

/** A title in quotation marks, with the stop within all that end there; a title's own mark at its end counts as one. */
export function inQuotationMarks(title: string, stop: ',' | '.'): string {
  const words = withoutLastStop(withTrueQuotationMarks(withoutMarksAround(title), 1))
  const closing = closingMarks(words)
  const within = words.slice(0, words.length - closing.length)
  return `“${within}${stop === '.' && /[.!?]$/.test(within) ? '' : stop}${closing}”`
}

function withoutMarksAround(title: string): string {
  const words = withoutLastStop(title.trim())
  const [first] = quotationsIn(words)
  return first?.opens === 0 && first.closes === words.length - 1 ? words.slice(1, -1) : words
}

/** Styles set their own stop after each part; that of an abbreviation belongs to the word. */
function withoutLastStop(text: string): string {
  if (endsInAbbreviation(text)) return text
  const bare = text.replace(/[.,;:\s]+$/, '')
  const closing = closingMarks(bare)
  return closing ? withoutLastStop(bare.slice(0, -closing.length)) + closing : bare
}

/** "a.m.", "Kim Jr.", "Stalin I.V." */
export function endsInAbbreviation(text: string): boolean {
  return ABBREVIATION.test(text)
}

const ABBREVIATION = /(?:^|[\s(.])(?:\p{L}|Jr|Sr|Cdes?|etc)\.$/u
