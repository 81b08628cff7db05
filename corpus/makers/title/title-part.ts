/** A part of a title: a word, number or mark, or the name of a state, city, party or person. */
import type { EntityKey } from '../../names/entity.ts'
import type { GazetteerName } from '../gazetteer.ts'

/** A person of the record's list who is named in the title. */
export interface Person {
  /** Name as in the title, without initials: "Puzanov", "Mao Zedong". */
  short: string
  /** Name in the authority file, else in the record's list. */
  name: string
  key?: EntityKey
}

export type TitlePart = { start: number; end: number; text: string } & (
  | { kind: 'word'; word: string }
  | { kind: 'number' }
  /** One of , : ; ( ) / or " for a whole quotation, whose words are omitted. */
  | { kind: 'mark'; mark: string }
  | ({ kind: 'name' } & GazetteerName)
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
