/** Corrects typos in names: unknown words of six letters or more, by symmetric deletes (SymSpell). */
import { SymSpell } from 'mnemonist'
import { stemmer } from 'stemmer'

/** Words of 6 letters or more may have one typo, words of 8 or more two ("Honneker"). */
const MIN_LETTERS_FOR_ONE_TYPO = 6
const MIN_LETTERS_FOR_TWO_TYPOS = 8

export class SpellingCorrector {
  private readonly near: SymSpell
  private readonly known: ReadonlySet<string>
  /** Stems of the correct words, so that inflections are not typos: "mattered" is not the name Mattern. */
  private readonly stems: ReadonlySet<string>

  /** @param names folded words of names @param words other folded words that are spelled correctly */
  constructor(names: Iterable<string>, words: Iterable<string>) {
    const long = [...new Set(names)].filter((word) => word.length >= MIN_LETTERS_FOR_ONE_TYPO)
    this.near = SymSpell.from(long, { maxDistance: 2, verbosity: 2 })
    const others = [...words]
    this.known = new Set([...long, ...others])
    this.stems = new Set(others.map(stemmer))
  }

  /** The corrected word; undefined for words that are known, too short, or not close to any name. */
  correct(word: string): string | undefined {
    if (
      word.length < MIN_LETTERS_FOR_ONE_TYPO ||
      this.known.has(word) ||
      this.known.has(word.replace(/s$/, ''))
    )
      return undefined
    if (this.stems.has(stemmer(word))) return undefined
    const allowed = word.length >= MIN_LETTERS_FOR_TWO_TYPOS ? 2 : 1
    const [best, second] = this.near
      .search(word)
      .filter(({ distance, term }) => distance <= allowed && term[0] === word[0])
      .sort((a, b) => a.distance - b.distance || a.term.length - b.term.length)
    // Two typos away from two names: ambiguous.
    if (!best || (second && second.distance === best.distance && best.distance > 1)) return undefined
    return best.term
  }
}
