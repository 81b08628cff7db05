/** Reads the elements of a page as a parser without scripts does: names, attributes, the text of title and script. */

export interface HtmlElement {
  name: string
  attributes: ReadonlyMap<string, string>
  /** Raw, up to the next `<`; of a script, all up to its end. */
  text: string
}

const TAG = /<([a-z][a-z0-9]*)((?:\s+[a-z][\w:-]*(?:="[^"]*")?)*)\s*\/?>/gi
const ATTRIBUTE = /([a-z][\w:-]*)(?:="([^"]*)")?/gi
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** What a page says of itself. */
export class Page {
  private constructor(readonly elements: readonly HtmlElement[]) {}
  static of(html: string): Page {
    return new Page(readHtml(html))
  }
  all(name: string, attribute: string, value: string): HtmlElement[] {
    return this.elements.filter(
      (element) => element.name === name && element.attributes.get(attribute) === value,
    )
  }
  /** The contents of the `meta` elements of a name or property. */
  metas(name: string): string[] {
    return [...this.all('meta', 'name', name), ...this.all('meta', 'property', name)].map(
      ({ attributes }) => attributes.get('content') ?? '',
    )
  }
  get title(): string[] {
    return this.elements.filter(({ name }) => name === 'title').map(({ text }) => text)
  }
  get canonical(): (string | undefined)[] {
    return this.all('link', 'rel', 'canonical').map(({ attributes }) => attributes.get('href'))
  }
  get data(): Record<string, unknown>[] {
    return this.all('script', 'type', 'application/ld+json').map(({ text }) => JSON.parse(text))
  }
  /** The fields of each COinS. */
  get contextObjects(): URLSearchParams[] {
    return this.all('span', 'class', 'Z3988').map(
      ({ attributes }) => new URLSearchParams(attributes.get('title')),
    )
  }
}

/** @throws where a `<` begins nothing that this reader knows: then something is not escaped. */
function readHtml(html: string): HtmlElement[] {
  const elements: HtmlElement[] = []
  let rest = html.replace(/^<!doctype html>/i, '')
  for (;;) {
    const start = rest.indexOf('<')
    if (start < 0) return elements
    rest = rest.slice(start)
    const closing = /^<\/[a-z][a-z0-9]*>/i.exec(rest)
    if (closing) {
      rest = rest.slice(closing[0].length)
      continue
    }
    TAG.lastIndex = 0
    const match = TAG.exec(rest)
    if (match?.index !== 0) throw new Error(`This is no tag: ${rest.slice(0, 80)}`)
    rest = rest.slice(match[0].length)
    const name = (match[1] ?? '').toLowerCase()
    const text = rest.slice(0, name === 'script' ? rest.indexOf('</script') : rest.indexOf('<'))
    if (name === 'script') rest = rest.slice(text.length)
    const attributes = [...(match[2] ?? '').matchAll(ATTRIBUTE)].map(
      ([, attribute = '', value = '']) => [attribute.toLowerCase(), decoded(value)] as const,
    )
    elements.push({ name, attributes: new Map(attributes), text: name === 'script' ? text : decoded(text) })
  }
}

function decoded(text: string): string {
  return text.replace(/&(#?\w+);?/g, (whole, name: string) => {
    const character = ENTITIES[name]
    if (character === undefined) throw new Error(`This reader does not know ${whole}.`)
    return character
  })
}
