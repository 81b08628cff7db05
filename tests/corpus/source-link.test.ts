import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Catalog, loadCatalog } from '../../corpus/catalog.ts'
import type { SourceLinks } from '../../corpus/source-link.ts'

const HOSTS = [
  'digitalarchive.wilsoncenter.org',
  'history.state.gov',
  'nsarchive.gwu.edu',
  'nsarchive2.gwu.edu',
]

let catalog: Catalog
beforeAll(async () => {
  catalog = await loadCatalog()
})
const isTrustedAddress = (address: string) => catalog.publishers.links.isTrusted(address)
const sourceLink = (document: Parameters<SourceLinks['linkOf']>[0]) =>
  catalog.publishers.links.linkOf(document)

describe('an address is a link', () => {
  it.each(HOSTS)('on %s', (host) => expect(isTrustedAddress(`https://${host}/document/1?x=2#3`)).toBe(true))

  it.each([
    ['in the clear', 'http://digitalarchive.wilsoncenter.org/document/112046'],
    ['on a host that merely looks like it', 'https://digitalarchive.wilsoncenter.org.example.org/'],
    ['on a host that merely ends like it', 'https://evil-history.state.gov/'],
    ['on a parent of the host', 'https://wilsoncenter.org/'],
    ['on a host below it', 'https://x.history.state.gov/'],
    ['with letters of another script', 'https://history.stаte.gov/'],
    ['with a user name', 'https://history.state.gov@example.org/'],
    ['with a user name before the true host', 'https://someone@history.state.gov/'],
    ['with a password', 'https://a:b@history.state.gov/'],
    ['on a port of its own', 'https://history.state.gov:8443/'],
    ['that is a script', 'javascript:alert(1)//history.state.gov'],
    ['that is data', 'data:text/html,history.state.gov'],
    ['without a host', '/document/1'],
    ['that is no address', 'history.state.gov'],
    ['that is empty', ''],
  ])('but not one %s', (_, address) => expect(isTrustedAddress(address)).toBe(false))

  it('only where a browser would go to one of the publishers, over https', () => {
    const piece = fc.constantFrom(
      ...HOSTS,
      'example.org',
      '@',
      ':',
      '/',
      '.',
      '\\',
      '#',
      '?',
      '443',
      '%2e',
      'https://',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const address = `https://${pieces.join('')}`
        if (!isTrustedAddress(address)) return
        const { origin } = new URL(address)
        expect(HOSTS.map((host) => `https://${host}`)).toContain(origin)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('where a reader finds the original', () => {
  const publisher = 'Wilson Center Digital Archive'
  it('is the document’s own page', () => {
    const url = 'https://digitalarchive.wilsoncenter.org/document/1'
    expect(sourceLink({ title: 'Kim', url, publisher })).toEqual({ href: url, kind: 'original', publisher })
  })

  it.each([undefined, 'http://digitalarchive.wilsoncenter.org/document/112046', 'https://example.org/'])(
    'is the publisher’s search for the title where the address is %s',
    (url) => {
      const title = 'Minutes & notes: “Kim” – 50% + more'
      const link = sourceLink({ title, publisher, ...(url ? { url } : {}) })
      expect(link?.kind).toBe('search')
      const { hostname, searchParams } = new URL(link?.href ?? '')
      expect(hostname).toBe('digitalarchive.wilsoncenter.org')
      expect([...searchParams.values()]).toContain(title)
    },
  )

  it('is nowhere for a publisher that is not known, be it named like a property of every object', () => {
    expect(sourceLink({ title: 'Kim', publisher: 'My own shelf' })).toBeUndefined()
    expect(sourceLink({ title: 'Kim', publisher: 'constructor' })).toBeUndefined()
    expect(sourceLink({ title: 'Kim', publisher: '__proto__' })).toBeUndefined()
  })

  it('is a trusted https address for every document of the catalog', () => {
    const links = catalog.documents.map((document) => sourceLink(document))
    expect(links.filter((link) => !link || !isTrustedAddress(link.href))).toEqual([])
  })

  it('is an original exactly where the record has a trusted address', () => {
    for (const document of catalog.documents) {
      const trusted = document.url !== undefined && isTrustedAddress(document.url)
      expect(sourceLink(document)?.kind, document.id).toBe(trusted ? 'original' : 'search')
    }
  })
})
