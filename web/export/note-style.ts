/** The style of footnotes, derived from the user's citation style. */
import type { CitationStyle } from '../../corpus/citation/citation-style.ts'
import { readCitationStyle, useCitationStyle } from '../citing/use-citation-style.ts'

export const noteStyles = ['chicago-note', 'mla', 'apa'] as const
export type NoteStyle = (typeof noteStyles)[number]

export const NOTE_STYLE_NAMES: Readonly<Record<NoteStyle, string>> = {
  'chicago-note': 'Chicago',
  mla: 'MLA',
  apa: 'APA',
}

export function readNoteStyle(): NoteStyle {
  return noteStyleOf(readCitationStyle())
}

export function useNoteStyle(): [NoteStyle, (style: NoteStyle) => void] {
  const [style, choose] = useCitationStyle()
  return [noteStyleOf(style), choose]
}

/** Chicago notes if the chosen style has no notes (Chicago bibliography, BibTeX, RIS …). */
function noteStyleOf(style: CitationStyle): NoteStyle {
  return noteStyles.find((candidate) => candidate === style) ?? 'chicago-note'
}
