/**
 * A record for reference managers: Highwire's `citation_*` tags, which Google Scholar and Zotero read
 * (https://scholar.google.com/intl/en/scholar/inclusion.html#indexing), and COinS, an OpenURL ContextObject in a span
 * (ANSI/NISO Z39.88-2004; Dublin Core, whose `rft.type` Zotero takes for its own type of item).
 */
import type { ArchiveDocument, DocumentType } from '../../corpus/document.ts'
import { sourceLink } from '../../corpus/source-link.ts'

/** Zotero's types of item that differ from "document". */
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

export function highwireTags(document: ArchiveDocument, address: string): [name: string, content: string][] {
  const { title, date, type, publisher, language, subjects } = document
  const tags: [string, string | undefined][] = [
    ['citation_title', title],
    // With slashes, as Google Scholar wants it; no more precise than the archive is.
    ['citation_publication_date', date.replaceAll('-', '/')],
    ['citation_publisher', publisher],
    ['citation_technical_report_institution', ITEM_TYPES[type] === 'report' ? publisher : undefined],
    ['citation_language', language],
    ['citation_public_url', addressToCite(document, address)],
    ['citation_abstract_html_url', address],
    ...subjects.map((subject): [string, string] => ['citation_keywords', subject]),
  ]
  return tags.flatMap(([name, content]) => (content === undefined ? [] : [[name, content]]))
}

/** Beside the publisher's name stands the publisher's page; that of this archive where the record knows no other. */
function addressToCite(document: ArchiveDocument, address: string): string {
  const original = sourceLink(document)
  return original?.kind === 'original' ? original.href : address
}

export function contextObject(document: ArchiveDocument, address: string): string {
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
    ['rft.identifier', addressToCite(document, address)],
    ...subjects.map((subject): [string, string] => ['rft.subject', subject]),
  ]
  return fields
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`)
    .join('&')
}
