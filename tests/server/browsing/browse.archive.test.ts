import { beforeAll, describe, expect, it } from 'vitest'
import { overlapsPeriod, yearOf } from '../../../corpus/reduced-date.ts'
import { documentListResponseSchema } from '../../../server/contract/document-lists.ts'
import { facetNames } from '../../../server/contract/facet-names.ts'
import { type Asking, openApp, problemOf } from '../ask.ts'

let app: Asking
beforeAll(async () => {
  app = await openApp()
})

const browse = (query: string) => app.get(`/api/documents?${query}`, documentListResponseSchema)

describe('facets', () => {
  it.each([
    '',
    'q=nuclear reactor',
    'country=romania',
    'q=Honecker&decade=1980s',
    'person=kim-il-sung&type=telegram',
  ])('count what choosing them leaves, with "%s" chosen already', async (chosen) => {
    const { facets } = await browse(chosen)
    for (const name of facetNames) {
      // Beside a choice in its own facet a value adds documents, and the count is of it alone.
      const others = new URLSearchParams(chosen)
      others.delete(name)
      for (const { value, count } of facets[name]?.slice(0, 2) ?? [])
        expect((await browse(`${others}&${name}=${value}&limit=1`)).total, `${name}=${value}`).toBe(count)
    }
  })

  it('join the values of one facet, and narrow with each further facet', async () => {
    const [romania, hungary] = [await browse('country=romania'), await browse('country=hungary')]
    const either = await browse('country=romania&country=hungary')
    expect(either.total).toBeGreaterThan(Math.max(romania.total, hungary.total))
    expect(either.total).toBeLessThanOrEqual(romania.total + hungary.total)
    const telegrams = await browse('country=romania&country=hungary&type=telegram&limit=100')
    expect(telegrams.total).toBeLessThan(either.total)
    expect(telegrams.documents.every(({ type }) => type === 'telegram')).toBe(true)
  })

  it.each([
    ['person', 'Honecker', 'erich-honecker'],
    ['person', '김일성', 'kim-il-sung'],
    ['country', 'GDR', 'east-germany'],
    ['event', 'the axe murder', 'axe-murder-incident'],
    ['organization', 'KWP', 'korean-workers-party'],
    ['collection', 'Conversations with Kim Il Sung', 'conversations-with-kim-il-sung'],
    ['maker', 'Embassy of Hungary in the Soviet Union', 'embassy-of-hungary-in-the-soviet-union'],
    ['maker', 'hungarian embassy in moscow', 'embassy-of-hungary-in-the-soviet-union'],
    ['publisher', 'National Security Archive', 'national-security-archive'],
  ])('take a %s by the name "%s" as by its id', async (facet, name, id) => {
    const [byName, byId] = [await browse(`${facet}=${name}`), await browse(`${facet}=${id}`)]
    expect(byId.total).toBeGreaterThan(0)
    expect(byName.documents).toEqual(byId.documents)
    expect(byId.facets[facet as 'person']?.some(({ value }) => value === id)).toBe(true)
  })

  it.each([
    'china-dprk estrangement',
    'china-dprk-estrangement',
    'sino-north korean friction',
    'China-North Korea estrangement',
  ])('take a subject by any string of the records, in its preferred form: "%s"', async (subject) => {
    const { total, chosen, facets } = await browse(`subject=${encodeURIComponent(subject)}`)
    expect(total).toBeGreaterThan(0)
    expect(chosen).toEqual({ subject: ['china-north-korea-estrangement'] })
    expect(facets.subject).toContainEqual({
      value: 'china-north-korea-estrangement',
      label: 'China-North Korea estrangement',
      count: total,
    })
  })

  it('find the documents of its parts under a broader subject', async () => {
    const broad = await browse('subject=nuclear-nonproliferation&limit=100')
    const part = await browse('subject=nuclear-non-proliferation-treaty&limit=100')
    const ids = broad.documents.map(({ id }) => id)
    expect(part.total).toBeGreaterThan(0)
    expect(broad.total).toBeGreaterThan(part.total)
    expect(part.documents.filter(({ id }) => !ids.includes(id))).toEqual([])
  })

  it('tell which values are meant, each once', async () => {
    const { chosen } = await browse(
      'person=Kim Il-song&person=김일성&person=Honecker&country=GDR&decade=1980s',
    )
    expect(chosen).toEqual({
      person: ['kim-il-sung', 'erich-honecker'],
      country: ['east-germany'],
      decade: ['1980s'],
    })
    expect((await browse('q=oil')).chosen).toEqual({})
    expect((await browse('person=Nobody At All')).chosen).toEqual({ person: ['Nobody At All'] })
  })

  it('mean themselves by their values, whatever the names are', () => {
    const { facets } = app.archive.facts
    for (const name of facetNames)
      for (const value of new Set(facets[name].values.flat()))
        expect(facets[name].resolve(value), name).toBe(value)
  })

  it('tell the chosen value even where it leaves nothing', async () => {
    const { total, facets } = await browse('event=axe-murder-incident&decade=1940s')
    expect(total).toBe(0)
    expect(facets.event?.find(({ value }) => value === 'axe-murder-incident')).toMatchObject({
      label: 'Axe Murder Incident',
      count: 0,
    })
  })

  it('tell the first twelve values, or as many as are asked for', async () => {
    expect((await browse('')).facets.person).toHaveLength(12)
    expect((await browse('facetLimit=500')).facets.person).toHaveLength(500)
  })

  it.each([
    ['type=gossip', 'type'],
    ['decade=84', 'decade'],
    ['person=', 'person'],
    ['from=yesterday', 'from'],
    ['sort=best', 'sort'],
    ['facetLimit=0', 'facetLimit'],
  ])('refuse "%s", naming the parameter', async (query, field) => {
    const problem = await problemOf(await app.request(`/api/documents?${query}`), 400)
    expect(problem.errors?.map((error) => error.field)).toEqual([field])
  })
})

describe('years', () => {
  it('count every document once, whatever period is chosen', async () => {
    const [all, part] = [await browse(''), await browse('from=1970&to=1972')]
    expect(all.years.reduce((sum, { count }) => sum + count, 0)).toBe(913)
    expect(all.years.map(({ year }) => year)).toEqual(Array.from({ length: 56 }, (_, place) => 1945 + place))
    expect(part.years).toEqual(all.years)
    const wanted = all.years.filter(({ year }) => year >= 1970 && year <= 1972)
    expect(part.total).toBe(wanted.reduce((sum, { count }) => sum + count, 0))
  })

  it('find documents dated to the month or the year by any period that they may lie in', async () => {
    const vague = app.archive.catalog.documents.filter(({ date }) => date.length < 10)
    expect(vague.length).toBeGreaterThan(20)
    for (const { id, date } of vague.slice(0, 8)) {
      const day = `${date.length === 4 ? `${date}-06` : date}-15`
      const found = await browse(`from=${day}&to=${day}&limit=100`)
      expect(found.documents.map((document) => document.id)).toContain(id)
      for (const document of found.documents) expect(overlapsPeriod(document.date, day, day)).toBe(true)
    }
  })
})

describe('words in the list', () => {
  it('order it by relevance, say why each is there, and show only its own sentences', async () => {
    const { documents, matches, answerable } = await browse('q=oil deliveries and debts')
    expect(answerable).toBe(true)
    expect(matches?.map(({ id }) => id)).toEqual(documents.map(({ id }) => id))
    for (const [place, { passages, why }] of (matches ?? []).entries()) {
      expect(why).not.toBe('')
      const { summary, title } = documents[place] ?? { summary: '', title: '' }
      for (const { text } of passages) expect(summary?.includes(text) || text === title).toBe(true)
    }
  })

  it('keep the order that is asked for', async () => {
    const { documents } = await browse('q=Pueblo crew&sort=newest&limit=50')
    const years = documents.map(({ date }) => yearOf(date))
    expect(years).toEqual(years.toSorted((a, b) => b - a))
  })

  it('leave out what is far from them', async () => {
    const { total } = await browse('q=Honecker')
    expect(total).toBeGreaterThan(5)
    expect(total).toBeLessThan(40)
  })

  it('give way to a period that is set', async () => {
    const { total, documents } = await browse('q=Kim Il Sung in 1984&from=1975&to=1975')
    expect(total).toBeGreaterThan(0)
    expect(documents.every(({ date }) => date.startsWith('1975'))).toBe(true)
  })

  it('that the archive lacks are said to be so', async () => {
    const { answerable, reason } = await browse('q=the Singapore summit of 2018')
    expect(answerable).toBe(false)
    expect(reason).toBe('No document here is later than 2000.')
  })
})
