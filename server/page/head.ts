/** What the HTML of a page says of it to those who run no scripts: search engines, previews, Zotero's connector. */
import { html, raw } from 'hono/html'
import type { JsonLd } from './json-ld.ts'

export const SITE = 'Aide-Mémoire'

export interface PageHead {
  /** Without the program's name. */
  title: string
  description: string
  /** The path of its canonical address; absent where nothing stands, which search engines are told not to keep. */
  path?: string
  /** Open Graph's type. */
  type?: 'website' | 'article'
  /** Highwire's `citation_*` tags, in order; a name may repeat. */
  citation?: readonly (readonly [name: string, content: string])[]
  data?: JsonLd
  /** An OpenURL ContextObject for COinS. */
  contextObject?: string
}

/** The elements for the head and for the body's end. Each has `data-head`, by which the page renews them. */
export function renderHead(head: PageHead, origin: string): { head: string; body: string } {
  const { title, description, path, type = 'website', citation = [], data, contextObject } = head
  const fullTitle = title === SITE ? SITE : `${title} · ${SITE}`
  const canonical = path && `${origin}${path}`
  const elements = [
    html`<title>${fullTitle}</title>`,
    html`<meta data-head name="description" content="${description}">`,
    canonical
      ? html`<link data-head rel="canonical" href="${canonical}">`
      : html`<meta data-head name="robots" content="noindex">`,
    html`<meta data-head property="og:site_name" content="${SITE}">`,
    html`<meta data-head property="og:type" content="${type}">`,
    html`<meta data-head property="og:title" content="${title}">`,
    html`<meta data-head property="og:description" content="${description}">`,
    canonical && html`<meta data-head property="og:url" content="${canonical}">`,
    ...citation.map(([name, content]) => html`<meta data-head name="${name}" content="${content}">`),
    data && html`<script data-head type="application/ld+json">${raw(serialize(data))}</script>`,
  ]
  const span = contextObject && html`<span data-head class="Z3988" title="${contextObject}" hidden></span>`
  return { head: elements.filter(Boolean).join('\n    '), body: span ? String(span) : '' }
}

/** JSON that no HTML parser can take for markup, whatever a record holds: its `<`, `>` and `&` are escaped as JSON allows. */
function serialize(data: JsonLd): string {
  return JSON.stringify(data).replace(
    /[<>&]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Puts a head into the built page, in the place of the title and description that the page has by itself. */
export function withHead(page: string, { head, body }: { head: string; body: string }): string {
  // The replacements are functions, since a `$` in a title would otherwise mean something.
  return page
    .replace(/\s*<meta\s+name="description"[^>]*>/, '')
    .replace(/<title>[^<]*<\/title>/, () => head)
    .replace('</body>', () => `${body}</body>`)
}
