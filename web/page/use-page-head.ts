/**
 * Keeps what the server wrote into the HTML (canonical address, citation tags, COinS; see server/page/) true while the
 * reader goes from page to page without loading anew: else Zotero would save the document that was opened first.
 */
import { useEffect } from 'react'

/** The path that the head tells of now. */
let described = window.location.pathname

export function usePageHead(path: string) {
  useEffect(() => {
    if (path === described) return
    described = ''
    for (const element of document.querySelectorAll('[data-head]')) element.remove()
    const leaving = new AbortController()
    fetchHead(path, leaving.signal).then(
      (elements) => {
        described = path
        document.head.append(...elements.filter(({ localName }) => localName !== 'span'))
        document.body.append(...elements.filter(({ localName }) => localName === 'span'))
        // Zotero's connector looks at the page again (https://www.zotero.org/support/dev/exposing_metadata).
        document.dispatchEvent(new Event('ZoteroItemUpdated', { bubbles: true, cancelable: true }))
      },
      // Without the network there is no head, which is better than a wrong one; the page itself says what failed.
      () => {},
    )
    return () => leaving.abort()
  }, [path])
}

async function fetchHead(path: string, signal: AbortSignal): Promise<Element[]> {
  const response = await fetch(path, { signal, headers: { accept: 'text/html' } })
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  return [...page.querySelectorAll('[data-head]')].map((element) => document.importNode(element, true))
}
