/** Visible text of inline HTML: HTML tags are removed; other angle brackets belong to the text ("<illegible>"). */

const HTML_TAG_NAMES = new Set(
  `a abbr article aside audio b big blockquote body br button caption center cite code col colgroup dd del details div dl dt em
   figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label li link main mark meta
   nav ol p picture pre q s samp script section small source span strike strong style sub summary sup svg table tbody td tfoot th
   thead title tr tt u ul var video wbr`.split(/\s+/),
)

/** The complete name at the start of a tag. */
const TAG_NAME = /^<\/?([a-z][a-z\d-]*)(?=[\s/>])/i

export function isHtmlTagName(name: string): boolean {
  return HTML_TAG_NAMES.has(name.toLowerCase())
}

/** The tag's name; undefined while the name may still continue, and for a comment or an address. */
export function tagName(tag: string): string | undefined {
  return TAG_NAME.exec(tag)?.[1]
}

/** @param html one tag, comment or declaration, as the parser delivers it */
export function visibleHtml(html: string): string {
  const name = tagName(html)
  if (name === undefined) return ''
  if (!isHtmlTagName(name)) return html
  return name.toLowerCase() === 'br' ? ' ' : ''
}
