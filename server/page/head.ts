/** Renders the HTML head of a page, for programs that run no scripts: search engines, link previews, Zotero's connector. */
import { html, raw } from 'hono/html'
import type { JsonLd } from './json-ld.ts'

export const SITE_NAME = 'Aide-Mémoire'

export interface PageHead {
  /** Without the site name. */
  title: string
  description: string
  /** The path of the canonical URL. If absent (unknown address, page of one browser), the page gets `noindex`. */
  path?: string
  /** `og:type` of Open Graph. */
  type?: 'website' | 'article'
  /** Highwire's `citation_*` tags, in order; a name may repeat. */
  citationTags?: readonly (readonly [name: string, content: string])[]
  jsonLd?: JsonLd
  /** An OpenURL ContextObject for COinS. */
  contextObject?: string
}

/** HTML for the head and for the end of the body. Each element has `data-head`: the page replaces these after navigation. */
export function renderHead(head: PageHead, origin: string): { head: string; body: string } {
  const { title, description, path, type = 'website', citationTags = [], jsonLd, contextObject } = head
  const fullTitle = title === SITE_NAME ? SITE_NAME : `${title} · ${SITE_NAME}`
  const canonical = path && `${origin}${path}`
  const elements = [
    html`<title>${fullTitle}</title>`,
    html`<meta data-head name="description" content="${description}">`,
    canonical
      ? html`<link data-head rel="canonical" href="${canonical}">`
      : html`<meta data-head name="robots" content="noindex">`,
    html`<meta data-head property="og:site_name" content="${SITE_NAME}">`,
    html`<meta data-head property="og:type" content="${type}">`,
    html`<meta data-head property="og:title" content="${title}">`,
    html`<meta data-head property="og:description" content="${description}">`,
    canonical && html`<meta data-head property="og:url" content="${canonical}">`,
    ...citationTags.map(([name, content]) => html`<meta data-head name="${name}" content="${content}">`),
    jsonLd && html`<script data-head type="application/ld+json">${raw(serializeJsonLd(jsonLd))}</script>`,
  ]
  const span = contextObject && html`<span data-head class="Z3988" title="${contextObject}" hidden></span>`
  return { head: elements.filter(Boolean).join('\n    '), body: span ? String(span) : '' }
}

/**
 * JSON for a script element: `<`, `>` and `&` are escaped, so that no text of a record can be read as markup.
 * @example serializeJsonLd({ name: '</script>' }) // {"name":"\u003c/script\u003e"}
 */
function serializeJsonLd(data: JsonLd): string {
  return JSON.stringify(data).replace(
    /[<>&]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Inserts a head into the built page, instead of its own title and description. */
export function insertHead(page: string, { head, body }: { head: string; body: string }): string {
  // The replacements are functions: in a replacement string, a `$` in a title would be a pattern.
  return page
    .replace(/\s*<meta\s+name="description"[^>]*>/, '')
    .replace(/<title>[^<]*<\/title>/, () => head)
    .replace('</body>', () => `${body}</body>`)
}
