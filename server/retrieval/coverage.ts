/** Measures how many of a question's content words a text has. */
import { foldedWords, type Lexicon, stem } from '../../corpus/lexicon.ts'
import { contentStems } from '../understanding/content-words.ts'

/** Share of the question's content words, weighted by rarity, that the text has; undefined if the question has none. */
export function coverageShare(
  question: string,
  has: (stem: string) => boolean,
  lexicon: Pick<Lexicon, 'rarity'>,
): number | undefined {
  let [all, shared] = [0, 0]
  for (const word of contentStems(new Set(foldedWords(question).map(stem)))) {
    const rarity = lexicon.rarity(word)
    all += rarity
    if (has(word)) shared += rarity
  }
  return all === 0 ? undefined : shared / all
}
