/** The style that the reader cites in, remembered in the browser and the same in all places of a page. */
import { useSyncExternalStore } from 'react'
import { type CitationStyle, citationStyles } from '../../corpus/citation/citation-style.ts'

const KEY = 'aide-memoire.citation-style'
const STANDARD: CitationStyle = 'chicago-note'

const listeners = new Set<() => void>()
/** What was chosen on this page, which holds where storage is switched off. */
let chosen: CitationStyle | undefined

export function useCitationStyle(): [CitationStyle, (style: CitationStyle) => void] {
  return [useSyncExternalStore(subscribe, readCitationStyle), chooseCitationStyle]
}

/** The style at this moment, for what is not drawn. */
export function readCitationStyle(): CitationStyle {
  chosen ??= stored()
  return chosen
}

function stored(): CitationStyle {
  try {
    const name = localStorage.getItem(KEY)
    return citationStyles.find((style) => style === name) ?? STANDARD
  } catch {
    return STANDARD
  }
}

function chooseCitationStyle(style: CitationStyle) {
  chosen = style
  try {
    localStorage.setItem(KEY, style)
  } catch {
    // Storage is full or switched off: the choice holds until the page is closed.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
