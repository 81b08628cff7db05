/** Recognizes states, cities and parties in titles, from the authority file's names and `countries.ts`. */
import { type Entity, type EntityKey, entityKey } from '../names/entity.ts'
import { type NameToken, nameKey, nameTokens } from '../names/name-tokens.ts'
import { CITIES, COUNTRIES, PARTIES, SHARED_NAMES } from './countries.ts'

export interface Country {
  key: EntityKey
  /** Name in the authority file, also used by the records' lists of countries. */
  title: string
  /** Name within a sentence: "the Soviet Union". */
  name: string
  adjective: string
  capital?: string
}

/** A state or a city. `city` is set for cities; `country` is absent if the authority file lacks the city's state. */
export interface Place {
  country?: Country | undefined
  city?: string | undefined
}

export interface Party {
  name: string
  country?: Country
}

interface GazetteerEntry {
  /** Several if states share the name. */
  places?: readonly Place[]
  party?: Party
}

export type GazetteerName = { place: Place; party?: undefined } | { party: Party; place?: undefined }

export class Gazetteer {
  private readonly entries = new Map<string, GazetteerEntry>()
  /** First word of a name → word count of the longest name that begins with it. */
  private readonly maxWordsByFirstWord = new Map<string, number>()
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

  /** The country with a name as in records: "Soviet Union". */
  country(title: string | undefined): Country | undefined {
    return title === undefined ? undefined : this.byTitle.get(title)
  }

  /** The state with this capital, ignoring case: "SEOUL". */
  capital(word: string): (Country & { capital: string }) | undefined {
    const places = this.entries.get(nameKey(word))?.places ?? []
    const [place] = places
    const country = place?.country
    return places.length === 1 && country?.capital !== undefined && place?.city === country.capital
      ? { ...country, capital: country.capital }
      : undefined
  }

  /**
   * The longest name that begins at a capitalized token, and its number of tokens. A shared name is resolved to the only one of
   * its states in `listed`; if there is not exactly one, the result is a place without a country.
   */
  nameAt(
    tokens: readonly NameToken[],
    at: number,
    listedCountries: ReadonlySet<string>,
  ): { thing: GazetteerName; words: number } | undefined {
    const maxWords = this.maxWordsByFirstWord.get(tokens[at]?.word ?? '')
    if (maxWords === undefined) return undefined
    for (let words = Math.min(maxWords, tokens.length - at); words > 0; words -= 1) {
      const span = tokens.slice(at, at + words)
      const entry = this.entries.get(span.map(({ word }) => word).join(''))
      if (!entry) continue
      if (entry.party) return { thing: { party: entry.party }, words }
      const places = entry.places ?? []
      const listedPlaces = places.filter(({ country }) => country && listedCountries.has(country.title))
      const [only] = places.length === 1 ? places : listedPlaces
      const isClear = only && (places.length === 1 || listedPlaces.length === 1)
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

  private add(name: string, entry: GazetteerEntry): void {
    const [first, ...more] = nameTokens(name)
    const key = nameKey(name)
    if (!first || this.entries.has(key)) return
    this.entries.set(key, entry)
    this.maxWordsByFirstWord.set(
      first.word,
      Math.max(this.maxWordsByFirstWord.get(first.word) ?? 0, more.length + 1),
    )
  }
}
