/**
 * A question in another script, as far as the archive can read it. Records and model know English: of Korean or Russian
 * only names and figures say something, and the other words would merely add noise to the search.
 */
import type { LinkedName } from '../../corpus/names/name-linker.ts'

const LATIN = /[\p{Script=Latin}\p{N}]/u
/** Letters of another script; those of no script are apostrophes and the like ("Chʼŏl"). */
const OTHER = /(?!\p{Script=Latin}|\p{Script=Common}|\p{Script=Inherited})\p{L}/u
/** Korean particles and the words for year and month, which are joined to what they belong to. */
const JOINED = /(?<=[\0\p{N}])\p{Script=Hangul}+/gu
/** Russian words that are shorter are mostly prepositions, conjunctions and pronouns. */
const RUSSIAN_WORD = 4

export interface InLatinLetters {
  /** With names as the archive writes them and without the words that it cannot read; as it was where nothing is left. */
  question: string
  unread: string[]
}

export function inLatinLetters(text: string, names: readonly LinkedName[]): InLatinLetters {
  if (!OTHER.test(text)) return { question: text, unread: [] }
  let [question, others, end] = ['', '', 0]
  for (const { entities, start, end: nameEnd, text: written } of names) {
    if (start < end) continue
    const between = text.slice(end, start)
    question += `${between} ${OTHER.test(written) ? (entities[0]?.name ?? written) : written} `
    others += `${between}\0`
    end = nameEnd
  }
  question += text.slice(end)
  others += text.slice(end)
  const unread = [
    ...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(others.replace(JOINED, ' ')),
  ]
    .map(({ segment }) => segment)
    .filter((word) => OTHER.test(word) && !(isCyrillic(word) && word.length < RUSSIAN_WORD))
  const read = question
    .replace(/[\p{L}\p{M}]+/gu, (word) => (OTHER.test(word) ? ' ' : word))
    // Marks that stood between words which are gone.
    .replace(/(?<=^|\s)[^\p{L}\p{N}\s]+(?=\s|$)/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  return { question: LATIN.test(read) ? read : text, unread }
}

function isCyrillic(word: string): boolean {
  return /^\p{Script=Cyrillic}+$/u.test(word)
}
