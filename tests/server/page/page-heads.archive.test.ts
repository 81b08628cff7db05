/** What the HTML of each page says to those who run no scripts. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { ArchiveDocument } from '../../../corpus/document.ts'
import { isReducedDate } from '../../../corpus/reduced-date.ts'
import { type Asking, openApp } from '../ask.ts'
import { Page } from '../read-html.ts'

const ORIGIN = 'https://archive.example.org'
const HONECKER = '1984-05-31-memorandum-of-conversation-between-erich-honecker-and-kim-il-sung'

let app: Asking
beforeAll(async () => {
  app = await openApp({ publicUrl: ORIGIN })
})

const makerOf = (id: string) => app.archive.facts.makers.makerOf(app.archive.index.numberOf.get(id) ?? -1)

async function open(path: string, from: Asking = app): Promise<Page> {
  const response = await from.request(path, { headers: { accept: 'text/html' } })
  return Page.of(await response.text())
}

describe('the HTML of every document', () => {
  it('is well formed and tells title, date, publisher, address and summary', async () => {
    expect(app.archive.catalog.documents).toHaveLength(913)
    for (const document of app.archive.catalog.documents) {
      const { id, title, date, publisher, language, archive, summary, url } = document
      const page = await open(`/documents/${id}`)
      const address = `${ORIGIN}/documents/${id}`
      expect(page.title).toEqual([`${title} · Aide-Mémoire`])
      expect(page.canonical).toEqual([address])
      const [description = '', ...more] = page.metas('description')
      expect(more).toEqual([])
      expect(description.length).toBeGreaterThan(30)
      expect(description.length).toBeLessThanOrEqual(300)
      expect(page.metas('og:title')).toEqual([title])
      expect(page.metas('og:url')).toEqual([address])
      expect(page.metas('og:type')).toEqual(['article'])
      expect(page.metas('og:description')).toEqual([description])

      expect(page.metas('citation_title')).toEqual([title])
      expect(page.metas('citation_publication_date')).toEqual([date.replaceAll('-', '/')])
      expect(page.metas('citation_publisher')).toEqual([publisher])
      expect(page.metas('citation_language')).toEqual(language ? [language] : [])
      expect(page.metas('citation_keywords')).toEqual(
        app.archive.catalog.subjects.preferredOf(document.subjects),
      )
      expect(page.metas('citation_public_url')).toHaveLength(1)

      const [data, ...others] = page.data
      expect(others).toEqual([])
      expect(data).toMatchObject({
        '@type': 'ArchiveComponent',
        name: title,
        dateCreated: date,
        url: address,
      })
      expect(data?.abstract).toBe(summary ?? undefined)
      expect(data?.itemLocation).toBe(archive)
      expect(data?.creator !== undefined).toBe(makerOf(id) !== undefined)
      expect(isReducedDate(String(data?.dateCreated))).toBe(true)
      expect(JSON.stringify(data)).not.toMatch(/:(?:null|""|"undefined"|\[\])/)

      const [fields, ...rest] = page.contextObjects
      expect(rest).toEqual([])
      expect(fields?.get('rft.title')).toBe(title)
      expect(fields?.get('rft.date')).toBe(date)
      expect(fields?.get('rft.publisher')).toBe(publisher)
      expect(fields?.get('rft.source')).toBe(archive ?? null)
      expect([...(fields?.values() ?? [])]).not.toContain('')
      // The address that a citation should have is the publisher's, where the record knows it.
      for (const cited of [page.metas('citation_public_url')[0], fields?.get('rft.identifier')])
        expect([url, address]).toContain(cited)
    }
  }, 60_000)

  it.each([
    [
      '1957-04-12-journal-of-soviet-ambassador-to-the-dprk-a-m-puzanov-for-12-april-1957',
      [
        { '@type': 'Organization', name: 'Embassy of the Soviet Union in North Korea' },
        { '@type': 'Person', name: 'Alexander Puzanov', url: `${ORIGIN}/people/alexander-puzanov` },
      ],
    ],
    [
      '1948-10-12-telephone-message-via-vch-i-stalin-to-kim-il-sung',
      [{ '@type': 'Person', name: 'Joseph Stalin' }],
    ],
    [HONECKER, undefined],
  ])('names who made it, where the record tells: %s', async (id, creator) => {
    const [data] = (await open(`/documents/${id}`)).data
    if (creator) expect(data).toMatchObject({ creator })
    else expect(data?.creator).toBeUndefined()
  })

  it('names the people, places, events and collections that it is about, with their addresses', async () => {
    const [data] = (await open(`/documents/${HONECKER}`)).data
    expect(data).toMatchObject({
      isPartOf: [
        {
          name: 'Conversations with Kim Il Sung',
          url: `${ORIGIN}/collections/conversations-with-kim-il-sung`,
        },
      ],
      about: [{ '@type': 'Event', name: "Kim Il Sung's 1984 tour of the Soviet Union and Eastern Europe" }],
      mentions: expect.arrayContaining([
        { '@type': 'Person', name: 'Erich Honecker', url: `${ORIGIN}/people/erich-honecker` },
        { '@type': 'Country', name: 'East Germany', url: `${ORIGIN}/places/east-germany` },
      ]),
      sameAs: expect.stringMatching(/^https:\/\/digitalarchive\.wilsoncenter\.org\//),
    })
  })

  it('calls a report a report, with its institution, and a telegram a letter', async () => {
    const of = (type: string) => app.archive.catalog.documents.find((document) => document.type === type)
    const report = await open(`/documents/${of('report')?.id}`)
    expect(report.metas('citation_technical_report_institution')).toEqual([of('report')?.publisher])
    expect(report.contextObjects[0]?.get('rft.type')).toBe('report')
    const telegram = await open(`/documents/${of('telegram')?.id}`)
    expect(telegram.metas('citation_technical_report_institution')).toEqual([])
    expect(telegram.contextObjects[0]?.get('rft.type')).toBe('letter')
  })
})

describe('a hostile record', () => {
  const hostile = `"><script>alert(1)</script><!-- & 'x' \${y} $& $\` </script> </title> \u2028 &amp; "`

  it('stays text, in every place', async () => {
    const [model] = app.archive.catalog.documents
    if (!model) throw new Error('The catalog is empty.')
    const document: ArchiveDocument = {
      ...model,
      title: hostile,
      summary: hostile,
      archive: hostile,
      language: hostile,
      publisher: hostile,
      people: [hostile],
      subjects: [hostile],
      events: [hostile],
      url: 'javascript:alert(1)',
    }
    const { catalog } = app.archive
    const byId = new Map([...catalog.byId, [document.id, document]])
    const other = await openApp({
      archive: { ...app.archive, catalog: { ...catalog, byId } },
      publicUrl: ORIGIN,
    })
    const plain = await open(`/documents/${model.id}`)
    const page = await open(`/documents/${document.id}`, other)
    expect(page.title).toEqual([`${hostile} · Aide-Mémoire`])
    expect(page.metas('citation_title')).toEqual([hostile])
    expect(page.metas('citation_language')).toEqual([hostile])
    expect(page.data[0]).toMatchObject({ name: hostile, abstract: hostile, itemLocation: hostile })
    expect(page.contextObjects[0]?.get('rft.title')).toBe(hostile)
    const scripts = ({ elements }: Page) => elements.filter(({ name }) => name === 'script').length
    expect(scripts(page)).toBe(scripts(plain))
    expect(JSON.stringify(page.elements.map(({ attributes }) => [...attributes]))).not.toMatch(/"javascript:/)
  })

  it.each(['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>'])(
    'in the address (%s) leaves no trace',
    async (id) => {
      const response = await app.request(`/documents/${encodeURIComponent(id)}`)
      expect(response.status).toBe(404)
      expect(await response.text()).not.toMatch(/alert/)
    },
  )
})

describe('the other pages', () => {
  it.each([
    ['/', 'Aide-Mémoire', /913 documents, 1945 to 2000/],
    ['/documents', 'Documents · Aide-Mémoire', /All documents/],
    ['/collections', 'Collections · Aide-Mémoire', /collections/],
    [
      '/collections/conversations-with-kim-il-sung',
      'Conversations with Kim Il Sung · Aide-Mémoire',
      /^27 documents .* Records of what Kim Il Sung said/,
    ],
  ])('%s has a title, a description and one address', async (path, title, description) => {
    const page = await open(path)
    expect(page.title).toEqual([title])
    expect(page.metas('description')).toEqual([expect.stringMatching(description)])
    expect(page.canonical).toEqual([ORIGIN + path])
    expect(page.metas('og:url')).toEqual([ORIGIN + path])
    expect(page.contextObjects).toEqual([])
  })

  it('have one address whatever was chosen on them, and however it was written', async () => {
    expect((await open('/documents?person=kim-il-sung&offset=25')).canonical).toEqual([`${ORIGIN}/documents`])
    const slash = await app.request(`/documents/${HONECKER}/`)
    expect(slash.status).toBe(301)
    expect(new URL(slash.headers.get('location') ?? '', ORIGIN).pathname).toBe(`/documents/${HONECKER}`)
  })

  it.each(['/nowhere', '/documents/nothing', '/collections/nothing'])(
    'have none where nothing stands (%s), and are not to be kept',
    async (path) => {
      const page = await open(path)
      expect(page.canonical).toEqual([])
      expect(page.metas('og:url')).toEqual([])
      expect(page.metas('robots')).toEqual(['noindex'])
    },
  )

  it('have the address of the request, where none is configured', async () => {
    const plain = await openApp()
    const response = await plain.request('http://localhost:3000/collections')
    expect(Page.of(await response.text()).canonical).toEqual(['http://localhost:3000/collections'])
  })
})

it('no request of this file met an error that nobody foresaw', () => {
  expect(app.reported).toEqual([])
})
