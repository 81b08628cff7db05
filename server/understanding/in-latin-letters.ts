/**
 * A question in another script, as far as the archive can read it. Records and model know English: of Korean or Russian
 * only names and figures say something, and the other words would merely add noise to the search.
 */
import type { LinkedName } from '../../corpus/names/name-linker.ts'
import type { Period } from './period.ts'

const LATIN = /[\p{Script=Latin}\p{N}]/u
/** Letters of another script; those of no script are apostrophes and the like ("Chʼŏl"). */
const OTHER = /(?!\p{Script=Latin}|\p{Script=Common}|\p{Script=Inherited})\p{L}/u
/** Korean particles, which are joined to what they belong to. */
const JOINED = /(?<=[\0\p{N}])\p{Script=Hangul}+/gu
/** Russian words that are shorter are mostly prepositions, conjunctions and pronouns. */
const RUSSIAN_WORD = 4

export interface InLatinLetters {
  /** With names as the archive writes them and without the words that it cannot read; as it was where nothing is left. */
  question: string
  unread: string[]
}

/** @param periods of which the words are understood, and so are not unread ("в 1968 году"). */
export function inLatinLetters(
  text: string,
  names: readonly LinkedName[],
  periods: readonly Period[] = [],
): InLatinLetters {
  if (!OTHER.test(text)) return { question: text, unread: [] }
  const beyondPeriods = withoutPeriods(text, periods)
  let [question, others, end] = ['', '', 0]
  for (const { entities, start, end: nameEnd, text: written } of names) {
    if (start < end) continue
    const between = text.slice(end, start)
    question += `${between} ${OTHER.test(written) ? (entities[0]?.name ?? written) : written} `
    others += `${beyondPeriods.slice(end, start)}\0`
    end = nameEnd
  }
  question += text.slice(end)
  others += beyondPeriods.slice(end)
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

/** The text with "\0" for every character of the periods, so that all others keep their places. */
function withoutPeriods(text: string, periods: readonly Period[]): string {
  let [rest, end] = ['', 0]
  for (const period of periods) {
    rest += text.slice(end, period.start) + '\0'.repeat(period.end - period.start)
    end = period.end
  }
  return rest + text.slice(end)
}

function isCyrillic(word: string): boolean {
  return /^\p{Script=Cyrillic}+$/u.test(word)
}
