/** Finds in a title the people whom the record lists, by their full names or what follows the first names. */
import { type Entity, entityKey, isFamilyNameFirst } from '../../names/entity.ts'
import { type NameToken, nameKey, nameTokens } from '../../names/name-tokens.ts'
import { isInitials } from './initials.ts'
import type { Person } from './part.ts'

/** After these a Korean or Chinese family name stands for the person: "Premier Zhou". */
const TITLES = new Set(['premier', 'chairman', 'president', 'marshal'])

/** One way to name a person. */
interface Spelling {
  person: Omit<Person, 'short'>
  words: readonly string[]
  /** A family name that needs a title before it. */
  titled: boolean
}

export interface Bearer {
  person: Omit<Person, 'short'>
  /** Tokens of the title. */
  words: number
  /** Where the title names the person incompletely. */
  short?: string
}

export class ListedPeople {
  private readonly known = new Map<string, Entity>()
  /** By a name as records list it. */
  private readonly spellings = new Map<string, readonly Spelling[]>()

  constructor(entities: Iterable<Entity>) {
    for (const entity of entities)
      if (entity.kind === 'person')
        for (const name of [entity.name, ...entity.aliases]) this.known.set(nameKey(name), entity)
  }

  /**
   * The person of a record's list whom its title names from token `at` on, a capitalized one; the longest name counts. Undefined for a surname
   * that two people of the list share.
   */
  at(people: readonly string[], tokens: readonly NameToken[], at: number): Bearer | undefined {
    const token = tokens[at]
    if (!token) return undefined
    let found: Spelling | undefined
    let isShared = false
    for (const name of people)
      for (const spelling of this.spellingsOf(name)) {
        if (spelling.words[0] !== token.word || !isHere(spelling, tokens, at)) continue
        const more = spelling.words.length - (found?.words.length ?? 0)
        if (more > 0) [found, isShared] = [spelling, false]
        else if (more === 0 && spelling.person.name !== found?.person.name) isShared = true
      }
    if (!found || isShared) return undefined
    const { person, words, titled } = found
    return { person, words: words.length, ...(titled ? { short: person.name } : {}) }
  }

  private spellingsOf(name: string): readonly Spelling[] {
    const known = this.spellings.get(name)
    if (known) return known
    const words = withoutInitials(name)
    const person = this.personCalled(name, words)
    const spellings = isFamilyNameFirst(name)
      ? [
          { person, words, titled: false },
          { person, words: words.slice(0, 1), titled: true },
        ]
      : words.map((_, from) => ({ person, words: words.slice(from), titled: false }))
    this.spellings.set(name, spellings)
    return spellings
  }

  /**
   * `entitiesOf` gives a bare surname to the one person of that surname. Where only other records name that person, with a
   * first name, it may be somebody else, so the key is left out: "Malik" of 1945 is not Adam Malik.
   */
  private personCalled(name: string, words: readonly string[]): Omit<Person, 'short'> {
    const entity = this.known.get(nameKey(name))
    const isGuess = entity?.note === undefined && nameTokens(name).length === 1
    if (!entity || (isGuess && withoutInitials(entity.name).join(' ') !== words.join(' '))) return { name }
    return { name: entity.name, key: entityKey(entity) }
  }
}

function withoutInitials(name: string): string[] {
  return nameTokens(name)
    .filter((token) => !isInitials(name, token))
    .map(({ word }) => word)
}

function isHere({ words, titled }: Spelling, tokens: readonly NameToken[], at: number): boolean {
  return (
    words.every((word, index) => tokens[at + index]?.word === word) &&
    (!titled || TITLES.has(tokens[at - 1]?.word ?? ''))
  )
}
