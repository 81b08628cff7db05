/**
 * Links to originals: the document's own page, or else the publisher's search for its title.
 * Used by server and page, so it must not import Node modules or zod.
 */
import type { ArchiveDocument } from './document.ts'

export interface SourceLink {
  href: string
  /** `original`: the document itself. `search`: the publisher's own search for the title. */
  kind: 'original' | 'search'
  publisher: string
}

/** The fields of a publisher's file that links need. */
export interface PublisherLinkRules {
  name: string
  /** Hosts whose addresses become links; other addresses are shown as text. */
  hosts: readonly string[]
  /** URL of the publisher's search, with a placeholder for the title; null if there is none. */
  search: string | null
}

/** Placeholder for the document's title in a search URL. */
export const TITLE_PLACEHOLDER = '{title}'

export class SourceLinks {
  readonly #hosts: ReadonlySet<string>
  readonly #searches: ReadonlyMap<string, string | null>

  constructor(publishers: readonly PublisherLinkRules[]) {
    this.#hosts = new Set(publishers.flatMap(({ hosts }) => hosts))
    this.#searches = new Map(publishers.map(({ name, search }) => [name, search]))
  }

  /** The link for a document; undefined if it has no trusted URL and its publisher no search. */
  linkOf(document: Pick<ArchiveDocument, 'title' | 'url' | 'publisher'>): SourceLink | undefined {
    const { publisher, title } = document
    const original = this.originalOf(document)
    if (original) return { href: original, kind: 'original', publisher }
    const search = this.#searches.get(publisher)
    return search ? { href: searchAddress(search, title), kind: 'search', publisher } : undefined
  }

  /** The document's own URL, if it is trusted. */
  originalOf({ url }: Pick<ArchiveDocument, 'url'>): string | undefined {
    return url !== undefined && this.isTrusted(url) ? url : undefined
  }

  /** Whether a URL may become a link: https and on a host of some publisher. */
  isTrusted(address: string): boolean {
    return isAddressOn(address, this.#hosts)
  }
}

/** Whether a URL is https, on one of the hosts, on the standard port and without user name. */
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
