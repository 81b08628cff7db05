/** Whether the list of conversations stands at the side, and whether its drawer is open where there is no room for it. */
import { useSyncExternalStore } from 'react'

const KEY = 'aide-memoire.conversations-at-the-side'
/** From here on, the list, the text and the sources have room beside each other; below, the list begins folded. */
const ROOMY = '(min-width: 80rem)'

interface Side {
  folded: boolean
  drawerOpen: boolean
}

let side: Side = { folded: readFolded(), drawerOpen: false }
const listeners = new Set<() => void>()

export function useSide(): Side {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => side,
  )
}

export function setFolded(folded: boolean) {
  set({ folded })
  try {
    localStorage.setItem(KEY, folded ? 'folded' : 'open')
  } catch {
    // Storage is full or switched off: the choice holds until the page is closed.
  }
}

export function setDrawerOpen(drawerOpen: boolean) {
  set({ drawerOpen })
}

function set(change: Partial<Side>) {
  side = { ...side, ...change }
  for (const changed of listeners) changed()
}

function readFolded(): boolean {
  try {
    const chosen = localStorage.getItem(KEY)
    if (chosen) return chosen === 'folded'
  } catch {
    // As above.
  }
  return !window.matchMedia(ROOMY).matches
}
