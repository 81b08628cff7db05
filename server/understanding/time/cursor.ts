/** A place among the tokens of a text, from which the rules of the grammar read. */
import type { Token } from './tokens.ts'

/** Words of the longest phrase in the tables ("over the course of"). */
const LONGEST_PHRASE = 4

export class Cursor {
  /** Index of the token that is read next. */
  position = 0
  /** How often a rule looked at a token: the work done. */
  steps = 0

  constructor(readonly tokens: readonly Token[]) {}

  /** The token so many places from here, without going there. */
  peek(ahead = 0): Token | undefined {
    this.steps += 1
    return this.tokens[this.position + ahead]
  }

  /** Goes past the next token if it is one of these words or signs. */
  accept(words: ReadonlySet<string> | string): boolean {
    const next = this.peek()
    if (
      !next ||
      next.word === '' ||
      !(typeof words === 'string' ? words === next.word : words.has(next.word))
    )
      return false
    this.position += 1
    return true
  }

  /** Goes past the longest of the phrases that stands here. */
  acceptPhrase(phrases: { has(phrase: string): boolean }): string | undefined {
    let [phrase, longest, length] = ['', undefined as string | undefined, 0]
    for (let ahead = 0; ahead < LONGEST_PHRASE; ahead += 1) {
      const word = this.peek(ahead)?.word
      if (!word) break
      phrase = ahead === 0 ? word : `${phrase} ${word}`
      if (phrases.has(phrase)) [longest, length] = [phrase, ahead + 1]
    }
    this.position += length
    return longest
  }

  /** What the longest of the phrases that stands here means. */
  look<Meaning>(table: ReadonlyMap<string, Meaning>): Meaning | undefined {
    const phrase = this.acceptPhrase(table)
    return phrase === undefined ? undefined : table.get(phrase)
  }

  /** What the rule finds; where it finds nothing, the cursor is back where it was. */
  attempt<Found>(rule: () => Found | undefined): Found | undefined {
    const { position } = this
    const found = rule()
    if (found === undefined) this.position = position
    return found
  }
}
