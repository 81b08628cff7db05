/** The style of citations that the reader chose for footnotes; kept by the browser. */
import { useSyncExternalStore } from 'react'

export const noteStyles = ['chicago-note', 'mla', 'apa'] as const
export type NoteStyle = (typeof noteStyles)[number]

export const NOTE_STYLE_NAMES: Readonly<Record<NoteStyle, string>> = {
  'chicago-note': 'Chicago',
  mla: 'MLA',
  apa: 'APA',
}

const KEY = 'aide-memoire.citation-style'
const listeners = new Set<() => void>()
let chosen: NoteStyle | undefined

export function chooseNoteStyle(style: NoteStyle) {
  chosen = style
  try {
    localStorage.setItem(KEY, style)
  } catch {
    // Storage is full or switched off: the choice holds until the page is closed.
  }
  for (const changed of listeners) changed()
}

export function readNoteStyle(): NoteStyle {
  if (chosen) return chosen
  try {
    const kept = localStorage.getItem(KEY)
    return noteStyles.find((style) => style === kept) ?? 'chicago-note'
  } catch {
    return 'chicago-note'
  }
}

export function useNoteStyle(): NoteStyle {
  return useSyncExternalStore((changed) => {
    listeners.add(changed)
    return () => listeners.delete(changed)
  }, readNoteStyle)
}
