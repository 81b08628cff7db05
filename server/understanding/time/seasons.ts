/**
 * Parses the seasons of a year.
 *
 *     season = SEASON [ inYear [ ( "-" | "/" ) year ] ]   the second year only of a winter: "the winter of 1950–51"
 */
import type { Cursor } from './cursor.ts'
import type { DateFields } from './date-fields.ts'
import { SEASONS } from './vocabulary.ts'
import { readInYear, readShortYear, readYear } from './years.ts'

export function readSeason(cursor: Cursor): DateFields | undefined {
  const [before, word] = [cursor.peek(-1), cursor.peek()]
  const first = cursor.acceptMeaning(SEASONS)
  if (first === undefined) return undefined
  // "The Prague Spring" is a name.
  const named = before?.kind === 'name' || (before?.kind === 'word' && before.capital && before.start > 0)
  if (named && word?.kind === 'word' && word.capital) return undefined
  // "Why did Seoul fall, 1950 or 1951?"
  const yearFields = cursor.peek()?.word === ',' ? {} : readInYear(cursor)
  if (first === WINTER && yearFields.year !== undefined) skipSecondYear(cursor, yearFields.year + 1)
  return { season: first, ...yearFields }
}

const WINTER = 12

/** The second year of "the winter of 1950–51". */
function skipSecondYear(cursor: Cursor, expectedYear: number): void {
  cursor.attempt(() => {
    const connector = cursor.peek()
    if (!connector?.glued || (connector.kind !== 'dash' && connector.word !== '/')) return undefined
    cursor.position += 1
    const number =
      readYear(cursor) ??
      readShortYear(cursor, { date: { year: expectedYear - 1 }, range: true, tight: true })?.year
    return number === expectedYear || undefined
  })
}
