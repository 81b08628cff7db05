/**
 * Links the names in a text to entities. Matches whole words, longest name first, ignoring case, diacritics, hyphens and
 * apostrophes, and corrects typos. Names in Hangul, Chinese characters and Katakana match anywhere, because particles are
 * attached to them or no spaces separate words.
 */
import {
  type CapitalizationRule,
  type CatalogWords,
  followsCapitalization,
  nameCapitalization,
  surnameCapitalization,
} from './capitalization.ts'
import { findCountryPairs } from './country-pairs.ts'
import { type Entity, type EntityKey, entityKey, isFamilyNameFirst } from './entity.ts'
import { foldWord, type NameToken, nameTokens } from './name-tokens.ts'
import { koreanNameKey } from './romanization.ts'
import { withoutRussianCase } from './russian-case.ts'
import { SpellingCorrector } from './spelling-corrector.ts'

export interface LinkedName {
  entities: readonly Entity[]
  /** The words in the text, with UTF-16 offsets, end exclusive. */
  text: string
  start: number
  end: number
  /** Whether the words refer to the entity without naming it ("the Kremlin"). */
  metonym: boolean
}

interface NameEntry {
  entity: Entity
  metonym: boolean
  /** Matches only in capital letters ("US"). */
  capitalsOnly: boolean
  capitalization: CapitalizationRule
}

const MAX_NAME_WORDS = 16

/** Acronyms that are other words in lower case. */
const AMBIGUOUS_ACRONYMS = new Set(['us', 'who', 'mac', 'sed', 'car', 'un', 'sev', 'rok', 'roc'])

export class NameLinker {
  private readonly entriesByKey = new Map<string, NameEntry[]>()
  private readonly entitiesByKey: ReadonlyMap<EntityKey, Entity>
  private readonly spelling: SpellingCorrector
  private readonly eastAsianNames: { name: string; entity: Entity }[] = []
  /** `koreanNameKey`, the same for all romanizations → person; null if two people share it. */
  private readonly koreanNamesBySound = new Map<string, Entity | null>()

  /**
   * @param vocabulary folded words that the catalog writes in lower case: they are not typos, and need a capital to be
   *   surnames if the text has capitals
   * @param ordinary folded words that titles and summaries write in lower case: they always need a capital to be surnames
   */
  constructor(
    entities: readonly Entity[],
    vocabulary: ReadonlySet<string>,
    ordinary: ReadonlySet<string> = new Set(),
  ) {
    const words: string[] = []
    this.entitiesByKey = new Map(entities.map((entity) => [entityKey(entity), entity]))
    for (const entity of entities) {
      for (const name of [entity.name, ...entity.aliases])
        this.add(name, entity, false, nameCapitalization(name, entity, { vocabulary, ordinary }))
      for (const metonym of entity.metonyms) this.add(metonym, entity, true)
      if (entity.kind === 'person') this.addRomanizations(entity)
      words.push(
        ...[entity.name, ...entity.aliases].flatMap((name) => nameTokens(name).map(({ word }) => word)),
      )
    }
    this.addSurnames(entities, { vocabulary, ordinary })
    this.spelling = new SpellingCorrector(words, vocabulary)
  }

  get entities(): Iterable<Entity> {
    return this.entitiesByKey.values()
  }

  entity(key: EntityKey): Entity | undefined {
    return this.entitiesByKey.get(key)
  }

  /**
   * The names in the text, in order; of overlapping names the longer one. `exact` does not correct typos and is faster.
   * @example link('Ceaucescu in 1971') // [{ entities: [Nicolae Ceaușescu], text: 'Ceaucescu', start: 0, end: 9, … }]
   */
  link(text: string, options: { exact?: boolean } = {}): LinkedName[] {
    const tokens = options.exact ? nameTokens(text) : this.withWordsCorrected(nameTokens(text))
    const links: LinkedName[] = []
    for (let index = 0; index < tokens.length; ) {
      const found = this.longestLinkAt(tokens, index, text)
      if (!found) {
        index += 1
        continue
      }
      links.push(found.link)
      index += found.words
    }
    return [...links, ...this.linkEastAsian(text)].sort((a, b) => a.start - b.start)
  }

  /** The text with typos in names corrected, for full-text search. @example "Ceaucescu" → "ceausescu" */
  withSpellingCorrected(text: string): string {
    let correctedText = ''
    let end = 0
    for (const token of nameTokens(text)) {
      const word = this.spelling.correct(token.word)
      if (!word) continue
      correctedText += text.slice(end, token.start) + word
      end = token.end
    }
    return correctedText + text.slice(end)
  }

  private withWordsCorrected(tokens: NameToken[]): NameToken[] {
    return tokens.map((token) => ({ ...token, word: this.spelling.correct(token.word) ?? token.word }))
  }

  private longestLinkAt(tokens: readonly NameToken[], index: number, text: string) {
    const here = this.linkAt(tokens, index, text)
    if (tokens[index]?.word !== 'the') return here
    // "the North" is a metonym of a country, but in "the North Vietnamese" the longer name begins one word later.
    const next = this.linkAt(tokens, index + 1, text)
    return next && here && index + here.words < index + 1 + next.words ? undefined : here
  }

  private linkAt(
    tokens: readonly NameToken[],
    index: number,
    text: string,
  ): { link: LinkedName; words: number } | undefined {
    for (let words = Math.min(MAX_NAME_WORDS, tokens.length - index); words > 0; words -= 1) {
      const span = tokens.slice(index, index + words)
      const written = span.map((token) => token.written).join(' ')
      const key = linkKey(span)
      const entries =
        this.entriesByKey
          .get(key)
          ?.filter((entry) => isCapitalizedAsRequired(entry, written, { text, at: span[0]?.start ?? 0 })) ??
        this.koreanNameEntries(span)
      const [first, last] = [span.at(0), span.at(-1)]
      if (!entries?.length || !first || !last) continue
      if (words === 1 && isPartOfName(entries, tokens, index)) continue
      const link = {
        entities: entries.map(({ entity }) => entity),
        text: text.slice(first.start, last.end),
        start: first.start,
        end: last.end,
        metonym: entries.every(({ metonym }) => metonym),
      }
      return { link, words }
    }
    return undefined
  }

  private addRomanizations(entity: Entity): void {
    for (const name of [entity.name, ...entity.aliases]) {
      const key = koreanNameKey(nameTokens(name).map(({ word }) => word))
      if (!key) continue
      const other = this.koreanNamesBySound.get(key)
      this.koreanNamesBySound.set(key, other === undefined || other === entity ? entity : null)
    }
  }

  private koreanNameEntries(span: readonly NameToken[]): NameEntry[] | undefined {
    if (span.length > 3 || !/^\p{Lu}/u.test(span[0]?.written ?? '')) return undefined
    const key = koreanNameKey(span.map(({ word }) => word))
    const entity = key ? this.koreanNamesBySound.get(key) : undefined
    return entity ? [{ entity, metonym: false, capitalsOnly: false, capitalization: 'never' }] : undefined
  }

  private linkEastAsian(text: string): LinkedName[] {
    const found = this.eastAsianNames.flatMap(({ name, entity }): LinkedName[] => {
      const start = text.indexOf(name)
      return start < 0
        ? []
        : [{ entities: [entity], text: name, start, end: start + name.length, metonym: false }]
    })
    const pairs = findCountryPairs(text).flatMap(({ id, ...span }): LinkedName[] => {
      const entity = this.entitiesByKey.get(`place:${id}`)
      return entity ? [{ entities: [entity], ...span, metonym: false }] : []
    })
    // "한국전쟁" is the Korean War, not South Korea, although it begins with that name.
    const isPartOf = (part: LinkedName, whole: LinkedName) =>
      part.text.length < whole.text.length && whole.start <= part.start && part.end <= whole.end
    return [...found, ...pairs].filter((link) => !found.some((other) => isPartOf(link, other)))
  }

  private add(name: string, entity: Entity, metonym: boolean, capital: CapitalizationRule = 'never'): void {
    const key = linkKey(nameTokens(name))
    if (key === '') return
    if (/[\p{Script=Hangul}\p{Script=Han}\p{Script=Katakana}]/u.test(name)) {
      if (name.length > 1) this.eastAsianNames.push({ name, entity })
      return
    }
    const entries = this.entriesByKey.get(key) ?? []
    if (entries.some((entry) => entry.entity === entity)) return
    const capitals = /^\p{Lu}{2,4}$/u.test(name.replaceAll('.', '')) && AMBIGUOUS_ACRONYMS.has(key)
    this.entriesByKey.set(key, [
      ...entries,
      { entity, metonym, capitalsOnly: capitals, capitalization: capital },
    ])
  }

  /** Adds Western surnames that identify one person. People of the authority file take precedence. */
  private addSurnames(entities: readonly Entity[], words: CatalogWords): void {
    const peopleBySurname = new Map<string, { entity: Entity; surname: string }[]>()
    for (const entity of entities.filter(({ kind }) => kind === 'person'))
      for (const name of [entity.name, ...entity.aliases]) {
        const tokens = nameTokens(name)
        const surname = tokens.at(-1)
        if (tokens.length < 2 || !surname || surname.word.length < 4 || isFamilyNameFirst(name)) continue
        if (/^(?:junior|general|filippov)$/.test(surname.word)) continue
        const list = peopleBySurname.get(surname.word) ?? []
        if (!list.some((bearer) => bearer.entity === entity)) list.push({ entity, surname: surname.written })
        peopleBySurname.set(surname.word, list)
      }
    for (const [word, list] of peopleBySurname) {
      const ranked = list.filter(({ entity }) => entity.note)
      const [match] = ranked.length === 1 ? ranked : list.length === 1 ? list : []
      if (match && !this.entriesByKey.has(word))
        this.add(match.surname, match.entity, false, surnameCapitalization(word, match.entity, words))
    }
  }
}

function linkKey(tokens: readonly NameToken[]): string {
  return tokens.map(({ word }) => withoutRussianCase(word)).join('')
}

function isCapitalizedAsRequired(
  entry: NameEntry,
  written: string,
  occurrence: { text: string; at: number },
): boolean {
  if (entry.capitalsOnly) return written === written.toUpperCase()
  return followsCapitalization(entry.capitalization, written, occurrence)
}

/** Whether a single word is part of another person's longer name: "Kim" in "Kim Hyon-hui". */
function isPartOfName(entries: readonly NameEntry[], tokens: readonly NameToken[], index: number): boolean {
  if (
    !entries.every(
      ({ entity, metonym, capitalization: capital }) =>
        entity.kind === 'person' && (metonym || capital !== 'never'),
    )
  )
    return false
  const [word, next] = [tokens[index]?.word ?? '', tokens[index + 1]?.written ?? '']
  return isFamilyNameFirst(`${word} ${next}`) && /^\p{Lu}/u.test(next)
}

/** The vocabulary for `NameLinker`: folded runs of three or more lower-case letters. */
export function lettersInLowerCase(texts: Iterable<string>): Set<string> {
  const words = new Set<string>()
  for (const text of texts) for (const match of text.matchAll(/\p{Ll}{3,}/gu)) words.add(foldWord(match[0]))
  return words
}
