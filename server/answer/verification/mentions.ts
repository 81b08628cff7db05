/** Who is named in a text, and how: what follows each other as one actor is one mention. */
import { type EntityKey, entityKey } from '../../../corpus/names/entity.ts'
import type { LinkedName } from '../../../corpus/names/name-linker.ts'
import type { ReadWord } from './read-text.ts'

/** Someone named in a text, at one place. */
export interface Mention {
  keys: readonly EntityKey[]
  start: number
  end: number
  /** The preposition that leads it. */
  preposition: string | undefined
  /** "Kim's", "Kim Il Sung's". */
  possessive: boolean
}
export interface NamingText {
  text: string
  words: readonly ReadWord[]
  names: readonly LinkedName[]
}

/** Whom a bare family name means in the records at hand: "Park" is the Park of their lists. */
export type FamilyNames = ReadonlyMap<string, readonly EntityKey[]>

const PREPOSITIONS = new Set(
  'of to with for by from about in at on against between among under over towards toward into through as than like after before'.split(
    ' ',
  ),
)
/** A country's adjective makes a noun of what follows: "Soviet sources". */
export const ADJECTIVE =
  /(?:ian|ean|ican|ban|rman|ese|ish|Soviet|Czech|Slovak|Dutch|French|Swiss|Thai|US|DPRK|ROK|GDR)$/

/** What may stand between two names of one actor: "Soviet *Ambassador* Puzanov", "the American *and* South Korean side". */
const ONE_ACTOR =
  /^ (?:(?:and|the|deputy|foreign|party|vice|prime|defen[cs]e|acting|rear|ambassador|envoy|minister|leader|president|premier|chairman|diplomat|secretary|officer|general|second|first|third|\p{Lu}[\p{L}-]*) )*$/u

export function mentionsOf({ text, words, names }: NamingText, family: FamilyNames): Mention[] {
  const bare = words
    .filter(
      ({ written, start }) =>
        /^\p{Lu}/u.test(written) && !names.some((name) => name.start <= start && start < name.end),
    )
    .flatMap(({ word, start, end }) => {
      const keys = family.get(word)
      return keys ? [{ keys, start, end }] : []
    })
  const linked = names.map((name) => ({
    keys: family.get(name.text.toLowerCase()) ?? name.entities.map(entityKey),
    start: name.start,
    end: name.end,
  }))
  const mentions: Mention[] = []
  for (const name of [...bare, ...linked].sort((a, b) => a.start - b.start)) {
    const possessive = /^['’]s?(?:\s|$)/.test(text.slice(name.end, name.end + 3))
    const last = mentions.at(-1)
    const between = last ? text.slice(last.end, name.start) : ''
    // "In Moscow Gorbachev asked" names a place and an actor.
    const place =
      last?.preposition !== undefined && between === ' ' && !ADJECTIVE.test(text.slice(0, last.end))
    if (last && !place && !last.possessive && ONE_ACTOR.test(between)) {
      mentions[mentions.length - 1] = {
        ...last,
        keys: [...last.keys, ...name.keys],
        end: name.end,
        possessive,
      }
      continue
    }
    mentions.push({ ...name, preposition: prepositionBefore(text, words, name.start), possessive })
  }
  return mentions
}

/** The preposition that leads to a name, over articles and titles: "of the Soviet Ambassador Puzanov". */
function prepositionBefore(text: string, words: readonly ReadWord[], start: number): string | undefined {
  let ofRole = false
  for (const word of words
    .filter(({ end }) => end <= start)
    .slice(-7)
    .reverse()) {
    if (/[,;:()]/.test(text.slice(word.end, start))) break
    if (ofRole && !isRole(word)) return 'of'
    // "The president of the Council" is led by what leads the president.
    if (ofRole) ofRole = false
    else if (word.word === 'of') ofRole = true
    else if (PREPOSITIONS.has(word.word)) return word.word
    else if (!/^(?:the|a|an|then|both)$/.test(word.word) && !/^\p{Lu}/u.test(word.written)) return undefined
  }
  return ofRole ? 'of' : undefined
}

const ROLES = new Set([
  'leader',
  'minister',
  'diplomat',
  'official',
  'government',
  'embassy',
  'delegation',
  'deputy',
])

function isRole({ meanings }: ReadWord): boolean {
  return meanings.some(({ meaning }) => ROLES.has(meaning))
}
