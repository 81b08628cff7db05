/** Parses ordinal numbers: "1st", "first", "twenty-first". */
import type { Cursor } from './cursor.ts'
import { numberIn } from './numeric-dates.ts'
import { ORDINAL_ENDINGS, ORDINALS, TENS } from './vocabulary.ts'

export function readOrdinal(cursor: Cursor): number | undefined {
  return cursor.attempt(() => {
    const number = numberIn(cursor.peek(), 2)
    if (number !== undefined) {
      cursor.position += 1
      return cursor.peek()?.glued && cursor.accept(ORDINAL_ENDINGS) ? number : undefined
    }
    const tens = cursor.acceptMeaning(TENS)
    if (tens !== undefined) {
      if (cursor.peek()?.kind === 'dash') cursor.position += 1
      const unit = cursor.acceptMeaning(ORDINALS)
      return unit !== undefined && unit < 10 ? tens + unit : undefined
    }
    return cursor.acceptMeaning(ORDINALS)
  })
}
