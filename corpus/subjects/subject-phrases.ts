/**
 * Finds phrases for subjects in a text: preferred forms, variants, and words that questions use. Matches whole words by
 * stem, longest phrase first. Names match in every spelling ("quarrel with China" matches "quarrels with Beijing"), and two
 * states in either order ("China-North Korea border" matches "the border between North Korea and China").
 */
import { stem } from '../lexicon.ts'
import { entityKey } from '../names/entity.ts'
import type { NameLinker } from '../names/name-linker.ts'
import { nameTokens } from '../names/name-tokens.ts'
import type { Subject } from './subject.ts'

export interface SubjectMention {
  /** Several if entries share the phrase. */
  subjects: readonly Subject[]
  text: string
  /** UTF-16 offsets in the text, end exclusive. */
  start: number
  end: number
}

/** A word or a whole name. `key` is the word's stem or the name's entity key. */
interface PhraseUnit {
  key: string
  start: number
  end: number
}

interface Phrase {
  keys: readonly string[]
  subjects: Subject[]
}

const MIN_STEMMED_LETTERS = 4

const ARTICLES = new Set(['the', 'a', 'an'])

export class SubjectPhrases {
  /** First key → phrases, longest first. */
  readonly #phrases = new Map<string, Phrase[]>()

  constructor(
    entries: readonly Subject[],
    private readonly linker: NameLinker,
  ) {
    const phrases = new Map<string, Phrase>()
    for (const subject of entries)
      for (const words of [subject.preferred, ...subject.variants, ...subject.asked])
        for (const units of this.#unitSequences(words)) {
          const keys = units.map(({ key }) => key)
          // A phrase of names only adds nothing to the `names` signal.
          if (keys.every(isEntityKey)) continue
          const phrase = phrases.get(keys.join(' ')) ?? { keys, subjects: [] }
          if (!phrase.subjects.includes(subject)) phrase.subjects.push(subject)
          phrases.set(keys.join(' '), phrase)
        }
    for (const phrase of phrases.values()) {
      const [first] = phrase.keys
      if (first !== undefined) this.#phrases.set(first, [...(this.#phrases.get(first) ?? []), phrase])
    }
    for (const list of this.#phrases.values()) list.sort((a, b) => b.keys.length - a.keys.length)
  }

  /** Phrases in text order; of overlapping phrases the longer one. */
  findIn(text: string): SubjectMention[] {
    const found = this.#unitSequences(text).flatMap((units) =>
      units.flatMap((_, position) => this.#matchesAt(units, position, text)),
    )
    const kept: SubjectMention[] = []
    for (const { keys: _, ...mention } of found.toSorted(
      (a, b) => b.text.length - a.text.length || b.keys - a.keys,
    ))
      if (!kept.some((other) => mention.start < other.end && other.start < mention.end)) kept.push(mention)
    return kept.sort((a, b) => a.start - b.start)
  }

  #matchesAt(
    units: readonly PhraseUnit[],
    position: number,
    text: string,
  ): (SubjectMention & { keys: number })[] {
    const candidates = this.#phrases.get(units[position]?.key ?? '') ?? []
    return candidates.flatMap(({ keys, subjects }) => {
      const span = units.slice(position, position + keys.length)
      if (!keys.every((key, index) => span[index]?.key === key)) return []
      const start = Math.min(...span.map((unit) => unit.start))
      const end = Math.max(...span.map((unit) => unit.end))
      return [{ subjects, text: text.slice(start, end), start, end, keys: keys.length }]
    })
  }

  /** The text as single words, and a second time with its names as units, because a phrase may contain a name or not. */
  #unitSequences(text: string): PhraseUnit[][] {
    const words = nameTokens(text)
      .filter(({ word }) => !ARTICLES.has(word))
      .map(({ word, start, end }): PhraseUnit => ({ key: stemOfLongWord(word), start, end }))
    const names = this.linker
      .link(text, { exact: true })
      .flatMap(({ entities: [entity], start, end }): PhraseUnit[] =>
        entity ? [{ key: entityKey(entity), start, end }] : [],
      )
    if (names.length === 0) return [words]
    const isNamed = (word: PhraseUnit) => names.some((name) => word.start < name.end && name.start < word.end)
    const units = [...words.filter((word) => !isNamed(word)), ...names].sort((a, b) => a.start - b.start)
    return [words, withStatePairsFirst(units)]
  }
}

/** Porter's stemmer fails on short words: it turns "one" into "on". */
function stemOfLongWord(word: string): string {
  return word.length < MIN_STEMMED_LETTERS ? word : stem(word)
}

function isEntityKey(key: string): boolean {
  return key.includes(':')
}

/**
 * Brings two names and the noun that relates them into one order: "border between North Korea and China" and "North Korea's
 * border with China" become "China – North Korea – border".
 */
function withStatePairsFirst(units: readonly PhraseUnit[]): PhraseUnit[] {
  const ordered: PhraseUnit[] = []
  for (let position = 0; position < units.length; ) {
    const [pair, length] = statePairAt(units, position)
    ordered.push(...pair)
    position += length
  }
  return ordered
}

/** The reordered units from a position on, and the number of units that they replace. */
function statePairAt(units: readonly PhraseUnit[], position: number): [units: PhraseUnit[], length: number] {
  const [a, b, c, d, e] = units.slice(position, position + 5)
  if (!a) return [[], 1]
  const named = (unit: PhraseUnit | undefined): unit is PhraseUnit =>
    unit !== undefined && isEntityKey(unit.key)
  const sortedPair = (one: PhraseUnit, other: PhraseUnit) =>
    one.key < other.key ? [one, other] : [other, one]
  if (!isEntityKey(a.key) && b?.key === 'between' && named(c) && d?.key === 'and' && named(e))
    return [[...sortedPair(c, e), a], 5]
  if (named(a) && b && !isEntityKey(b.key) && c?.key === 'with' && named(d))
    return [[...sortedPair(a, d), b], 4]
  return named(a) && named(b) ? [sortedPair(a, b), 2] : [[a], 1]
}
