import { beforeAll, describe, expect, it } from 'vitest'
import { archiveDocumentSchema } from '../../../corpus/document.ts'
import { compareDates } from '../../../corpus/reduced-date.ts'
import { collectionListSchema, collectionResponseSchema } from '../../../server/contract/collections.ts'
import { documentListSchema, relatedResponseSchema } from '../../../server/contract/document-lists.ts'
import { examplesResponseSchema } from '../../../server/contract/examples.ts'
import { isNearDuplicateText } from '../../../server/retrieval/near-duplicate-text.ts'
import { type Asking, openApp, problemOf } from '../ask.ts'

let app: Asking
beforeAll(async () => {
  app = await openApp()
})

const list = (query: string) => app.get(`/api/documents?${query}`, documentListSchema)

describe('the list of documents', () => {
  it('says where it stands: “381–390 of 913”', async () => {
    const page = await list('limit=10&offset=380')
    expect(page).toMatchObject({ total: 913, offset: 380, limit: 10 })
    expect(page.documents).toHaveLength(10)
    expect(page.documents.map(({ id }) => id)).toEqual(
      app.archive.catalog.documents.slice(380, 390).map(({ id }) => id),
    )
  })

  it.each(['oldest', 'newest', 'title'])(
    'sorted by %s holds every document once over its pages',
    async (sort) => {
      const ids = new Set<string>()
      for (let offset = 0; offset < 913; offset += 100)
        for (const { id } of (await list(`limit=100&offset=${offset}&sort=${sort}`)).documents) ids.add(id)
      expect(ids.size).toBe(913)
      expect((await list(`offset=913&sort=${sort}`)).documents).toEqual([])
      expect((await list(`offset=910&sort=${sort}`)).documents).toHaveLength(3)
    },
  )

  it('begins with the oldest, the newest, or the first title', async () => {
    const dates = async (sort: string) =>
      (await list(`limit=100&sort=${sort}`)).documents.map(({ date }) => date)
    const [oldest, newest] = [await dates('oldest'), await dates('newest')]
    expect(oldest).toEqual(oldest.toSorted(compareDates))
    expect(newest).toEqual(newest.toSorted((a, b) => compareDates(b, a)))
    expect(oldest[0]).toBe('1945-12-10')
    // Within a year, the documents of an unknown month come last.
    expect(oldest.filter((date) => date.startsWith('1945')).at(-1)).toBe('1945')
    expect(newest[0]?.slice(0, 4)).toBe('2000')
    const titles = (await list('limit=100&sort=title')).documents.map(({ title }) => title)
    expect(titles).toEqual(titles.toSorted(new Intl.Collator('en', { numeric: true }).compare))
  })
})

describe('a document', () => {
  it('is its record of the catalog', async () => {
    for (const document of app.archive.catalog.documents.filter((_, index) => index % 50 === 0))
      expect(await app.get(`/api/documents/${document.id}`, archiveDocumentSchema)).toEqual(document)
  })

  it.each(['nothing', '../etc/passwd', '%2e%2e%2f', 'constructor', '__proto__', 'x'.repeat(150), '%00', "'"])(
    'with the id %j is not here, in the form of a problem',
    async (id) => {
      await problemOf(await app.request(`/api/documents/${encodeURIComponent(id)}`), 404)
      await problemOf(await app.request(`/api/documents/${encodeURIComponent(id)}/related`), 404)
    },
  )
})

describe('documents related to one', () => {
  const related = async (id: string, limit = 5) =>
    (await app.get(`/api/documents/${id}/related?limit=${limit}`, relatedResponseSchema)).results

  it('are others, each once, nearest first after those of the same meeting or text', async () => {
    for (const { id } of app.archive.catalog.documents.filter((_, index) => index % 40 === 0)) {
      const results = await related(id, 10)
      expect(results).toHaveLength(10)
      const ids = results.map(({ document }) => document.id)
      expect(ids).not.toContain(id)
      expect(new Set(ids).size).toBe(10)
      const scores = results
        .filter(({ why }) => !/^same (?:meeting|text|day and title)$/.test(why))
        .map(({ score }) => score)
      expect(scores).toEqual(scores.toSorted((a, b) => b - a))
      expect(results.every(({ score }) => score >= 0 && score <= 1)).toBe(true)
    }
  })

  it('exist for the record without a summary too', async () => {
    expect(await related('1984-06-15-minutes-of-conversation-todor-zhivkov-kim-il-sung-sofia')).toHaveLength(
      5,
    )
  })

  it('are about the same matter', async () => {
    const pueblo = app.archive.catalog.documents.find(({ summary }) => /\bPueblo\b/.test(summary ?? ''))
    const near = await related(pueblo?.id ?? '', 5)
    const sharing = near.filter(({ document }) =>
      /Pueblo|EC-121|spy ship/i.test(`${document.title} ${document.summary}`),
    )
    expect(sharing.length).toBeGreaterThanOrEqual(3)
  })

  it('begin with the second record of the same meeting, and say so', async () => {
    // Kim Il Sung receives the foreign minister of Mongolia, recorded by both sides.
    const twins = [
      '1974-12-21-record-of-a-meeting-between-kim-il-sung-and-l-rinchin',
      '1974-12-21-the-record-of-conversation-between-foreign-minister-of-mongolian-peoples',
    ]
    for (const [one, other] of [twins, twins.toReversed()]) {
      const [first] = await related(one ?? '', 10)
      expect(first?.document.id).toBe(other)
      expect(first?.why).toBe('same meeting')
    }
  })

  it('say why: a shared event, two shared names, closeness in time and meaning', async () => {
    const results = await related(
      '1984-05-31-memorandum-of-conversation-between-erich-honecker-and-kim-il-sung',
    )
    const why = new Map<string, string>(results.map(({ document, why }) => [document.date, why]))
    expect(why.get('1984-05-30')).toBe(
      "same event: Kim Il Sung's 1984 tour of the Soviet Union and Eastern Europe · names both Erich Honecker and Kim Il Sung · 1 day earlier",
    )
    expect(why.get('1986-10-19')).toBe('names both Erich Honecker and Kim Il Sung · close in meaning')
  })

  it('share what they are said to share', async () => {
    for (const document of app.archive.catalog.documents.filter((_, index) => index % 30 === 0))
      for (const { document: other, why } of await related(document.id, 10)) {
        expect(why).not.toBe('')
        const names = /names both (.+) and (.+?)(?: ·|$)/.exec(why)?.slice(1) ?? []
        for (const name of names)
          for (const record of [document, other]) {
            const text = [
              record.title,
              record.summary,
              ...record.people,
              ...record.events,
              ...record.subjects,
            ]
            const linked = app.archive.linker
              .link(text.join('. '), { exact: true })
              .flatMap(({ entities }) => entities.map((entity) => entity.name))
            expect(linked, `${document.id} and ${other.id}: ${why}`).toContain(name)
          }
        if (/same day/.test(why)) expect(other.date).toBe(document.date)
      }
  })
})

describe('collections', () => {
  it('are listed largest first', async () => {
    const { total, collections } = await app.get('/api/collections', collectionListSchema)
    expect(collections).toHaveLength(total)
    expect(collections).toEqual(app.archive.catalog.collections)
  })

  it('each hold the documents that they count, page by page', async () => {
    for (const { id, title, count } of app.archive.catalog.collections) {
      const page = await app.get(`/api/collections/${id}?limit=100&sort=newest`, collectionResponseSchema)
      expect(page).toMatchObject({ id, title, count, total: count, offset: 0, limit: 100 })
      expect(page.documents).toHaveLength(count)
      expect(page.documents.every(({ collections }) => collections.includes(title))).toBe(true)
    }
    const second = await app.get(
      '/api/collections/conversations-with-kim-il-sung?limit=10&offset=20',
      collectionResponseSchema,
    )
    expect(second.documents).toHaveLength(7)
  })

  it('that do not exist are not here', async () => {
    await problemOf(await app.request('/api/collections/nothing'), 404)
  })
})

describe('example questions', () => {
  it('are five, different, end as questions do, and this archive answers them', async () => {
    const { questions } = await app.get('/api/examples', examplesResponseSchema)
    expect(questions).toHaveLength(5)
    expect(questions.every((question) => /^\p{Lu}.*[^?\s]\?$/u.test(question))).toBe(true)
    questions.forEach((question, index) => {
      expect(questions.slice(index + 1).some((other) => isNearDuplicateText(question, other))).toBe(false)
    })
    for (const question of questions) expect((await app.search(question)).answerable, question).toBe(true)
  })

  it('are as many as are asked for', async () => {
    expect((await app.get('/api/examples?limit=2', examplesResponseSchema)).questions).toHaveLength(2)
  })
})
