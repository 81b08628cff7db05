/** Finds the people of a record's list in its title, by full name or without first names. */
import { type Entity, entityKey, isFamilyNameFirst } from '../../names/entity.ts'
import { type NameToken, nameKey, nameTokens } from '../../names/name-tokens.ts'
import { isInitials } from './initials.ts'
import type { Person } from './title-part.ts'

/** After one of these a Korean or Chinese family name alone names the person: "Premier Zhou". */
const HONORIFICS = new Set(['premier', 'chairman', 'president', 'marshal'])

/** One form of a person's name. */
interface NameForm {
  person: Omit<Person, 'short'>
  words: readonly string[]
  /** A family name that counts only after an honorific. */
  needsHonorific: boolean
}

export interface PersonMatch {
  person: Omit<Person, 'short'>
  /** Number of title tokens. */
  words: number
  /** Fuller name for lead-ins, if the title has only the family name. */
  short?: string
}

export class ListedPeople {
  private readonly entitiesByName = new Map<string, Entity>()
  /** Name in a record's list → its forms (a cache). */
  private readonly formsByListedName = new Map<string, readonly NameForm[]>()

  constructor(entities: Iterable<Entity>) {
    for (const entity of entities)
      if (entity.kind === 'person')
        for (const name of [entity.name, ...entity.aliases]) this.entitiesByName.set(nameKey(name), entity)
  }

  /**
   * The person of a record's list whose name begins at the capitalized token `at`, by the longest form. Undefined for a surname that
   * two people of the list share.
   */
  personAt(people: readonly string[], tokens: readonly NameToken[], at: number): PersonMatch | undefined {
    const token = tokens[at]
    if (!token) return undefined
    let found: NameForm | undefined
    let isShared = false
    for (const name of people)
      for (const spelling of this.nameFormsOf(name)) {
        if (spelling.words[0] !== token.word || !matchesAt(spelling, tokens, at)) continue
        const more = spelling.words.length - (found?.words.length ?? 0)
        if (more > 0) [found, isShared] = [spelling, false]
        else if (more === 0 && spelling.person.name !== found?.person.name) isShared = true
      }
    if (!found || isShared) return undefined
    const { person, words, needsHonorific: titled } = found
    return { person, words: words.length, ...(titled ? { short: person.name } : {}) }
  }

  private nameFormsOf(name: string): readonly NameForm[] {
    const known = this.formsByListedName.get(name)
    if (known) return known
    const words = withoutInitials(name)
    const person = this.personNamed(name, words)
    const spellings = isFamilyNameFirst(name)
      ? [
          { person, words, needsHonorific: false },
          { person, words: words.slice(0, 1), needsHonorific: true },
        ]
      : words.map((_, from) => ({ person, words: words.slice(from), needsHonorific: false }))
    this.formsByListedName.set(name, spellings)
    return spellings
  }

  /**
   * `collectEntities` merges a bare surname with the only person of that surname. If only other records name that person, it may
   * be somebody else, so the key is omitted: "Malik" in 1945 is not Adam Malik.
   */
  private personNamed(name: string, words: readonly string[]): Omit<Person, 'short'> {
    const entity = this.entitiesByName.get(nameKey(name))
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

function matchesAt(
  { words, needsHonorific: titled }: NameForm,
  tokens: readonly NameToken[],
  at: number,
): boolean {
  return (
    words.every((word, index) => tokens[at + index]?.word === word) &&
    (!titled || HONORIFICS.has(tokens[at - 1]?.word ?? ''))
  )
}
