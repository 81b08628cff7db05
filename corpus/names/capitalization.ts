/** Capitalization rules for surnames that are also ordinary words. */
import type { Entity } from './entity.ts'
import { foldWord, nameTokens } from './name-tokens.ts'

/**
 * When a name must be capitalized to be linked.
 * - `never`: case does not matter
 * - `unless all lower case`: must be capitalized if the text has any capital
 * - `always`
 * - `within a sentence`: always, and the first word of a sentence does not count ("Long live …")
 */
export type CapitalizationRule = 'never' | 'unless all lower case' | 'always' | 'within a sentence'

export interface CatalogWords {
  /** Folded words that occur in lower case in titles, summaries, subjects or expansion queries. */
  vocabulary: ReadonlySet<string>
  /** Folded words that occur in lower case in titles or summaries. */
  ordinary: ReadonlySet<string>
}

/** Surnames up to this length, of people whom only records name, may be any other word ("Dean", "Chin"). */
const MAX_SHORT_SURNAME_LETTERS = 5

/** @param word a surname, folded. */
export function surnameCapitalization(
  word: string,
  { note }: Entity,
  { vocabulary, ordinary }: CatalogWords,
): CapitalizationRule {
  if (ordinary.has(word)) return 'within a sentence'
  if (note === undefined && word.length <= MAX_SHORT_SURNAME_LETTERS) return 'always'
  return vocabulary.has(word) ? 'unless all lower case' : 'never'
}

/** The rule for a name or alias. It matters for people whom records name by surname only. */
export function nameCapitalization(name: string, entity: Entity, words: CatalogWords): CapitalizationRule {
  const [only, another] = nameTokens(name)
  const isSurname = entity.kind === 'person' && entity.note === undefined && only && !another
  return isSurname ? surnameCapitalization(only.word, entity, words) : 'never'
}

/** After an honorific the next word is a surname, whatever its case. */
const ENDS_IN_HONORIFIC =
  /\b(?:mr|mrs|ms|dr|comrade|president|premier|chairman|secretary|minister|ambassador|senator|congressman|governor|general|admiral|marshal|colonel|major|captain|commander)\.? $/i

export function followsCapitalization(
  capital: CapitalizationRule,
  written: string,
  { text, at }: { text: string; at: number },
): boolean {
  const isCapital = /^\p{Lu}/u.test(written)
  switch (capital) {
    case 'never':
      return true
    case 'unless all lower case':
      return isCapital || !/\p{Lu}/u.test(text)
    case 'always':
      return isCapital || ENDS_IN_HONORIFIC.test(text.slice(0, at))
    case 'within a sentence': {
      const before = text.slice(0, at)
      // In a record's list of people the name is the whole text.
      const beginsSentence = text !== written && /(?:^|[.?!:]["”’']?\s)["“‘']?$/.test(before)
      return ENDS_IN_HONORIFIC.test(before) || (isCapital && !beginsSentence)
    }
  }
}

/** Folded words that occur in lower case as whole words. The syllable "chin" in "Chung Guk-chin" does not count. */
export function lowerCaseWordsOf(prose: Iterable<string>): Set<string> {
  const words = new Set<string>()
  for (const text of prose)
    for (const match of text.matchAll(/(?<![\p{L}\p{N}\p{M}\-–'’.])\p{Ll}{3,}(?![\p{L}\p{M}\-–'’])/gu))
      words.add(foldWord(match[0]))
  return words
}
