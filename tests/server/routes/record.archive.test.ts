/** What a document's page shows beside the record itself. */
import { beforeAll, describe, expect, it } from 'vitest'
import { compareDates } from '../../../corpus/reduced-date.ts'
import { neighboursResponseSchema, recordNamesSchema } from '../../../server/contract/records.ts'
import { type Asking, openApp, problemOf } from '../ask.ts'

let app: Asking
beforeAll(async () => {
  app = await openApp()
})

const namesOf = (id: string) => app.get(`/api/documents/${id}/names`, recordNamesSchema)
const seriesOf = async (id: string) =>
  (await app.get(`/api/documents/${id}/neighbours`, neighboursResponseSchema)).series

describe('the names of a record', () => {
  it('begin with its maker, as the facet has it', async () => {
    const { maker } = await namesOf(
      '1966-10-20-report-embassy-of-hungary-in-the-soviet-union-to-the-hungarian-foreign',
    )
    expect(maker).toEqual({
      name: 'Embassy of Hungary in the Soviet Union',
      id: 'embassy-of-hungary-in-the-soviet-union',
    })
    expect(app.archive.facts.facets.maker.label(maker?.id ?? '')).toBe(maker?.name)
  })

  it('are those of its lists, each with the entity that it is', async () => {
    const names = await namesOf(
      '1984-05-31-memorandum-of-conversation-between-erich-honecker-and-kim-il-sung',
    )
    expect(names).toEqual({
      people: [
        { name: 'Erich Honecker', id: 'erich-honecker' },
        { name: 'Kim Il Sung', id: 'kim-il-sung' },
      ],
      countries: [
        { name: 'East Germany', id: 'east-germany' },
        { name: 'North Korea', id: 'north-korea' },
        { name: 'China', id: 'china' },
        { name: 'Soviet Union', id: 'soviet-union' },
      ],
      organizations: [],
      events: [
        {
          name: "Kim Il Sung's 1984 tour of the Soviet Union and Eastern Europe",
          id: 'kim-il-sungs-1984-tour-of-the-soviet-union-and-eastern-europe',
        },
      ],
      subjects: expect.arrayContaining(['Domestic politics of North Korea']),
    })
  })

  it('stay names where they are no entity: a visit is not the visitor', async () => {
    const { events } = await namesOf(
      '1979-06-30-memorandum-of-conversation-president-carter-and-president-park-seoul',
    )
    expect(events).toContainEqual({ name: 'Carter visit to Seoul, 1979' })
  })

  it('are all there for every record, every person an entity, organizations from its text', async () => {
    let organizations = 0
    for (const document of app.archive.catalog.documents.filter((_, index) => index % 25 === 0)) {
      const names = await namesOf(document.id)
      for (const list of ['people', 'countries', 'events'] as const)
        expect(names[list].map(({ name }) => name)).toEqual(document[list])
      expect(names.people.every(({ id }) => id)).toBe(true)
      expect(names.organizations.every(({ id }) => id)).toBe(true)
      organizations += names.organizations.length
    }
    expect(organizations).toBeGreaterThan(0)
  })
})

describe('earlier and later documents', () => {
  it('are those of the same collection, next to it by date', async () => {
    const [series, ...others] = await seriesOf(
      '1984-05-31-memorandum-of-conversation-between-erich-honecker-and-kim-il-sung',
    )
    expect(others).toEqual([])
    expect(series).toMatchObject({
      title: 'Conversations with Kim Il Sung',
      collection: 'conversations-with-kim-il-sung',
      place: 23,
      count: 27,
    })
    expect(series?.earlier.map(({ date }) => date)).toEqual(['1983-09-14', '1984-05-30'])
    expect(series?.later.map(({ date }) => date)).toEqual(['1984-06-01', '1984-06-15'])
  })

  it('exist for every document: of its collections, or else of its publisher', async () => {
    for (const document of app.archive.catalog.documents.filter((_, index) => index % 10 === 0)) {
      const series = await seriesOf(document.id)
      expect(series.map(({ title }) => title).sort()).toEqual(
        document.collections.length > 0 ? document.collections.toSorted() : [document.publisher],
      )
      for (const { place, count, earlier, later } of series) {
        const dates = [...earlier, document, ...later].map(({ date }) => date)
        expect(dates).toEqual(dates.toSorted(compareDates))
        expect(earlier).toHaveLength(Math.min(2, place - 1))
        expect(later).toHaveLength(Math.min(2, count - place))
      }
    }
  })

  it('of a document that is not here are not here either', async () => {
    for (const what of ['names', 'neighbours'])
      await problemOf(await app.request(`/api/documents/nothing/${what}`), 404)
  })
})
