/** How the reader sees the sources of all answers; kept by the browser. */
import { useSyncExternalStore } from 'react'

export const sourceViews = ['cards', 'list', 'timeline'] as const
export type SourceView = (typeof sourceViews)[number]

const KEY = 'aide-memoire.source-view'
const listeners = new Set<() => void>()
let chosen: SourceView | undefined

export function useSourceView(): SourceView {
  return useSyncExternalStore((changed) => {
    listeners.add(changed)
    return () => listeners.delete(changed)
  }, read)
}

export function chooseSourceView(view: SourceView) {
  chosen = view
  try {
    localStorage.setItem(KEY, view)
  } catch {
    // Storage is full or switched off: the choice holds until the page is closed.
  }
  for (const changed of listeners) changed()
}

function read(): SourceView {
  chosen ??= stored()
  return chosen
}

function stored(): SourceView {
  try {
    const name = localStorage.getItem(KEY)
    return sourceViews.find((view) => view === name) ?? 'cards'
  } catch {
    return 'cards'
  }
}
