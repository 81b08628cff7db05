/** `sitemap.xml` and `robots.txt`: the pages that crawlers should index, and the addresses that they should skip. */
import { html } from 'hono/html'
import { entityKey, entityKinds } from '../../corpus/names/entity.ts'
import { pluralOfKind } from '../../corpus/names/plural-of-kind.ts'
import type { Archive } from '../archive/archive.ts'

/** Limit of one file (https://www.sitemaps.org/protocol.html). */
const MAX_URLS_PER_SITEMAP = 50_000

/** The paths of all pages to index; of names, only those that occur in a document. */
function pagePaths({ catalog, linker, facts }: Archive): string[] {
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

/**
 * The sitemap. If it exceeds one file: without `part` the index of its parts, otherwise the part with this number, from 1.
 * Undefined if there is no such part.
 */
export function sitemap(archive: Archive, origin: string, part?: number): string | undefined {
  const paths = pagePaths(archive)
  const parts = Math.ceil(paths.length / MAX_URLS_PER_SITEMAP)
  if (part === undefined && parts > 1) {
    const files = Array.from({ length: parts }, (_, index) => `${origin}/sitemap.xml?part=${index + 1}`)
    return sitemapXml(
      'sitemapindex',
      files.map((file) => html`<sitemap><loc>${file}</loc></sitemap>`),
    )
  }
  const number = part ?? 1
  if (!Number.isInteger(number) || number < 1 || number > parts) return undefined
  const own = paths.slice((number - 1) * MAX_URLS_PER_SITEMAP, number * MAX_URLS_PER_SITEMAP)
  return sitemapXml(
    'urlset',
    own.map((path) => html`<url><loc>${origin}${path}</loc></url>`),
  )
}

function sitemapXml(element: 'urlset' | 'sitemapindex', entries: readonly unknown[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${element} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...entries,
    `</${element}>`,
    '',
  ].join('\n')
}

/**
 * The list of documents has a URL for every combination of facets: they are countless, and list only documents that the
 * sitemap already contains. The API is allowed: crawlers that run scripts need it to render the page.
 */
export function robotsTxt(origin: string): string {
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
