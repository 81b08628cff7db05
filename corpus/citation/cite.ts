/** Cites documents in a bibliographic style or in a format for reference managers. */
import { encode } from 'html-entities'
import type { ArchiveDocument } from '../document.ts'
import type { Publishers } from '../publishers.ts'
import type { Day } from '../reduced-date.ts'
import { bibtexEntry } from './bibtex.ts'
import { type CitationStyle, isBibliographic } from './citation-style.ts'
import { type CslItem, cslItem } from './csl-item.ts'
import { bibliographicCitations, type Citation } from './csl-styles.ts'
import { risEntry } from './ris.ts'

export type { Citation } from './csl-styles.ts'

/**
 * One citation per document. Bibliographies are sorted as their style requires, everything else keeps the given order.
 * @param accessed the day of access
 */
export function cite(
  documents: readonly ArchiveDocument[],
  style: CitationStyle,
  accessed: Day,
  publishers: Publishers,
): Citation[] {
  const items = documents.map((document) => cslItem(document, accessed, publishers))
  if (isBibliographic(style)) return bibliographicCitations(items, style)
  const formatEntry = EXPORT_FORMATTERS[style]
  return items.map((item) => ({ id: item.id, text: formatEntry(item), html: encode(formatEntry(item)) }))
}

/** All citations as one text file. */
export function joinAsText(citations: readonly Citation[], style: CitationStyle): string {
  const texts = citations.map(({ text }) => text)
  if (style === 'csl-json') return `[\n${texts.join(',\n')}\n]\n`
  return texts.length > 0 ? `${texts.join(ENTRY_SEPARATORS[style] ?? '\n')}\n` : ''
}

/** All citations as one HTML document, for a browser or a word processor. */
export function joinAsHtml(citations: readonly Citation[], heading: string): string {
  const paragraphs = citations.map(({ html }) => `<p>${html}</p>`)
  return `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>${heading}</title>\n${paragraphs.join('\n')}\n</html>\n`
}

const EXPORT_FORMATTERS = {
  bibtex: bibtexEntry,
  ris: risEntry,
  'csl-json': (item: CslItem) => JSON.stringify(item, null, 2),
}

const ENTRY_SEPARATORS: Partial<Record<CitationStyle, string>> = { bibtex: '\n\n', ris: '\r\n\r\n' }
