/** The states, cities and parties that titles name, by the authority file's names and the words of `countries.ts`. */
import { type Entity, type EntityKey, entityKey } from '../names/entity.ts'
import { type NameToken, nameKey, nameTokens } from '../names/name-tokens.ts'
import { CITIES, COUNTRIES, PARTIES, SHARED_NAMES } from './countries.ts'

export interface Country {
  key: EntityKey
  /** As the authority file names it; catalog records list countries by this name. */
  title: string
  /** As it stands in a sentence: "the Soviet Union". */
  name: string
  adjective: string
  capital?: string
}

/** `city` is set where the title names a city; `country` is absent for cities of states that the authority file lacks. */
export interface Place {
  country?: Country | undefined
  city?: string | undefined
}

export interface Party {
  name: string
  country?: Country
}

interface Entry {
  /** Several where states share the name. */
  places?: readonly Place[]
  party?: Party
}

export type NamedThing = { place: Place; party?: undefined } | { party: Party; place?: undefined }

export class Gazetteer {
  private readonly entries = new Map<string, Entry>()
  /** By the first word of a name: how many words the longest of these has. */
  private readonly longest = new Map<string, number>()
  private readonly countries = new Map<string, Country>()
  private readonly byTitle = new Map<string, Country>()

  constructor(entities: Iterable<Entity>) {
    const all = [...entities]
    for (const entity of all) if (entity.kind === 'place') this.addCountry(entity)
    for (const [name, ids] of Object.entries(SHARED_NAMES))
      this.add(name, { places: ids.map((id) => ({ country: this.countries.get(id) })) })
    for (const [city, id] of Object.entries(CITIES))
      this.add(city, { places: [{ city, country: id === undefined ? undefined : this.countries.get(id) }] })
    for (const entity of all) if (entity.kind === 'organization') this.addParty(entity)
  }

  /** A country as records list it: "Soviet Union". */
  country(title: string | undefined): Country | undefined {
    return title === undefined ? undefined : this.byTitle.get(title)
  }

  /** The state whose capital a word names, in any case: "SEOUL". */
  capital(word: string): (Country & { capital: string }) | undefined {
    const places = this.entries.get(nameKey(word))?.places ?? []
    const [place] = places
    const country = place?.country
    return places.length === 1 && country?.capital !== undefined && place?.city === country.capital
      ? { ...country, capital: country.capital }
      : undefined
  }

  /**
   * The longest name that begins at a capitalized token, and its number of tokens. A name that states share is the one state that the
   * record lists; where it lists several, a place without a country.
   */
  nameAt(
    tokens: readonly NameToken[],
    at: number,
    listed: ReadonlySet<string>,
  ): { thing: NamedThing; words: number } | undefined {
    const most = this.longest.get(tokens[at]?.word ?? '')
    if (most === undefined) return undefined
    for (let words = Math.min(most, tokens.length - at); words > 0; words -= 1) {
      const span = tokens.slice(at, at + words)
      const entry = this.entries.get(span.map(({ word }) => word).join(''))
      if (!entry) continue
      if (entry.party) return { thing: { party: entry.party }, words }
      const places = entry.places ?? []
      const meant = places.filter(({ country }) => country && listed.has(country.title))
      const [only] = places.length === 1 ? places : meant
      const isClear = only && (places.length === 1 || meant.length === 1)
      return { thing: { place: isClear ? only : {} }, words }
    }
    return undefined
  }

  private addCountry(entity: Entity): void {
    const words = COUNTRIES[entity.id]
    const adjective = words?.adjectives[0]
    if (!words || !adjective) return
    const country: Country = {
      key: entityKey(entity),
      title: entity.name,
      name: words.article ? `the ${entity.name}` : entity.name,
      adjective,
      ...(words.capitals?.[0] ? { capital: words.capitals[0] } : {}),
    }
    this.countries.set(entity.id, country)
    this.byTitle.set(entity.name, country)
    for (const name of [entity.name, ...entity.aliases, ...words.adjectives, ...(words.names ?? [])])
      if (!(name in SHARED_NAMES)) this.add(name, { places: [{ country }] })
    for (const capital of words.capitals ?? [])
      this.add(capital, { places: [{ country, city: country.capital }] })
  }

  private addParty(entity: Entity): void {
    const id = PARTIES[entity.id]
    if (id === undefined) return
    const country = this.countries.get(id)
    for (const name of [entity.name, ...entity.aliases])
      this.add(name, { party: { name: entity.name, ...(country ? { country } : {}) } })
  }

  private add(name: string, entry: Entry): void {
    const [first, ...more] = nameTokens(name)
    const key = nameKey(name)
    if (!first || this.entries.has(key)) return
    this.entries.set(key, entry)
    this.longest.set(first.word, Math.max(this.longest.get(first.word) ?? 0, more.length + 1))
  }
}
