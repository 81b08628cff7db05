/** BibTeX in UTF-8, as biber, Zotero and JabRef read it. */
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import type { CslItem } from './csl-item.ts'

export function bibtexEntry(item: CslItem): string {
  return String(plugins.output.format('bibtex', [bibtexItem(item)], { format: 'text' })).trim()
}

/** BibTeX has no field for call numbers, and old styles have none for the access date, so both go into the note. */
function bibtexItem(item: CslItem) {
  const { id, title, issued, genre, URL } = item
  const container = item['container-title']
  const note = [item.archive_location, item.number, item.note, accessNote(item)].filter(Boolean).join('; ')
  return {
    id,
    'citation-key': id,
    type: container ? 'chapter' : 'document',
    title: escapeTex(title),
    ...(issued ? { issued } : {}),
    genre,
    ...(container ? { 'container-title': escapeTex(container) } : {}),
    ...(item.archive ? { publisher: escapeTex(item.archive) } : {}),
    ...(URL ? { URL } : {}),
    ...(note ? { note: escapeTex(note) } : {}),
  }
}

function accessNote({ accessed }: CslItem): string | undefined {
  return accessed && `accessed ${isoDate(accessed['date-parts'][0])}`
}

/** `[1950, 10, 1]` → `1950-10-01`. */
function isoDate(parts: readonly number[]): string {
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-')
}

/** Escapes TeX's special characters only. The package's own ASCII mode would drop Hangul. */
function escapeTex(text: string): string {
  return text.replace(/[\\&%$#_{}~^]/g, (character) => TEX_COMMANDS[character] ?? `\\${character}`)
}

const TEX_COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

const { format } = plugins.config.get('@bibtex') as { format: { asciiOnly: boolean; checkLabel: boolean } }
format.asciiOnly = false
// Document ids consist of letters, digits and hyphens, so they are valid keys.
format.checkLabel = false
