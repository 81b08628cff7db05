/**
 * Whether the names in a sentence stand in the record: through the authority file, in any spelling, by what stands for
 * them ("the Kremlin"); words with a capital that the archive does not know must stand in the record as they are.
 */
import type { Entity, EntityKey } from '../../../corpus/names/entity.ts'
import { entityKey } from '../../../corpus/names/entity.ts'
import type { LinkedName, NameLinker } from '../../../corpus/names/name-linker.ts'
import { nameTokens } from '../../../corpus/names/name-tokens.ts'
import type { Mentions } from './claim.ts'
import { ADJECTIVE, TIMES } from './mentions.ts'
import type { Objection } from './objection.ts'
import type { ReadWord } from './read-text.ts'
import type { Knowledge, ReadRecord } from './record.ts'

/** Words that with a capital name nobody by themselves. */
const NO_NAME = /^(?:christmas|new|lieutenant|colonel|major|captain|rear|department|dr|prof)$/

/** What is told of a region often has no name in the record. */
const CONTINENT = /^(?:asia|europe|africa|america|asian|european|african|western|eastern|latin)s?$/

export function missingNames(
  { text: sentence, names, dates, words }: Pick<Mentions, 'text' | 'names' | 'dates' | 'words'>,
  records: readonly ReadRecord[],
  { vocabulary, linker }: Pick<Knowledge, 'vocabulary' | 'linker'>,
): Objection[] {
  const missing: Objection[] = []
  for (const name of names) {
    if (records.some((record) => bears(record, name, linker.entity.bind(linker)))) {
      // Whom only the list of people names may be anybody in it: what he did is not told.
      if (isPerson(name) && !records.some((record) => tells(record, name)))
        missing.push({ check: 'name', text: name.text, certain: false })
      continue
    }
    if (!/\p{Lu}/u.test(name.text)) continue
    missing.push({ check: 'name', text: name.text, certain: !name.metonym || name.entities.every(isPlace) })
  }
  missing.push(...misplaced(sentence, names, records, linker))
  const isLinked = (start: number) =>
    [...names, ...dates].some((name) => name.start <= start && start < name.end)
  words.forEach((word, index) => {
    if (!/^\p{Lu}|\p{L}\d|^\d+\p{L}{2,}/u.test(word.written) || isLinked(word.start)) return
    if (!word.content || TIMES.test(word.word) || NO_NAME.test(word.word) || /^\d/.test(word.word)) return
    // A sentence's first word has its capital from its place, unless a name goes on from it.
    if (index === 0 && !/^\p{Lu}/u.test(words[1]?.written ?? '')) return
    const lower = vocabulary.has(word.word) || vocabulary.has(word.root)
    // "The Minister" is a word of the language of offices; "the Moon" is a name here.
    if (lower && (index === 0 || word.meanings.length > 0)) return
    if (records.some((record) => hasWord(record, word.word) || isAcronymIn(record, word.written))) return
    const certain =
      !lower && !CONTINENT.test(word.word) && !isForename(sentence, word, words[index + 1], records)
    missing.push({ check: 'name', text: word.written, certain })
  })
  for (const match of sentence.matchAll(/\b\p{Lu}{1,3}-\d+/gu)) {
    const parts = nameTokens(match[0]).map(({ word }) => word)
    const holds = (record: ReadRecord) =>
      parts.every((part) => hasWord(record, part) || record.words.has(`${part}s`))
    if (!isLinked(match.index) && !records.some(holds))
      missing.push({ check: 'name', text: match[0], certain: true })
  }
  return missing
}

/** "Hubert" before "Humphrey", where the record has no more than the family name. */
function isForename(
  sentence: string,
  word: ReadWord,
  next: ReadWord | undefined,
  records: readonly ReadRecord[],
): boolean {
  return (
    next !== undefined &&
    sentence.slice(word.end, next.start) === ' ' &&
    /^\p{Lu}/u.test(next.written) &&
    records.some(({ family, words }) => family.has(next.word) || words.has(next.word))
  )
}

function isPerson({ entities }: LinkedName): boolean {
  return entities.every(({ kind }) => kind === 'person')
}

/** Whether the title or the summary names the person, by any name, or in a part of this one. */
function tells({ title, sentences }: ReadRecord, name: LinkedName): boolean {
  const keys = name.entities.map(entityKey)
  const words = new Set(nameTokens(name.text).map(({ word }) => word))
  return [title, ...sentences].some(({ names, words: told }) => {
    if (names.some(({ entities }) => entities.some((entity) => keys.includes(entityKey(entity))))) return true
    // The Kim of another's name is not this Kim.
    const isOthers = (start: number) => names.some((other) => other.start <= start && start < other.end)
    return told.some(({ word, start }) => words.has(word) && !isOthers(start))
  })
}

/** "The Chinese *delegate* Nam Il", "the Chinese *ambassador,* Nam Il" */
const APPOSITION = /^ (?:[\p{L}-]+ ){0,3}[\p{L}-]+,? $/u

/** "The Chinese delegate Nam Il": a country that the authority file's note on the person does not name. */
function misplaced(
  sentence: string,
  names: readonly LinkedName[],
  records: readonly ReadRecord[],
  linker: NameLinker,
): Objection[] {
  return names.flatMap((country, index): Objection[] => {
    const person = names[index + 1]
    if (!person || !country.entities.every(isPlace) || !isPerson(person)) return []
    if (!APPOSITION.test(sentence.slice(country.end, person.start))) return []
    if (!ADJECTIVE.test(country.text)) return []
    const called = records.flatMap((record) => calledIn(record, person))
    const own = country.entities.map(({ id }) => id)
    if (called.length > 0)
      return called.some(({ id }) => own.includes(id))
        ? []
        : [{ check: 'name', text: country.text, certain: false }]
    const notes = person.entities.flatMap(({ note }) => note ?? [])
    const noted = notes.flatMap((note) =>
      linker.link(note, { exact: true }).flatMap(({ entities }) => entities.filter(isPlace)),
    )
    return noted.length === 0 || noted.some(({ id }) => own.includes(id))
      ? []
      : [{ check: 'name', text: country.text, certain: false }]
  })
}

/** The countries by whose adjectives a record calls a person: "GDR Ambassador Horst Brie". */
function calledIn({ sentences, title }: ReadRecord, person: LinkedName): Entity[] {
  const keys = person.entities.map(entityKey)
  return [title, ...sentences].flatMap(({ text, names }) =>
    names.flatMap((country, index) => {
      const next = names[index + 1]
      const isSame = next?.entities.some((entity) => keys.includes(entityKey(entity)))
      if (!next || !isSame || !country.entities.every(isPlace) || !ADJECTIVE.test(country.text)) return []
      return APPOSITION.test(text.slice(country.end, next.start)) ? country.entities : []
    }),
  )
}

function isPlace({ kind }: Entity): boolean {
  return kind === 'place'
}

function bears(
  record: ReadRecord,
  name: LinkedName,
  entityOf: (key: EntityKey) => Entity | undefined,
): boolean {
  if (name.entities.some((entity) => record.entities.has(entityKey(entity)))) return true
  // "Kim" is whoever of that name the record has; "the dissolution of UNCURK" stands there in other words.
  const words = nameTokens(name.text).filter(
    ({ written, start }) => /^\p{Lu}/u.test(written) || /[-‐]$/.test(name.text.slice(0, start)),
  )
  if (words.length > 0 && words.every(({ word }) => record.words.has(word) || isSpelt(record, word)))
    return true
  if (name.entities.some((entity) => isPlace(entity) && record.notedPlaces.has(entity.id))) return true
  if (name.entities.some((entity) => entity.id === 'united-nations') && record.words.has('un')) return true
  if (name.entities.some((entity) => isHalfOfWhole(entity, record))) return true
  return name.entities.some(
    ({ kind, name: own }) =>
      (kind === 'organization' || kind === 'event') &&
      [...record.entities].some((key) => {
        const other = entityOf(key)
        return (
          other?.kind === kind &&
          /^(?:UN|United Nations)\b/.test(own) &&
          /^(?:UN|United Nations)\b/.test(other.name)
        )
      }),
  )
}

/** "Hanoi" and "the South Vietnamese" where the record has no more than "Vietnam". */
function isHalfOfWhole({ kind, id }: Entity, { entities, words }: ReadRecord): boolean {
  const [, whole] = /^(?:north|south|east|west)-(\w+)$/.exec(id) ?? []
  if (kind !== 'place' || !whole) return false
  const isHalfNamed = ['north', 'south', 'east', 'west'].some((side) =>
    entities.has(`place:${side}-${whole}`),
  )
  return !isHalfNamed && [...words].some((word) => word.startsWith(whole))
}

/** "NLF" where the record has the "National Liberation Front". */
function isAcronymIn({ document }: ReadRecord, written: string): boolean {
  if (!/^\p{Lu}{2,6}$/u.test(written)) return false
  const capitals = nameTokens(`${document.title}. ${document.summary ?? ''}`)
    .filter(({ written }) => /^\p{Lu}/u.test(written))
    .map(({ written }) => written[0])
  return capitals.join('').includes(written)
}

/** The first halves of "Afro-Asian" and "Anglo-American". */
const HALVES: Readonly<Record<string, string>> = {
  afro: 'africa',
  anglo: 'brit',
  franco: 'fr',
  indo: 'indi',
  euro: 'europ',
}

/** A word in another form ("Algerian" for "Algeria") or spelling ("Khasbulatov" for "Khazbulatov"). */
function hasWord({ words, entities }: ReadRecord, word: string): boolean {
  if (words.has(word) || words.has(`${word}s`)) return true
  if (/^korea/.test(word)) return entities.has('place:north-korea') || entities.has('place:south-korea')
  const half = HALVES[word]
  if (half && [...words].some((other) => other.startsWith(half))) return true
  if (words.has(word.replace(/ns?$/, ''))) return true
  const base = word.replace(/(?:(?:wo)?m[ae]n|ians?|ans?|ese|ish|is?|s)$/, '')
  for (const other of words)
    if (base.length >= 4 && other.startsWith(base) && other.length - base.length <= 4) return true
  return isSpelt({ words }, word)
}

/** Letters of a name at least that may be spelt another way. */
const LONG_NAME = 6

/** "Podgorny" where the record has "Podgornyy". */
function isSpelt({ words }: Pick<ReadRecord, 'words'>, word: string): boolean {
  return (
    word.length >= LONG_NAME &&
    [...words].some((other) => Math.abs(other.length - word.length) <= 1 && differsByOne(word, other))
  )
}

function differsByOne(a: string, b: string): boolean {
  let start = 0
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1
  if (start === 0) return false
  const [restA, restB] = [a.slice(start), b.slice(start)]
  return restA.slice(1) === restB.slice(1) || restA === restB.slice(1) || restA.slice(1) === restB
}
