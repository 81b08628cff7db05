import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Catalog, loadCatalog } from '../../../corpus/catalog.ts'
import type { ArchiveDocument } from '../../../corpus/document.ts'
import { COUNTRIES, PARTIES } from '../../../corpus/makers/countries.ts'
import { type Maker, makerKinds } from '../../../corpus/makers/maker.ts'
import { MakerParser } from '../../../corpus/makers/maker-parser.ts'
import { pattern } from '../../../corpus/makers/pattern/pattern.ts'
import { collectEntities, type Entity, entityKey } from '../../../corpus/names/entity.ts'
import { nameKey } from '../../../corpus/names/name-tokens.ts'
import { publisherSchema } from '../../../corpus/publisher.ts'
import { Publishers } from '../../../corpus/publishers.ts'
import { NEW_PUBLISHER } from '../new-publisher.ts'

/** Checked by hand against the records: id, title, kind, name, lead-in; the last three empty where a title tells nothing. */
const CHECKED = readFileSync(new URL('../../fixtures/makers.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'))

const HUNGARIAN_REPORT = '1966-10-20-report-embassy-of-hungary-in-the-soviet-union-to-the-hungarian-foreign'

let catalog: Catalog
let entities: Entity[]
let parser: MakerParser

beforeAll(async () => {
  catalog = await loadCatalog()
  entities = collectEntities(catalog.authority, catalog.documents)
  parser = new MakerParser(entities, catalog.publishers)
})

function record(id: string): ArchiveDocument {
  const document = catalog.byId.get(id)
  if (!document) throw new Error(`the catalog has no record "${id}"`)
  return document
}

const makerOf = (document: ArchiveDocument) => parser.parse(document)?.maker
const phraseOf = (document: ArchiveDocument) => parser.parse(document)?.phrase

/** A record of a telegram that nothing but its title tells about. */
function titled(title: string, fields: Partial<ArchiveDocument> = {}): ArchiveDocument {
  const countries = ['Hungary', 'North Korea', 'Soviet Union']
  const base = { people: ['Kim Il Sung', 'Stalin', 'Gromyko'], countries, summary: null, archive: undefined }
  return {
    ...record(HUNGARIAN_REPORT),
    ...base,
    title,
    ...fields,
  }
}

describe('the maker of a record', () => {
  it.each(CHECKED)('%s', (id, title, kind, name, phrase) => {
    const document = record(id ?? '')
    expect(document.title).toBe(title)
    const { maker, phrase: read } = parser.parse(document) ?? {}
    expect([maker?.kind ?? '', maker?.name ?? '', read ?? '']).toEqual([kind, name, phrase])
  })

  it('is checked for every kind', () =>
    expect(new Set(CHECKED.map(([, , kind]) => kind).filter(Boolean))).toEqual(new Set(makerKinds)))

  it('is whole: name, lead-in, state, seat and signer', () => {
    expect(makerOf(record(HUNGARIAN_REPORT))).toEqual({
      kind: 'embassy',
      name: 'Embassy of Hungary in the Soviet Union',
      short: 'Hungarian embassy in Moscow',
      of: 'place:hungary',
      in: 'place:soviet-union',
      people: [],
    } satisfies Maker)
    expect(
      makerOf(record('1957-04-12-journal-of-soviet-ambassador-to-the-dprk-a-m-puzanov-for-12-april-1957')),
    ).toMatchObject({
      of: 'place:soviet-union',
      in: 'place:north-korea',
      people: ['person:alexander-puzanov'],
    })
  })

  it.each([
    ['telegram', 0.95],
    ['journal', 1],
    ['letter', 0.9],
    ['memorandum', 0.8],
    ['report', 0.7],
  ])('is known of most of type %s', (type, share) => {
    const documents = catalog.documents.filter((document) => document.type === type)
    const known = documents.filter((document) => parser.parse(document)?.maker)
    expect(known.length / documents.length).toBeGreaterThanOrEqual(share)
  })

  it('has keys of entities, and a lead-in wherever there is one', () => {
    const keys = new Set(entities.map(entityKey))
    for (const document of catalog.documents) {
      const { maker, phrase } = parser.parse(document) ?? {}
      expect(phrase !== undefined, document.id).toBe(maker !== undefined)
      for (const key of [maker?.of, maker?.in, ...(maker?.people ?? [])])
        expect(key === undefined || keys.has(key), `${document.id}: ${key}`).toBe(true)
      expect(maker?.in === undefined || maker.in !== maker.of, document.id).toBe(true)
    }
  })

  it('never is an American embassy in Pyongyang', () => {
    for (const document of catalog.documents) {
      const maker = parser.parse(document)?.maker
      expect(maker?.of === 'place:united-states' && maker.in === 'place:north-korea', document.id).toBe(false)
    }
  })
})

describe('what the record says besides its title', () => {
  it('lists the state of its maker first, or behind North Korea: so unqualified ministries are read', () => {
    const nameOf = new Map(entities.map((entity) => [entityKey(entity), entity.name]))
    for (const document of catalog.documents) {
      const maker = parser.parse(document)?.maker
      if (!maker?.of || document.publisher === 'Foreign Relations of the United States') continue
      const [first] = document.countries.filter((name) => name !== 'North Korea')
      if (maker.of !== 'place:north-korea') expect(nameOf.get(maker.of), document.id).toBe(first)
    }
  })

  it('agrees with the title where the summary names an office that writes', () => {
    let compared = 0
    for (const document of catalog.documents) {
      const byTitle = parser.parse(document)?.maker
      const bySummary = makerOf({ ...document, title: 'Untitled', archive: undefined })
      if (!byTitle?.of || !bySummary || byTitle.kind === 'person') continue
      compared += 1
      expect([bySummary.kind, bySummary.of], document.id).toEqual([byTitle.kind, byTitle.of])
    }
    expect(compared).toBeGreaterThan(25)
  })
})

describe('the states that a record can be from', () => {
  const statesOf = (document: ArchiveDocument) => parser.statesOf(document, makerOf(document))

  it('are its maker’s or, where that has none or is not told, those listed first', () => {
    expect(statesOf(record(HUNGARIAN_REPORT))).toEqual(['place:hungary'])
    const untold = { title: 'On the Situation', people: [] }
    expect(statesOf(titled('', { ...untold, countries: ['Hungary', 'China'] }))).toEqual(['place:hungary'])
    expect(statesOf(titled('', { ...untold, countries: ['North Korea', 'Hungary', 'China'] }))).toEqual([
      'place:north-korea',
      'place:hungary',
    ])
  })

  it('are that of a publisher of one state’s papers, whatever the record lists', () => {
    const publisher = 'Foreign Relations of the United States'
    const untold = titled('On the Situation', { people: [], countries: ['North Korea'], publisher })
    expect(statesOf(untold)).toEqual(['place:united-states'])
    const hungarian = titled('Report, Embassy of Hungary in Cuba', { publisher })
    expect(statesOf(hungarian)).toEqual(['place:hungary'])
  })

  it('is none for a body that no state owns', () =>
    expect(
      statesOf(record('1950-06-25-resolution-adopted-by-the-united-nations-security-council-june-25-1950')),
    ).toEqual([]))

  it('must be known, where a publisher’s file names it', () => {
    const publisher = publisherSchema.parse({ ...NEW_PUBLISHER, madeBy: 'Atlantis' })
    expect(() => new MakerParser(entities, new Publishers([publisher]))).toThrow(
      /Documents on Canadian External Relations": madeBy: "Atlantis" is no state/,
    )
  })
})

describe('a title without a maker', () => {
  it.each([
    'Memorandum on Two Informational Reports from the Hungarian Embassy in Moscow',
    'Report on a Trip to the DPRK by a Delegation from Hungary',
    'Report on a Letter from Kim Il Sung',
    'Note on Information from DPRK Deputy Foreign Minister',
    'Information on a Conversation with an Official from the Soviet Embassy',
    'Record of Conversation between Kim Il Sung and Gromyko',
    'Kim Il Sung to Visit Moscow',
    "Letter from Kim Il Sung's Secretary",
    'Letter from Nobody Whom the Record Lists',
    'Telegram from Moscow to Sofia',
    'The Hungarian Embassy in Hungary',
  ])('has none: %s', (title) => expect(makerOf(titled(title))).toBeUndefined())

  it.each([
    ['Telegram from Moscow to Budapest', 'Hungarian embassy in Moscow'],
    ['Telegram from Budapest to Moscow, SECRET', 'Hungarian foreign ministry'],
    ['Cable from the Foreign Ministry to the Romanian Embassy in Sofia', 'Romanian foreign ministry'],
    ['Report, Embassy of Hungary in Gabon', 'Hungarian embassy in Gabon'],
    ['Letter from Ambassador Gromyko', 'Hungarian ambassador Gromyko'],
    ['Letter to Kim Il Sung from Stalin', 'Stalin'],
  ])('%s is by %s', (title, phrase) => expect(phraseOf(titled(title))).toBe(phrase))

  it('is not given to North Korea because the record lists it first', () => {
    const countries = ['North Korea', 'Hungary']
    expect(makerOf(titled('Cable from the Foreign Ministry', { countries }))).toBeUndefined()
  })

  it('does not take a bare surname for somebody else', () => {
    expect(makerOf(record('1945-12-10-malik-on-the-question-of-a-united-government-in-korea'))).toMatchObject(
      {
        name: 'Malik',
        people: [],
      },
    )
  })
})

describe('the tables', () => {
  /** Words that the authority file lacks, or ("Russian") has under another state. */
  const MISSING = new Set(['Bern', 'German', 'Russian', 'Washington, DC'])

  it('name states as the authority file does', () => {
    const places = new Map(catalog.authority.places.map((place) => [place.id, place]))
    for (const [id, { adjectives, capitals = [] }] of Object.entries(COUNTRIES)) {
      const place = places.get(id)
      const known = [place?.name ?? '', ...(place?.aliases ?? []), ...(place?.metonyms ?? [])].map(nameKey)
      for (const word of [...adjectives, ...capitals])
        expect(MISSING.has(word) || known.includes(nameKey(word)), `${id}: ${word}`).toBe(true)
    }
    const parties = new Set(catalog.authority.organizations.map(({ id }) => id))
    expect(Object.keys(PARTIES).filter((id) => !parties.has(id))).toEqual([])
  })

  it.each([
    ['embassy of {nobody}', /no slot is called \{nobody\}/],
    ['embassy [in {in}', /"\[" without "\]"/],
    ['embassy in {in}]', /"\]" without "\["/],
  ])('refuse a pattern that cannot be read: %s', (text, message) =>
    expect(() => pattern(text)).toThrow(message),
  )
})
