/** Surnames that are other words too: when one is written as a name. */
import type { Entity } from './entity.ts'
import { foldWord, nameTokens } from './name-tokens.ts'

/**
 * When a name needs its capital: never; unless the whole text has none; always; or always and not as the first word of a
 * sentence, which has one anyway ("Long live …").
 */
export type Capital = 'never' | 'among others' | 'always' | 'within a sentence'

export interface Words {
  vocabulary: ReadonlySet<string>
  ordinary: ReadonlySet<string>
}

/** Letters up to which a surname of one of the many whom only records name may be any other word ("Dean", "Chin"). */
const SHORT = 5

/** @param word a surname, folded. */
export function capitalOf(word: string, { note }: Entity, { vocabulary, ordinary }: Words): Capital {
  if (ordinary.has(word)) return 'within a sentence'
  if (note === undefined && word.length <= SHORT) return 'always'
  return vocabulary.has(word) ? 'among others' : 'never'
}

/** Records name some people by nothing but a surname. */
export function capitalOfName(name: string, entity: Entity, words: Words): Capital {
  const [only, another] = nameTokens(name)
  const isSurname = entity.kind === 'person' && entity.note === undefined && only && !another
  return isSurname ? capitalOf(only.word, entity, words) : 'never'
}

/** What makes a surname of the word after it, however that is written. */
const TITLED =
  /\b(?:mr|mrs|ms|dr|comrade|president|premier|chairman|secretary|minister|ambassador|senator|congressman|governor|general|admiral|marshal|colonel|major|captain|commander)\.? $/i

export function isWrittenAsName(
  capital: Capital,
  written: string,
  { text, at }: { text: string; at: number },
): boolean {
  const isCapital = /^\p{Lu}/u.test(written)
  switch (capital) {
    case 'never':
      return true
    case 'among others':
      return isCapital || !/\p{Lu}/u.test(text)
    case 'always':
      return isCapital || TITLED.test(text.slice(0, at))
    case 'within a sentence': {
      const before = text.slice(0, at)
      // A record's list of people has it alone.
      const beginsSentence = text !== written && /(?:^|[.?!:]["”’']?\s)["“‘']?$/.test(before)
      return TITLED.test(before) || (isCapital && !beginsSentence)
    }
  }
}

/** The folded words that prose writes in lower case, each by itself: the syllables of "Chung Guk-chin" are none. */
export function ordinaryWordsOf(prose: Iterable<string>): Set<string> {
  const words = new Set<string>()
  for (const text of prose)
    for (const match of text.matchAll(/(?<![\p{L}\p{N}\p{M}\-–'’.])\p{Ll}{3,}(?![\p{L}\p{M}\-–'’])/gu))
      words.add(foldWord(match[0]))
  return words
}
