import { beforeAll, describe, expect, it } from 'vitest'
import { pluralOfKind } from '../../../corpus/names/plural-of-kind.ts'
import { overlapsPeriod } from '../../../corpus/reduced-date.ts'
import { likelihoodRatio } from '../../../server/browsing/cooccurring-names.ts'
import { collectionResponseSchema } from '../../../server/contract/collections.ts'
import { documentListSchema, popularResponseSchema } from '../../../server/contract/document-lists.ts'
import { type NameSummary, nameListSchema, nameResponseSchema } from '../../../server/contract/names.ts'
import { type Asking, openApp, problemOf } from '../ask.ts'

let app: Asking
beforeAll(async () => {
  app = await openApp()
})

const list = (path: string) => app.get(`/api/${path}`, nameListSchema)
const read = (path: string) => app.get(`/api/${path}`, nameResponseSchema)

async function all(kind: string, query = ''): Promise<NameSummary[]> {
  const names: NameSummary[] = []
  for (let total = 1; names.length < total; ) {
    const page = await list(`${kind}?${query}&offset=${names.length}`)
    total = page.total
    names.push(...page.names)
  }
  return names
}

describe('the lists of names', () => {
  it.each(Object.values(pluralOfKind))(
    'hold every one of the %s of the authority file, each once',
    async (kind) => {
      const names = await all(kind)
      const ids = names.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      const { authority } = app.archive.catalog
      expect(
        names
          .filter(({ described }) => described)
          .map(({ id }) => id)
          .sort(),
      ).toEqual(authority[kind].map(({ id }) => id).sort())
    },
  )

  it('have the people whom only records name, marked as such', async () => {
    const people = await all('people')
    const rusk = people.find(({ id }) => id === 'dean-rusk')
    expect(rusk).toMatchObject({ name: 'Dean Rusk', described: false })
    expect(rusk?.note).toBeUndefined()
    expect(rusk?.count).toBeGreaterThan(20)
    expect(people.find(({ id }) => id === 'kim-il-sung')).toMatchObject({
      described: true,
      died: '1994-07-08',
      period: { from: '1948-09-09', to: '1994-07-08' },
    })
    const named = app.archive.catalog.documents.flatMap((document) => document.people)
    expect(named).toContain('Dean Rusk')
  })

  it('begin with those that most documents name, the first in the alphabet, or the earliest', async () => {
    const counts = (await all('people')).map(({ count }) => count)
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
    const names = (await all('people', 'sort=name')).map(({ name }) => name)
    expect(names).toEqual(names.toSorted(new Intl.Collator('en', { numeric: true }).compare))
    const years = (await all('events', 'sort=date')).flatMap(({ period }) => period?.from.slice(0, 4) ?? [])
    expect(years).toEqual(years.toSorted())
    expect((await list('events?sort=date&limit=1')).names[0]?.id).toBe('division-of-korea')
  })

  it.each([
    ['people', 'Kim Ir Sen', 'kim-il-sung'],
    ['people', 'ким ир', 'kim-il-sung'],
    ['people', '김일성', 'kim-il-sung'],
    ['people', '金日', 'kim-il-sung'],
    ['people', 'IL-SUNG', 'kim-il-sung'],
    ['people', 'ceausescu', 'nicolae-ceausescu'],
    ['people', 'Ceauşescu Nic', 'nicolae-ceausescu'],
    ['people', 'Pak Sungchol', 'pak-seong-cheol'],
    ['people', 'rusk', 'dean-rusk'],
    ['places', 'Пхеньян', 'pyongyang'],
    ['events', 'pueblo', 'uss-pueblo-seizure'],
    ['organizations', 'KWP', 'korean-workers-party'],
  ])('of %s, asked for “%s”, have %s', async (kind, typed, id) => {
    const { names, total } = await list(`${kind}?${new URLSearchParams({ q: typed })}`)
    expect(names.map((name) => name.id)).toContain(id)
    expect(total).toBeLessThan(20)
  })

  it('say by which other name something was found', async () => {
    const [kim] = (await list(`people?${new URLSearchParams({ q: '김일성' })}`)).names
    expect(kim).toMatchObject({ name: 'Kim Il Sung', matched: { text: '김일성', lang: 'ko-Hang' } })
    expect((await list('people?q=Kim+Il+Sung')).names[0]?.matched).toBeUndefined()
  })

  it('are empty where no name has what was typed, and name what a request has wrong', async () => {
    expect(await list('people?q=%3F%3F')).toMatchObject({ total: 0, names: [] })
    expect(await list('people?q=zzzz')).toMatchObject({ total: 0, names: [] })
    expect((await problemOf(await app.request('/api/people?sort=rank'), 400)).errors?.[0]?.field).toBe('sort')
  })
})

describe('a name', () => {
  it('has every spelling with its language', async () => {
    const { names } = await read('people/kim-il-sung')
    expect(names[0]).toEqual({ text: 'Kim Il Sung', lang: 'ko-Latn' })
    expect(names).toEqual(
      expect.arrayContaining([
        { text: '김일성', lang: 'ko-Hang' },
        { text: '金日成', lang: 'ko-Hani' },
        { text: 'Ким Ир Сен', lang: 'ru' },
      ]),
    )
    const languages = async (path: string) =>
      new Map((await read(path)).names.map(({ text, lang }) => [text, lang]))
    const mao = await languages('people/mao-zedong')
    expect([mao.get('Mao Zedong'), mao.get('毛澤東'), mao.get('毛泽东'), mao.get('모택동')]).toEqual([
      undefined,
      'zh-Hani',
      'zh-Hans',
      'ko-Hang',
    ])
    expect((await languages('people/joseph-stalin')).get('I. V. Stalin')).toBeUndefined()
  })

  it('has just the documents that name it, page by page, and counts them by year', async () => {
    const { facts, catalog } = app.archive
    for (const [path, key] of [
      ['people/erich-honecker', 'person:erich-honecker'],
      ['places/hungary', 'place:hungary'],
      ['events/uss-pueblo-seizure', 'event:uss-pueblo-seizure'],
      ['organizations/korean-workers-party', 'organization:korean-workers-party'],
      ['people/dean-rusk', 'person:dean-rusk'],
    ] as const) {
      const numbers = facts.documentsNaming(key)
      const name = await read(`${path}?limit=100`)
      expect(name).toMatchObject({ count: numbers.length, total: numbers.length })
      expect(name.documents.map(({ id }) => id).sort()).toEqual(
        numbers.map((number) => facts.documents[number]?.id).sort(),
      )
      expect([name.from, name.to]).toEqual([name.documents.at(0)?.date, name.documents.at(-1)?.date])
      for (const { year, count } of name.years)
        expect(
          name.documents.filter(({ date }) => overlapsPeriod(date, `${year}-01-01`, `${year}-12-31`)),
        ).toHaveLength(count)
      expect(name.years.reduce((sum, { count }) => sum + count, 0)).toBe(name.count)
      expect(name.years.map(({ year }) => year)).toEqual(
        Array.from({ length: 2000 - 1945 + 1 }, (_, place) => 1945 + place),
      )
      expect(catalog.documents[0]?.date.slice(0, 4)).toBe('1945')
    }
    const second = await read('people/kim-il-sung?limit=25&offset=25')
    const first = await read('people/kim-il-sung?limit=50')
    expect(second.documents).toEqual(first.documents.slice(25))
  })

  it('has as many documents as the list of documents has that is narrowed to it', async () => {
    for (const [kind, facet] of [
      ['people', 'person'],
      ['places', 'country'],
      ['organizations', 'organization'],
      ['events', 'event'],
    ] as const)
      for (const { id, count } of (await all(kind)).filter((_, place) => place % 40 === 0))
        expect(
          (await app.get(`/api/documents?${facet}=${id}&limit=1`, documentListSchema)).total,
          `${facet} ${id}`,
        ).toBe(count)
  })

  it('occurs together with names, first with those that chance explains least', async () => {
    const { together } = await read('people/erich-honecker')
    expect(together.people.map(({ id }) => id)).toContain('kim-il-sung')
    expect(together.places[0]?.id).toBe('east-germany')
    // It stands in all documents on Honecker, as in nearly all others.
    expect(together.places.findIndex(({ id }) => id === 'north-korea')).toBeGreaterThan(2)
    const { facts } = app.archive
    expect(facts.documentsNaming('person:erich-honecker')).toHaveLength(12)
    for (const { id, count, expected } of together.people) {
      const others = new Set(facts.documentsNaming(`person:${id}`))
      expect(
        facts.documentsNaming('person:erich-honecker').filter((number) => others.has(number)),
      ).toHaveLength(count)
      expect(expected).toBeCloseTo((12 * others.size) / 913, 1)
    }
    const pueblo = await read('events/uss-pueblo-seizure')
    expect(pueblo.together.people.map(({ id }) => id)).toContain('lyndon-b-johnson')
  })

  it('is found by each of its names, under its one id', async () => {
    for (const name of ['kim-ir-sen', 'Kim Ir-sen', '김일성', 'Ким Ир Сен'])
      expect((await read(`people/${encodeURIComponent(name)}`)).id).toBe('kim-il-sung')
  })

  it('that no document gives is still here, with nothing to count', async () => {
    const name = await read('people/kim-jong-un')
    expect(name).toMatchObject({ count: 0, total: 0, documents: [] })
    expect(name.from).toBeUndefined()
    expect(name.years.every(({ count }) => count === 0)).toBe(true)
    expect(Object.values(name.together).flat()).toEqual([])
  })

  it('that nobody bears is not here, nor one of another kind', async () => {
    await problemOf(await app.request('/api/people/nobody'), 404)
    await problemOf(await app.request('/api/people/pyongyang'), 404)
    await problemOf(await app.request('/api/places/kim-il-sung'), 404)
    await problemOf(await app.request('/api/people/%3F'), 404)
  })
})

describe('the page of a name', () => {
  const open = (path: string) => app.request(path, { headers: { accept: 'text/html' } })

  it.each(Object.values(pluralOfKind))('is drawn, as is the list of the %s', async (kind) => {
    const [name] = (await list(`${kind}?limit=1`)).names
    for (const path of [`/${kind}`, `/${kind}/${name?.id}`, `/${kind}?q=kim`])
      expect((await open(path)).status, path).toBe(200)
    expect((await open(`/${kind}/nothing`)).status).toBe(404)
  })

  it('under another of its names leads to the one address', async () => {
    const response = await open('/people/kim-ir-sen?offset=25')
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe('/people/kim-il-sung?offset=25')
  })
})

describe('popular documents', () => {
  it('are those that the archives mark, oldest first', async () => {
    const { documents } = await app.get('/api/documents/popular', popularResponseSchema)
    expect(documents).toEqual(app.archive.catalog.documents.filter(({ popular }) => popular))
    expect(documents).toHaveLength(5)
  })

  it('of a collection are told with it, whatever page is asked for', async () => {
    const popular = async (query: string) =>
      (
        await app.get(
          `/api/collections/united-states-north-korea-relations${query}`,
          collectionResponseSchema,
        )
      ).popular
    expect(await popular('')).toHaveLength(5)
    expect(await popular('?offset=40')).toEqual(await popular(''))
  })
})

describe('Dunning’s likelihood ratio', () => {
  it('is 0 where two names meet as often as by chance, and grows with surprise', () => {
    expect(likelihoodRatio(10, 100, 100, 1000)).toBeCloseTo(0, 10)
    expect(likelihoodRatio(20, 100, 100, 1000)).toBeGreaterThan(likelihoodRatio(15, 100, 100, 1000))
    expect(likelihoodRatio(1, 1, 1, 1000)).toBeCloseTo(2 * (Math.log(1000) + 999 * Math.log(1000 / 999)), 8)
  })
})
