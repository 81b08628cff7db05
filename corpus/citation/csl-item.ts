/**
 * A record in the terms of CSL, the vocabulary that citation programs share. What a record lacks is absent here, and
 * so leaves no trace in any style. Nobody is made an author: the records name none.
 */
import type { ArchiveDocument } from '../document.ts'
import type { Publishers } from '../publishers.ts'
import type { Day, ReducedDate } from '../reduced-date.ts'
import { withTrueQuotationMarks } from './quotation-marks.ts'
import { asPrinted, titleAsPrinted } from './title.ts'

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

/** @param accessed the day on which the reader looks at the document, cited with its address. */
export function cslItem(document: ArchiveDocument, accessed: Day, publishers: Publishers): CslItem {
  const { id, title, date, type, summary, language } = document
  const original = publishers.links.originalOf(document)
  return {
    id,
    type: 'document',
    title: titleAsPrinted(title),
    issued: cslDate(date),
    genre: type,
    ...(volumeOf(document, publishers) ?? holdingOf(document)),
    ...(summary === null ? {} : { abstract: summary }),
    ...(original ? { URL: original, accessed: cslDate(accessed) } : {}),
    ...(language ? { language } : {}),
  }
}

/** Most documents are held: by an archive or a digital one, under a call number where the record gives it. */
function holdingOf({ publisher, archive }: ArchiveDocument) {
  return { archive: publisher, ...(archive ? { archive_location: asPrinted(archive) } : {}) }
}

/**
 * Documents of a series such as Foreign Relations of the United States stand in a volume, whose full title the record
 * has among its collections. Such a series is cited by volume and number of the document; where the original lies is
 * its source note's matter, and stays a note.
 */
function volumeOf(document: ArchiveDocument, publishers: Publishers) {
  const { publisher, collections, archive } = document
  const citation = publishers.named(publisher)?.citation
  if (citation?.form !== 'volume') return undefined
  const volume = collections.find((title) => title.startsWith(citation.volumeTitlesBegin))
  if (!volume) return undefined
  const original = publishers.links.originalOf(document)
  const number = original && citation.number?.inAddress.exec(original)?.[1]
  return {
    'container-title': volume,
    ...(number ? { number: `${citation.number?.label} ${number}` } : {}),
    // Processors read a note of the form "Word: value" as a variable; two words before the colon are none.
    ...(archive ? { note: `Source note: ${withTrueQuotationMarks(archive)}` } : {}),
  }
}

function cslDate(date: ReducedDate | Day): CslDate {
  return { 'date-parts': [date.split('-').map(Number)] }
}
