/** Who is named in a text, and how: what follows each other as one actor is one mention. */
import { type EntityKey, entityKey } from '../../../corpus/names/entity.ts'
import type { LinkedName } from '../../../corpus/names/name-linker.ts'
import type { ReadWord } from './read-text.ts'

/** What an actor is known by: an entity, or for "the Communists" the root of its word. */
type ActorKey = EntityKey | `word:${string}`

/** Someone named in a text, at one place. */
export interface Mention {
  keys: readonly ActorKey[]
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
  /^ (?:(?:and(?: the)?|deputy|foreign|party|vice|prime|defen[cs]e|acting|rear|ambassador|envoy|minister|leader|president|premier|chairman|diplomat|secretary|officer|general|second|first|third|\p{Lu}[\p{L}-]*) )*$/u

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
  const known = [...bare, ...linked]
  const mentions: Mention[] = []
  for (const named of [...known, ...othersNamed(text, words, known)].sort((a, b) => a.start - b.start)) {
    if (named.start < (mentions.at(-1)?.end ?? 0)) continue
    const body = BODY.exec(text.slice(named.end))
    const name = body ? { ...named, end: named.end + body[0].length } : named
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
    const preposition =
      place || leadsClause(words, name) ? undefined : prepositionBefore(text, words, name.start)
    mentions.push({ ...name, preposition, possessive })
  }
  // A word that stands for nobody known is an actor only where nobody known stands with it.
  return mentions.map((mention) => {
    const entities = mention.keys.filter((key) => !key.startsWith('word:'))
    return entities.length > 0 ? { ...mention, keys: entities } : mention
  })
}

/** "After *Pak had said* so": here the preposition leads a clause, and not a name. */
function leadsClause(words: readonly ReadWord[], name: { start: number; end: number }): boolean {
  const before = words.findLast(({ end }) => end <= name.start)?.word ?? ''
  const after = words.find(({ start }) => start >= name.end)?.word ?? ''
  return (
    /^(?:after|before|as|than|since|until)$/.test(before) &&
    /^(?:had|has|have|was|were|is|would|will|could)$/.test(after)
  )
}

const BODIES =
  'ministry committee commission embassy ambassador envoy government leadership leader leaders delegation mission party minister premier president command army forces troops officials diplomats side chargé representative representatives'
    .split(' ')
    .map((word) => `[${word[0]?.toUpperCase()}${word[0]}]${word.slice(1)}`)
    .join('|')
/** "North Korea's *Olympic committee*" is the actor, and nobody whose committee it is. */
const BODY = new RegExp(
  String.raw`^['’]s? (?:[\p{L}-]+ ){0,3}?(?:${BODIES})(?: and (?:\p{Lu}[\p{L}-]+ )*(?:${BODIES}))?(?![\p{L}-])`,
  'u',
)

/** Months and days of the week, which have capitals and name nobody. */
export const TIMES =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|\w+day)$/
/** A title in which most words have capitals names nobody by them. */
const MOST_CAPITALS = 0.5

/** Capitalized words that the authority file does not know: "the Communists". */
function othersNamed(
  text: string,
  words: readonly ReadWord[],
  known: readonly { start: number; end: number }[],
): { keys: ActorKey[]; start: number; end: number }[] {
  const told = words.filter(({ content }) => content)
  const capitals = told.filter(({ written }) => /^\p{Lu}/u.test(written))
  if (!/[.!?]$/.test(text) && capitals.length > told.length * MOST_CAPITALS) return []
  return words.flatMap((word, index) => {
    if (TIMES.test(word.word) || word.meanings.some(({ meaning }) => meaning === 'message')) return []
    const capital = /^\p{Lu}/u.test(word.written) && (index > 0 || /^\p{Lu}/u.test(words[1]?.written ?? ''))
    if (!capital || !word.content || isRole(word) || ADJECTIVE.test(word.written)) return []
    if (known.some(({ start, end }) => start <= word.start && word.start < end)) return []
    return [{ keys: [`word:${word.root}` as const], start: word.start, end: word.end }]
  })
}

/** The preposition that leads to a name, over articles and titles: "of the Soviet Ambassador Puzanov". */
function prepositionBefore(text: string, words: readonly ReadWord[], start: number): string | undefined {
  let [ofRole, article] = [false, false]
  if (RULERS.test(text.slice(0, start))) return undefined
  for (const word of words
    .filter(({ end }) => end <= start)
    .slice(-7)
    .reverse()) {
    if (/[,;:()]/.test(text.slice(word.end, start))) break
    // "On orders from Sofia the Bulgarians": an article begins another name.
    if (article && /^\p{Lu}/u.test(word.written)) return undefined
    article = /^(?:the|a|an)$/.test(word.word)
    if (ofRole && !isRole(word)) return 'of'
    // "The president of the Council" is led by what leads the president.
    if (ofRole) ofRole = false
    else if (word.word === 'of') ofRole = true
    else if (PREPOSITIONS.has(word.word)) return word.word
    else if (!/^(?:the|a|an|then|both)$/.test(word.word) && !/^\p{Lu}/u.test(word.written)) return undefined
  }
  return ofRole ? 'of' : undefined
}

/** "The new government in Pyongyang" acts for the country whose capital it names. */
const RULERS = /\b(?:government|leadership|regime|authorities|rulers) (?:in|of) (?:the )?$/

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
