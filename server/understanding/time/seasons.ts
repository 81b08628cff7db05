/**
 * Seasons of a year.
 *
 *     season = SEASON [ inYear [ ( "-" | "/" ) year ] ]   the second year only of a winter: "the winter of 1950–51"
 */
import type { Cursor } from './cursor.ts'
import type { DateFields } from './date-fields.ts'
import { SEASONS } from './vocabulary.ts'
import { inYear, shortYear, year } from './years.ts'

export function season(cursor: Cursor): DateFields | undefined {
  const [before, word] = [cursor.peek(-1), cursor.peek()]
  const first = cursor.look(SEASONS)
  if (first === undefined) return undefined
  // "The Prague Spring" is a name.
  const named = before?.kind === 'name' || (before?.kind === 'word' && before.capital && before.start > 0)
  if (named && word?.kind === 'word' && word.capital) return undefined
  // "Why did Seoul fall, 1950 or 1951?"
  const placed = cursor.peek()?.word === ',' ? {} : inYear(cursor)
  if (first === WINTER && placed.year !== undefined) skipYear(cursor, placed.year + 1)
  return { season: first, ...placed }
}

const WINTER = 12

/** The second year of "the winter of 1950–51". */
function skipYear(cursor: Cursor, wanted: number): void {
  cursor.attempt(() => {
    const joint = cursor.peek()
    if (!joint?.glued || (joint.kind !== 'dash' && joint.word !== '/')) return undefined
    cursor.position += 1
    const number =
      year(cursor) ?? shortYear(cursor, { date: { year: wanted - 1 }, range: true, tight: true })?.year
    return number === wanted || undefined
  })
}
