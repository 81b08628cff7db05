/**
 * Converts a record to a CSL item, the common data model of citation software. Fields that a record lacks are absent, so
 * no style prints them. There is no author field, because the records have none.
 */
import type { ArchiveDocument } from '../document.ts'
import type { Publishers } from '../publishers.ts'
import type { Day, ReducedDate } from '../reduced-date.ts'
import { citationText, citationTitle } from './citation-title.ts'
import { withTypographicQuotationMarks } from './quotation-marks.ts'

interface CslDate {
  'date-parts': [number[]]
}

/** The variables of CSL 1.0.2 that the records of an archive fill. */
export interface CslItem {
  id: string
  type: 'document'
  title: string
  issued?: CslDate
  genre: string
  archive?: string
  archive_location?: string
  'container-title'?: string
  number?: string
  note?: string
  abstract?: string
  URL?: string
  accessed?: CslDate
  language?: string
}

/** @param accessed the day on which the user viewed the document; cited together with the URL */
export function cslItem(document: ArchiveDocument, accessed: Day, publishers: Publishers): CslItem {
  const { id, title, date, type, summary, language } = document
  const original = publishers.links.originalOf(document)
  return {
    id,
    type: 'document',
    title: citationTitle(title),
    issued: cslDate(date),
    genre: type,
    ...(volumeFields(document, publishers) ?? archiveFields(document)),
    ...(summary === null ? {} : { abstract: summary }),
    ...(original ? { URL: original, accessed: cslDate(accessed) } : {}),
    ...(language ? { language } : {}),
  }
}

/** Most documents are cited by their (digital) archive and, if the record has one, the call number. */
function archiveFields({ publisher, archive }: ArchiveDocument) {
  return { archive: publisher, ...(archive ? { archive_location: citationText(archive) } : {}) }
}

/**
 * Documents of a series such as Foreign Relations of the United States are part of a volume, whose full title is one of
 * the record's collections. They are cited by volume and document number; the location of the original becomes a note.
 */
function volumeFields(document: ArchiveDocument, publishers: Publishers) {
  const { publisher, collections, archive } = document
  const citation = publishers.byName(publisher)?.citation
  if (citation?.form !== 'volume') return undefined
  const volume = collections.find((title) => title.startsWith(citation.volumeTitlesBegin))
  if (!volume) return undefined
  const original = publishers.links.originalOf(document)
  const number = original && citation.number?.inAddress.exec(original)?.[1]
  return {
    'container-title': volume,
    ...(number ? { number: `${citation.number?.label} ${number}` } : {}),
    // CSL processors read a note "Word: value" as a variable, so there must be two words before the colon.
    ...(archive ? { note: `Source note: ${withTypographicQuotationMarks(archive)}` } : {}),
  }
}

function cslDate(date: ReducedDate | Day): CslDate {
  return { 'date-parts': [date.split('-').map(Number)] }
}
