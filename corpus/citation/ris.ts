/** RIS, the tagged lines that EndNote, Zotero and Mendeley import. */
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-ris'
import type { CslItem } from './csl-item.ts'

export function risEntry(item: CslItem): string {
  const [entry] = plugins.output.format('ris', [item], { format: 'object' }) as [Record<string, unknown>]
  const { TY, ...tags } = { ...entry, ...overruled(item) }
  const lines = Object.entries(tags).flatMap(([tag, value]) =>
    typeof value === 'string' && value ? [line(tag, value)] : [],
  )
  return [line('TY', String(TY)), ...lines, 'ER  - '].join('\r\n')
}

/**
 * The package cuts ids at 20 characters (many of ours share those), leaves months and days of one digit, and knows no tags
 * for an archive. `DB` is the database, `AV` where in an archive a paper lies.
 */
function overruled({ id, issued, accessed, archive, archive_location }: CslItem): Record<string, unknown> {
  return {
    ID: id,
    ...(issued ? { DA: risDate(issued['date-parts'][0]) } : {}),
    ...(accessed ? { Y2: risDate(accessed['date-parts'][0]) } : {}),
    ...(archive ? { DB: archive } : {}),
    ...(archive_location ? { AV: archive_location } : {}),
  }
}

/** `YYYY/MM/DD/`, with the parts that are not known left empty, as the format has it. */
function risDate(parts: readonly number[]): string {
  return [0, 1, 2].map((index) => (parts[index] ? String(parts[index]).padStart(2, '0') : '')).join('/')
}

/** One line: the package breaks long ones in the middle of words. */
function line(tag: string, value: string): string {
  return `${tag}  - ${value.replace(/\s+/g, ' ')}`
}
