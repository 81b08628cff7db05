/**
 * Where a reader finds the original: the document's own page, or else the publisher's search for its title.
 * The page uses this as well as the server, so nothing here needs Node or zod.
 */
import type { ArchiveDocument } from './document.ts'

export interface SourceLink {
  href: string
  /** `original`: the document itself. `search`: the publisher's own search for the title. */
  kind: 'original' | 'search'
  publisher: string
}

/** What a link takes of a publisher's file. */
export interface LinkRules {
  name: string
  /** Hosts whose addresses are links; all others are text. */
  hosts: readonly string[]
  /** The address of the publisher's search, with the placeholder for the title; null where there is none. */
  search: string | null
}

/** Stands for the document's title in the address of a search. */
export const TITLE_PLACEHOLDER = '{title}'

export class SourceLinks {
  readonly #hosts: ReadonlySet<string>
  readonly #searches: ReadonlyMap<string, string | null>

  constructor(publishers: readonly LinkRules[]) {
    this.#hosts = new Set(publishers.flatMap(({ hosts }) => hosts))
    this.#searches = new Map(publishers.map(({ name, search }) => [name, search]))
  }

  /** The link for a document, or `undefined` where neither its address nor its publisher's file gives one. */
  linkOf(document: Pick<ArchiveDocument, 'title' | 'url' | 'publisher'>): SourceLink | undefined {
    const { publisher, title } = document
    const original = this.originalOf(document)
    if (original) return { href: original, kind: 'original', publisher }
    const search = this.#searches.get(publisher)
    return search ? { href: searchAddress(search, title), kind: 'search', publisher } : undefined
  }

  /** The document's own address, where it may be a link. */
  originalOf({ url }: Pick<ArchiveDocument, 'url'>): string | undefined {
    return url !== undefined && this.isTrusted(url) ? url : undefined
  }

  /** Whether an address may be a link: https, and one of the publishers' hosts. */
  isTrusted(address: string): boolean {
    return isAddressOn(address, this.#hosts)
  }
}

/** Whether an address is https, on one of the hosts, at the standard port and without a user name. */
export function isAddressOn(address: string, hosts: ReadonlySet<string>): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, port, username, password } = new URL(address)
  return protocol === 'https:' && hosts.has(hostname) && port === '' && !username && !password
}

function searchAddress(template: string, title: string): string {
  // As in a form's query: spaces become "+".
  const encoded = String(new URLSearchParams({ title })).slice('title='.length)
  return template.replace(TITLE_PLACEHOLDER, () => encoded)
}
