/** Entities: the entries of the authority file, and people whom only records name. */
import type { Authority } from '../authority.ts'
import type { ArchiveDocument } from '../document.ts'
import type { ReducedDate } from '../reduced-date.ts'
import { slug } from '../slug.ts'
import { nameKey, nameTokens } from './name-tokens.ts'

export const entityKinds = ['person', 'place', 'organization', 'event'] as const
export type EntityKind = (typeof entityKinds)[number]

export interface Entity {
  /** Unique within its kind. */
  id: string
  kind: EntityKind
  name: string
  /** Other names, in any script. */
  aliases: readonly string[]
  /** Words that refer to it without naming it ("the Kremlin"). */
  metonyms: readonly string[]
  /** Whether the whole archive is about it. */
  subject?: boolean
  /** Description from the authority file; absent for people whom only records name. */
  note?: string
  /** Dates of an event, or years of a person in power. */
  period?: { from: ReducedDate; to: ReducedDate }
  died?: ReducedDate
}

/** Identifies an entity across kinds: `person:kim-il-sung`. */
export type EntityKey = `${EntityKind}:${string}`

export function entityKey({ kind, id }: Pick<Entity, 'kind' | 'id'>): EntityKey {
  return `${kind}:${id}`
}

/** All entities. A person named in records under a longer or shorter form of a known name is merged with that person. */
export function collectEntities(authority: Authority, documents: readonly ArchiveDocument[]): Entity[] {
  const entities: Entity[] = [
    ...authority.people.map(
      ({ ruled, died, ...entry }): Entity => ({
        ...entry,
        kind: 'person',
        ...(ruled ? { period: ruled } : {}),
        ...(died ? { died } : {}),
      }),
    ),
    ...authority.places.map((entry): Entity => ({ ...entry, kind: 'place' })),
    ...authority.organizations.map((entry): Entity => ({ ...entry, kind: 'organization' })),
    ...authority.events.map(({ date, start, end, ...entry }): Entity => {
      const [from, to] = [start ?? date, end ?? date]
      return { ...entry, kind: 'event', ...(from && to ? { period: { from, to } } : {}) }
    }),
  ]
  return withPeopleNamedInRecords(entities, documents)
}

function withPeopleNamedInRecords(
  entities: readonly Entity[],
  documents: readonly ArchiveDocument[],
): Entity[] {
  const counts = new Map<string, number>()
  for (const { people } of documents) for (const name of people) counts.set(name, (counts.get(name) ?? 0) + 1)
  const people = entities
    .filter(({ kind }) => kind === 'person')
    .map((person) => ({ ...person, aliases: [...person.aliases] }))
  const others = entities.filter(({ kind }) => kind !== 'person')
  const bySurname = new Map<string, (typeof people)[number][]>()
  const remember = (person: (typeof people)[number], name: string) => {
    const surname = isFamilyNameFirst(name) ? '' : surnameAndFirstName(name)[0]
    if (surname) bySurname.set(surname, [...(bySurname.get(surname) ?? []), person])
  }
  for (const person of people) for (const name of [person.name, ...person.aliases]) remember(person, name)
  const byKey = new Map(
    people.flatMap((person) => [person.name, ...person.aliases].map((name) => [nameKey(name), person])),
  )
  // Full names first, so that a bare surname is merged with the full name; then most frequent first.
  const names = [...counts.keys()].sort(
    (a, b) =>
      nameTokens(b).length - nameTokens(a).length ||
      (counts.get(b) ?? 0) - (counts.get(a) ?? 0) ||
      (a < b ? -1 : 1),
  )
  for (const name of names) {
    const key = nameKey(name)
    if (key === '' || byKey.has(key)) continue
    const known = findSamePerson(name, new Set(bySurname.get(surnameAndFirstName(name)[0])))
    if (known) known.aliases.push(name)
    const person = known ?? {
      id: slug(name) || key,
      kind: 'person' as const,
      name,
      aliases: [],
      metonyms: [],
    }
    if (!known) people.push(person)
    byKey.set(key, person)
    remember(person, name)
  }
  return [...people, ...others]
}

/** The only person with the same surname and a compatible first name ("A. M. Gromyko"); undefined if several match. */
function findSamePerson<Person extends Entity>(
  name: string,
  people: ReadonlySet<Person>,
): Person | undefined {
  if (isFamilyNameFirst(name)) return undefined
  const [surname, first] = surnameAndFirstName(name)
  const candidates = [...people].filter((person) =>
    [person.name, ...person.aliases].some((other) => {
      if (isFamilyNameFirst(other)) return false
      const [otherSurname, otherFirst] = surnameAndFirstName(other)
      return surname === otherSurname && firstNamesAgree(first, otherFirst)
    }),
  )
  return candidates.length === 1 ? candidates[0] : undefined
}

/** Folded surname and first given name; `first` is '' if there is none. */
function surnameAndFirstName(name: string): [surname: string, first: string] {
  const words = nameTokens(name)
    .map(({ word }) => word)
    .filter((word) => !/^(?:jr|sr|ii|iii|iv|cde|comrade|general|marshal|ambassador|dr|president)$/.test(word))
  return [words.at(-1) ?? '', words.length > 1 ? (words[0] ?? '') : '']
}

function firstNamesAgree(a: string, b: string): boolean {
  if (a === '' || b === '') return true
  return a.length > 1 && b.length > 1 ? a === b || areTransliterations(a, b) : a[0] === b[0]
}

/** Whether two first names share three letters, as transliterations of one name do ("Alexei", "Alexi", "Aleksei"). */
function areTransliterations(a: string, b: string): boolean {
  return a.slice(0, 3) === b.slice(0, 3)
}

const KOREAN_AND_CHINESE_FAMILY_NAMES = new Set(
  `ahn an bae baek bak bang ch cha chae chang cheng cheon chi chiang chin cho choe choi chon chong chu chun deng do eom gang gao gil go gong gu gwak
   gwon ha ham han heo ho hong hu hua huang hur hwang hwangbo hyon hyun i im in jang jeon jeong ji jiang jin jo jon jong joo ju jun jung kang
   kil kim ko koh koo ku kwak kwon lee li lim lin liu ma maeng mao min mo moon mu mun na nam no o oh paek paik pak pang park pek peng pyo pyon
   qian qiao ra rhee ri rim ro roh ryang ryu sa seo seol seong shin sim sin so sohn son song suh sun sung tae u uhm un wang wi won woo wu
   xi xu yan yang yeo yeom yi yim yo yom yon yoo yoon you yu yun zeng zhang zhao zhou zhu`.split(/\s+/),
)

/** Whether it is a Korean or Chinese name, in which the family name comes first. */
export function isFamilyNameFirst(name: string): boolean {
  const words = nameTokens(name)
  return words.length > 1 && KOREAN_AND_CHINESE_FAMILY_NAMES.has(words[0]?.word ?? '')
}
