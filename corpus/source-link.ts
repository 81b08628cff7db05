/** Where a reader finds the original: the document's own page, or else the publisher's search for its title. */
import type { ArchiveDocument } from './document.ts'

export interface SourceLink {
  href: string
  /** `original`: the document itself. `search`: the publisher's own search for the title. */
  kind: 'original' | 'search'
  publisher: string
}

interface Publisher {
  /** Hosts whose addresses are links; all others are text. */
  hosts: readonly string[]
  search: (title: string) => string
}

const PUBLISHERS: Readonly<Record<string, Publisher>> = {
  'Wilson Center Digital Archive': {
    hosts: ['digitalarchive.wilsoncenter.org'],
    search: (title) =>
      `https://digitalarchive.wilsoncenter.org/search?${new URLSearchParams({ search_api_fulltext: title })}`,
  },
  'Foreign Relations of the United States': {
    hosts: ['history.state.gov'],
    search: (title) =>
      `https://history.state.gov/search?${new URLSearchParams({ q: title, within: 'documents' })}`,
  },
  'National Security Archive': {
    hosts: ['nsarchive.gwu.edu', 'nsarchive2.gwu.edu'],
    search: (title) =>
      `https://nsarchive.gwu.edu/search?${new URLSearchParams({ search_api_fulltext: title })}`,
  },
}

const TRUSTED_HOSTS = new Set(Object.values(PUBLISHERS).flatMap((publisher) => publisher.hosts))

/**
 * The link for a document, or `undefined` where its publisher has neither (a user's own records).
 * Only https addresses on the publishers' hosts count as originals.
 */
export function sourceLink(
  document: Pick<ArchiveDocument, 'title' | 'url' | 'publisher'>,
): SourceLink | undefined {
  const { publisher, title, url } = document
  if (url && isTrustedAddress(url)) return { href: url, kind: 'original', publisher }
  const search = Object.hasOwn(PUBLISHERS, publisher) ? PUBLISHERS[publisher]?.search(title) : undefined
  return search ? { href: search, kind: 'search', publisher } : undefined
}

/** Whether an address may be a link: https, and one of the publishers' hosts. */
export function isTrustedAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, port, username, password } = new URL(address)
  return protocol === 'https:' && TRUSTED_HOSTS.has(hostname) && port === '' && !username && !password
}
