/** The position of the parser in the tokens of a text; all rules of the grammar read from it. */
import type { Token } from './tokens.ts'

/** Words in the longest phrase of the tables ("over the course of"). */
const MAX_PHRASE_WORDS = 4

export class Cursor {
  /** Index of the next token. */
  position = 0
  /** Number of token reads so far; a test checks that it grows linearly with the text. */
  steps = 0

  constructor(readonly tokens: readonly Token[]) {}

  /** The token `ahead` positions from the cursor (negative: before it); the cursor does not move. */
  peek(ahead = 0): Token | undefined {
    this.steps += 1
    return this.tokens[this.position + ahead]
  }

  /** Advances past the next token if it is one of these words or signs. */
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

  /** Advances past the longest phrase that matches at the cursor, and returns it. */
  acceptPhrase(phrases: { has(phrase: string): boolean }): string | undefined {
    let [phrase, longest, length] = ['', undefined as string | undefined, 0]
    for (let ahead = 0; ahead < MAX_PHRASE_WORDS; ahead += 1) {
      const word = this.peek(ahead)?.word
      if (!word) break
      phrase = ahead === 0 ? word : `${phrase} ${word}`
      if (phrases.has(phrase)) [longest, length] = [phrase, ahead + 1]
    }
    this.position += length
    return longest
  }

  /** Advances past the longest phrase of the table that matches at the cursor, and returns its meaning. */
  acceptMeaning<Meaning>(table: ReadonlyMap<string, Meaning>): Meaning | undefined {
    const phrase = this.acceptPhrase(table)
    return phrase === undefined ? undefined : table.get(phrase)
  }

  /** Runs a rule; resets the cursor if the rule returns undefined (backtracking). */
  attempt<Result>(rule: () => Result | undefined): Result | undefined {
    const { position } = this
    const found = rule()
    if (found === undefined) this.position = position
    return found
  }
}
