/** How the sources of an answer are looked at; the browser remembers the reader's choice. */
import { useSyncExternalStore } from 'react'

export const sourceViews = ['cards', 'list', 'timeline'] as const
export type SourceView = (typeof sourceViews)[number]

const KEY = 'aide-memoire.source-view'
const listeners = new Set<() => void>()
let chosen: SourceView | undefined

export function useSourceView(): [SourceView, (view: SourceView) => void] {
  return [useSyncExternalStore(subscribe, read), choose]
}

/** Before a card is gone to: the list has none. */
export function showCards() {
  if (read() === 'list') choose('cards')
}

function read(): SourceView {
  chosen ??= stored()
  return chosen
}

function stored(): SourceView {
  try {
    return sourceViews.find((view) => view === localStorage.getItem(KEY)) ?? 'cards'
  } catch {
    return 'cards'
  }
}

function choose(view: SourceView) {
  chosen = view
  try {
    localStorage.setItem(KEY, view)
  } catch {
    // Storage is full or switched off: the choice holds until the page is closed.
  }
  for (const changed of listeners) changed()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
