/** A part of a title: a word, a mark, or the name of a state, a city, a party or a person. */
import type { EntityKey } from '../../names/entity.ts'
import type { NamedThing } from '../gazetteer.ts'

/** Somebody whom the record lists and the title names. */
export interface Person {
  /** As the title has it, without initials: "Puzanov", "Mao Zedong". */
  short: string
  /** The person's name in the authority file or, failing that, in the record's list. */
  name: string
  key?: EntityKey
}

export type TitlePart = { start: number; end: number; text: string } & (
  | { kind: 'word'; word: string }
  | { kind: 'number' }
  /** One of , : ; ( ) / and " for a whole quotation, whose words are left out. */
  | { kind: 'mark'; mark: string }
  | ({ kind: 'name' } & NamedThing)
  | { kind: 'person'; person: Person }
)

export function isMark(part: TitlePart | undefined, mark: string): boolean {
  return part?.kind === 'mark' && part.mark === mark
}

export function isWord(part: TitlePart | undefined, words: { has(word: string): boolean }): boolean {
  return part?.kind === 'word' && words.has(part.word)
}

export function isCapitalized(part: TitlePart | undefined): boolean {
  return part !== undefined && startsWithCapital(part.text)
}

export function startsWithCapital(text: string): boolean {
  const first = text.charAt(0)
  return first !== first.toLowerCase()
}
