/** The words that lead a sentence in by its kind of document and date: "Telegram, 13 October 1950: ". */
import { formatDate, type ReducedDate } from '../../corpus/reduced-date.ts'

/**
 * Splits a lead-in from the text that follows. It counts as one only if it is short, ends in a colon, and names
 * the date of the source that the text cites; any other colon is the archive's own.
 */
export function splitLeadIn(text: string, date: ReducedDate | undefined): [leadIn: string, rest: string] {
  const match = /^([^:.!?\n]{4,70}):\s+(?=\S)/.exec(text)
  if (!match?.[1] || !date || !match[1].includes(formatDate(date))) return ['', text]
  return [match[1], text.slice(match[0].length)]
}
