/** "1st", "first", "twenty-first". */
import type { Cursor } from './cursor.ts'
import { numberIn } from './figures.ts'
import { ORDINAL_ENDINGS, ORDINALS, TENS } from './vocabulary.ts'

export function ordinal(cursor: Cursor): number | undefined {
  return cursor.attempt(() => {
    const number = numberIn(cursor.peek(), 2)
    if (number !== undefined) {
      cursor.position += 1
      return cursor.peek()?.glued && cursor.accept(ORDINAL_ENDINGS) ? number : undefined
    }
    const tens = cursor.look(TENS)
    if (tens !== undefined) {
      if (cursor.peek()?.kind === 'dash') cursor.position += 1
      const unit = cursor.look(ORDINALS)
      return unit !== undefined && unit < 10 ? tens + unit : undefined
    }
    return cursor.look(ORDINALS)
  })
}
