/**
 * Reduces a question in another script to its names and numbers in Latin script. Records and model are English, so the
 * other words of a Korean or Russian question would only add noise to the search.
 */
import type { LinkedName } from '../../corpus/names/name-linker.ts'
import type { Period } from './period.ts'

const LATIN_OR_DIGIT = /[\p{Script=Latin}\p{N}]/u
/** Letters of another script. Letters without a script, such as the modifier apostrophe in "Chʼŏl", do not count. */
const NON_LATIN_LETTER = /(?!\p{Script=Latin}|\p{Script=Common}|\p{Script=Inherited})\p{L}/u
/** Korean particles, written without a space after a name or a number. */
const KOREAN_PARTICLES = /(?<=[\0\p{N}])\p{Script=Hangul}+/gu
/** Shorter Russian words are mostly prepositions, conjunctions and pronouns. */
const MIN_RUSSIAN_WORD_LETTERS = 4

export interface LatinScriptQuestion {
  /** Names in the spelling of the archive, without the unreadable words; unchanged where nothing would be left. */
  question: string
  unreadableWords: string[]
}

/**
 * @param periods their words are understood ("в 1968 году"), so they are not listed as unreadable
 */
export function toLatinScript(
  text: string,
  names: readonly LinkedName[],
  periods: readonly Period[] = [],
): LatinScriptQuestion {
  if (!NON_LATIN_LETTER.test(text)) return { question: text, unreadableWords: [] }
  const beyondPeriods = blankPeriods(text, periods)
  let [question, others, end] = ['', '', 0]
  for (const { entities, start, end: nameEnd, text: written } of names) {
    if (start < end) continue
    const between = text.slice(end, start)
    question += `${between} ${NON_LATIN_LETTER.test(written) ? (entities[0]?.name ?? written) : written} `
    others += `${beyondPeriods.slice(end, start)}\0`
    end = nameEnd
  }
  question += text.slice(end)
  others += beyondPeriods.slice(end)
  const unreadableWords = [
    ...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(others.replace(KOREAN_PARTICLES, ' ')),
  ]
    .map(({ segment }) => segment)
    .filter(
      (word) => NON_LATIN_LETTER.test(word) && !(isCyrillic(word) && word.length < MIN_RUSSIAN_WORD_LETTERS),
    )
  const read = question
    .replace(/[\p{L}\p{M}]+/gu, (word) => (NON_LATIN_LETTER.test(word) ? ' ' : word))
    // Punctuation between removed words.
    .replace(/(?<=^|\s)[^\p{L}\p{N}\s]+(?=\s|$)/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  return { question: LATIN_OR_DIGIT.test(read) ? read : text, unreadableWords }
}

/** The text with "\0" for every character of the periods, so that all other offsets stay the same. */
function blankPeriods(text: string, periods: readonly Period[]): string {
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
