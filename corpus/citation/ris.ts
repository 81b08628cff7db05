/** Formats a CSL item as RIS, which EndNote, Zotero and Mendeley import. */
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-ris'
import type { CslItem } from './csl-item.ts'

export function risEntry(item: CslItem): string {
  const [entry] = plugins.output.format('ris', [item], { format: 'object' }) as [Record<string, unknown>]
  const { TY, ...tags } = { ...entry, ...correctedTags(item) }
  const lines = Object.entries(tags).flatMap(([tag, value]) =>
    typeof value === 'string' && value ? [risLine(tag, value)] : [],
  )
  return [risLine('TY', String(TY)), ...lines, 'ER  - '].join('\r\n')
}

/**
 * Tags that replace the package's. It truncates ids to 20 characters (many of ours share the first 20), writes months and
 * days with one digit, and has no tags for an archive. `DB` is the database, `AV` the location in the archive.
 */
function correctedTags({
  id,
  issued,
  accessed,
  archive,
  archive_location,
}: CslItem): Record<string, unknown> {
  return {
    ID: id,
    ...(issued ? { DA: risDate(issued['date-parts'][0]) } : {}),
    ...(accessed ? { Y2: risDate(accessed['date-parts'][0]) } : {}),
    ...(archive ? { DB: archive } : {}),
    ...(archive_location ? { AV: archive_location } : {}),
  }
}

/** `YYYY/MM/DD/`, with unknown parts empty. */
function risDate(parts: readonly number[]): string {
  return [0, 1, 2].map((index) => (parts[index] ? String(parts[index]).padStart(2, '0') : '')).join('/')
}

/** Formats one tag without wrapping: the package would break long lines inside words. */
function risLine(tag: string, value: string): string {
  return `${tag}  - ${value.replace(/\s+/g, ' ')}`
}
