/** How much of what a question is about stands in some text. */
import { type Lexicon, stem, wordsOf } from '../../corpus/lexicon.ts'
import { contentOf } from '../understanding/content-words.ts'

/** The share of the question's content words, by their rarity, that the text has; undefined where it has no such word. */
export function shareCovered(
  question: string,
  has: (stem: string) => boolean,
  lexicon: Pick<Lexicon, 'rarity'>,
): number | undefined {
  let [all, shared] = [0, 0]
  for (const word of contentOf(new Set(wordsOf(question).map(stem)))) {
    const rarity = lexicon.rarity(word)
    all += rarity
    if (has(word)) shared += rarity
  }
  return all === 0 ? undefined : shared / all
}
