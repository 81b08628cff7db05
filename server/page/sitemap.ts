/** What crawlers are told: where every document, collection and name stands, and which addresses lead nowhere new. */
import { html } from 'hono/html'
import { entityKey, entityKinds } from '../../corpus/names/entity.ts'
import { pluralOfKind } from '../../corpus/names/plural-of-kind.ts'
import type { Archive } from '../archive/archive.ts'

/** Addresses that one file may hold (https://www.sitemaps.org/protocol.html). */
const MOST = 50_000

/** The paths of all pages that stand for themselves; of names, those that a document has. */
function pathsOf({ catalog, linker, facts }: Archive): string[] {
  const named = [...linker.entities].filter((entity) => facts.documentsNaming(entityKey(entity)).length > 0)
  return [
    '/',
    '/documents',
    '/collections',
    ...entityKinds.map((kind) => `/${pluralOfKind[kind]}`),
    ...catalog.collections.map(({ id }) => `/collections/${id}`),
    ...catalog.documents.map(({ id }) => `/documents/${id}`),
    ...named.map(({ kind, id }) => `/${pluralOfKind[kind]}/${encodeURIComponent(id)}`),
  ]
}

/** The sitemap; of an archive beyond what one file may hold, an index of its parts. */
export function sitemap(archive: Archive, origin: string, part?: number): string | undefined {
  const paths = pathsOf(archive)
  const parts = Math.ceil(paths.length / MOST)
  if (part === undefined && parts > 1) {
    const files = Array.from({ length: parts }, (_, index) => `${origin}/sitemap.xml?part=${index + 1}`)
    return wrap(
      'sitemapindex',
      files.map((file) => html`<sitemap><loc>${file}</loc></sitemap>`),
    )
  }
  const number = part ?? 1
  if (!Number.isInteger(number) || number < 1 || number > parts) return undefined
  const own = paths.slice((number - 1) * MOST, number * MOST)
  return wrap(
    'urlset',
    own.map((path) => html`<url><loc>${origin}${path}</loc></url>`),
  )
}

function wrap(element: 'urlset' | 'sitemapindex', entries: readonly unknown[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${element} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...entries,
    `</${element}>`,
    '',
  ].join('\n')
}

/**
 * The list of documents has an address for every choice of facets, which are endless and hold nothing that the sitemap
 * does not name. The API stays open: whoever runs the page's scripts needs it to draw the page.
 */
export function robots(origin: string): string {
  return [
    'User-agent: *',
    'Disallow: /documents?',
    'Disallow: /api/chat',
    'Allow: /',
    '',
    `Sitemap: ${origin}/sitemap.xml`,
    '',
  ].join('\n')
}
