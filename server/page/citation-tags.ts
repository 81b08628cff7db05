/**
 * Metadata of a record for reference managers: Highwire's `citation_*` tags, which Google Scholar and Zotero read
 * (https://scholar.google.com/intl/en/scholar/inclusion.html#indexing), and COinS, an OpenURL ContextObject in a span
 * (ANSI/NISO Z39.88-2004; Dublin Core; Zotero reads `rft.type` as one of its own item types).
 */
import type { ArchiveDocument, DocumentType } from '../../corpus/document.ts'

/** Zotero's item types; all other types of documents are "document". */
const ITEM_TYPES: Partial<Record<DocumentType, 'report' | 'letter' | 'manuscript'>> = {
  report: 'report',
  memorandum: 'report',
  'intelligence assessment': 'report',
  letter: 'letter',
  telegram: 'letter',
  'record of conversation': 'manuscript',
  minutes: 'manuscript',
  journal: 'manuscript',
  note: 'manuscript',
}

/** URLs of a document. */
interface DocumentAddresses {
  /** Its page in this archive. */
  page: string
  /** Its page at the publisher; undefined if it may not be linked. */
  original: string | undefined
}

export function highwireTags(
  document: ArchiveDocument,
  { page, original }: DocumentAddresses,
): [name: string, content: string][] {
  const { title, date, type, publisher, language, subjects } = document
  const tags: [string, string | undefined][] = [
    ['citation_title', title],
    // Google Scholar requires slashes. The date is as precise as in the record.
    ['citation_publication_date', date.replaceAll('-', '/')],
    ['citation_publisher', publisher],
    ['citation_technical_report_institution', ITEM_TYPES[type] === 'report' ? publisher : undefined],
    ['citation_language', language],
    // The publisher's page, since the publisher is named above; the page of this archive if the record has no link.
    ['citation_public_url', original ?? page],
    ['citation_abstract_html_url', page],
    ...subjects.map((subject): [string, string] => ['citation_keywords', subject]),
  ]
  return tags.flatMap(([name, content]) => (content === undefined ? [] : [[name, content]]))
}

export function contextObject(document: ArchiveDocument, { page, original }: DocumentAddresses): string {
  const { title, date, type, publisher, language, summary, archive, subjects } = document
  const fields: [string, string | null | undefined][] = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
    ['rft.type', ITEM_TYPES[type] ?? 'document'],
    ['rft.title', title],
    ['rft.date', date],
    ['rft.publisher', publisher],
    ['rft.source', archive],
    ['rft.language', language],
    ['rft.description', summary],
    ['rft.identifier', original ?? page],
    ...subjects.map((subject): [string, string] => ['rft.subject', subject]),
  ]
  return fields
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`)
    .join('&')
}
