import { beforeAll, describe, expect, it } from 'vitest'
import { type Asking, openApp } from '../ask.ts'
import { Page } from '../read-html.ts'

const ORIGIN = 'https://archive.example.org'

let app: Asking
beforeAll(async () => {
  app = await openApp({ publicUrl: ORIGIN })
})

describe('what crawlers are told', () => {
  it('is a sitemap of every document, collection and name, each address canonical', async () => {
    const response = await app.request('/sitemap.xml')
    expect(response.headers.get('content-type')).toMatch(/^application\/xml/)
    const xml = await response.text()
    expect(xml).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<urlset xmlns="http:\/\/www\.sitemaps/)
    const addresses = [...xml.matchAll(/<url><loc>([^<]+)<\/loc><\/url>/g)].map(([, address = '']) => address)
    const { documents, collections } = app.archive.catalog
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(addresses).toEqual(
      expect.arrayContaining([
        ...documents.map(({ id }) => `${ORIGIN}/documents/${id}`),
        ...collections.map(({ id }) => `${ORIGIN}/collections/${id}`),
        `${ORIGIN}/people/erich-honecker`,
        `${ORIGIN}/places/east-germany`,
      ]),
    )
    for (const address of addresses.filter((_, index) => index % 60 === 0)) {
      const path = address.slice(ORIGIN.length)
      expect((await app.request(path)).status, path).toBe(200)
      expect(Page.of(await (await app.request(path)).text()).canonical).toEqual([address])
    }
    expect((await app.request('/sitemap.xml?part=2')).status).toBe(404)
    expect((await app.request('/sitemap.xml?part=x')).status).toBe(404)
  })

  it('is a robots.txt that names the sitemap and closes the endless choices of facets', async () => {
    const response = await app.request('/robots.txt')
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/)
    const lines = (await response.text()).split('\n')
    expect(lines).toContain(`Sitemap: ${ORIGIN}/sitemap.xml`)
    expect(lines).toContain('Disallow: /documents?')
    expect(lines).not.toContain('Disallow: /api/')
  })
})
