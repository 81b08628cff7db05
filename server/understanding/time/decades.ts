/**
 * Parses decades and centuries.
 *
 *     decade  = [ "'" ] NUMBER [ "'" ] "s" | DECADE                      1960s, 60's, '60s, the sixties
 *             | NUMBER ( 年代 | "-" "х" [ "годах" ] )                     60年代, 1960-х годах
 *     century = ordinal "century" | CENTURY_TURN                         20th century, turn of the century
 *             | NUMBER 世纪 [ NUMBER 年代 ]                                20世纪, 20世纪60年代
 */
import type { Cursor } from './cursor.ts'
import type { DateFields } from './date-fields.ts'
import { isMark, numberIn } from './numeric-dates.ts'
import { readOrdinal } from './ordinal.ts'
import { DECADES, RUSSIAN_DECADE_ENDINGS, RUSSIAN_YEAR_WORDS } from './vocabulary.ts'
import { wordSet, wordTable } from './word-table.ts'

/** "A man in his sixties" names an age, not a decade. */
const POSSESSIVES = wordSet('his | her | their | my | your | our | its')

export function readDecade(cursor: Cursor): DateFields | undefined {
  if (POSSESSIVES.has(cursor.peek(-1)?.word ?? '')) return undefined
  const first = cursor.acceptMeaning(DECADES) ?? cursor.attempt(() => readNumericDecade(cursor))
  return first === undefined ? undefined : { decade: first }
}

function readNumericDecade(cursor: Cursor): number | undefined {
  if (cursor.peek()?.kind === 'apostrophe') cursor.position += 1
  const token = cursor.peek()
  const number = numberIn(token, 4)
  if (number === undefined || number % 10 !== 0) return undefined
  cursor.position += 1
  const isDecade =
    cursor.attempt(() => acceptEnglishEnding(cursor)) ?? cursor.attempt(() => acceptOtherEnding(cursor))
  if (!isDecade) return undefined
  if (token?.word.length === 4) return number >= 1900 && number < 2030 ? number : undefined
  return number >= 20 && number < 100 ? 1900 + number : undefined
}

function acceptEnglishEnding(cursor: Cursor): true | undefined {
  if (cursor.peek()?.kind === 'apostrophe' && cursor.peek()?.glued) cursor.position += 1
  return (cursor.peek()?.glued && cursor.accept('s')) || undefined
}

function acceptOtherEnding(cursor: Cursor): true | undefined {
  const [sign, ending] = [cursor.peek(), cursor.peek(1)]
  cursor.position += 1
  if (isMark(sign, 'decade')) return true
  if (sign?.kind !== 'dash' || !ending?.glued || !cursor.accept(RUSSIAN_DECADE_ENDINGS)) return undefined
  if (cursor.accept(RUSSIAN_YEAR_WORDS) && cursor.peek()?.glued) cursor.accept('.')
  return true
}

/** The archive holds documents of one turn of a century only. */
const CENTURY_TURNS = wordTable([[2000, 'turn of the century | turn of the millennium']])

export function readCentury(cursor: Cursor): DateFields | undefined {
  return cursor.attempt(() => {
    const turn = cursor.acceptMeaning(CENTURY_TURNS)
    if (turn !== undefined) return { turn }
    const number = numberIn(cursor.peek(), 2)
    if (number !== undefined && isMark(cursor.peek(1), 'century')) {
      cursor.position += 2
      return readDecadeOfCentury(cursor, number) ?? { century: number }
    }
    const named = readOrdinal(cursor)
    return named !== undefined && cursor.accept('century') ? { century: named } : undefined
  })
}

/** "20世纪60年代" means the 1960s. */
function readDecadeOfCentury(cursor: Cursor, number: number): DateFields | undefined {
  const tens = numberIn(cursor.peek(), 2)
  if (tens === undefined || tens % 10 !== 0 || !isMark(cursor.peek(1), 'decade')) return undefined
  cursor.position += 2
  return { decade: (number - 1) * 100 + tens }
}
