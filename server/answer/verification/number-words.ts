/** Numbers in words, up to ninety-nine ("twelve", "forty-five", "fiftieth"), and the words that multiply and measure. */

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
/** By value, from "zeroth" to "twentieth". */
export const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  )
export const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
}
/** Times in days. */
export const DAYS: Readonly<Record<string, number>> = {
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  week: 7,
  fortnight: 14,
  month: 30.4,
  year: 365,
}

/** The number that begins at a word, in lower case; `next` is the first word after it. */
export function readNumberWords(
  words: readonly string[],
  index: number,
): { value: number; kind: 'count' | 'ordinal'; next: number } | undefined {
  const word = words[index] ?? ''
  const after = words[index + 1] ?? ''
  const tens = TENS.indexOf(word)
  if (tens >= 2) {
    const one = ONES.indexOf(after)
    if (one > 0 && one < 10) return { value: tens * 10 + one, kind: 'count', next: index + 2 }
    const ordinal = ORDINALS.indexOf(after)
    if (ordinal > 0 && ordinal < 10) return { value: tens * 10 + ordinal, kind: 'ordinal', next: index + 2 }
    return { value: tens * 10, kind: 'count', next: index + 1 }
  }
  const tenth = TENS.indexOf(word.replace(/ieth$/, 'y'))
  if (tenth >= 2) return { value: tenth * 10, kind: 'ordinal', next: index + 1 }
  const count = ONES.indexOf(word)
  if (count > 0) return { value: count, kind: 'count', next: index + 1 }
  const ordinal = ORDINALS.indexOf(word)
  if (ordinal > 0 && after !== 'world') return { value: ordinal, kind: 'ordinal', next: index + 1 }
  return undefined
}
