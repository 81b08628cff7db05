/**
 * The citations of each source in an export: in full in its first note, short in later notes, and in the list of
 * sources. The server formats them. A citation that the server did not return is built from the record, so that an
 * export never fails.
 */

import { quotedTitle } from '../../corpus/citation/citation-title.ts'
import { quotationsIn, withTypographicQuotationMarks } from '../../corpus/citation/quotation-marks.ts'
import { formatDate } from '../../corpus/reduced-date.ts'
import type { Source } from '../../server/contract/chat-message.ts'
import { sourceLinks } from '../sources/source-links.ts'
import type { NoteStyle } from './note-style.ts'
import { plainRun, type Run, runsOfHtml } from './runs.ts'

type CitedDocument = Pick<Source['document'], 'id' | 'title' | 'date' | 'publisher' | 'archive' | 'url'>

export interface Citations {
  fullNote: (id: string) => readonly Run[]
  shortNote: (id: string) => readonly Run[]
  bibliographyEntry: (id: string) => readonly Run[]
  /** Separates two citations in one note. */
  separator: '; ' | ' '
}

/** The server's citations in one style: HTML by document id. */
export type FormattedCitations = ReadonlyMap<string, string>

/** The style for the list of sources that matches a note style. */
export const sourceListStyle = (style: NoteStyle) =>
  style === 'chicago-note' ? 'chicago-bibliography' : style

export function buildCitations(
  documents: readonly CitedDocument[],
  style: NoteStyle,
  notes: FormattedCitations = new Map(),
  list: FormattedCitations = new Map(),
): Citations {
  const byId = new Map(documents.map((document) => [document.id, document]))
  const shortNote = shortForms(documents, style)
  const formatted = (id: string, from: FormattedCitations): readonly Run[] => {
    const runs = runsOfHtml(from.get(id) ?? '')
    if (runs.length > 0) return runs
    const document = byId.get(id)
    return document ? plainRun(citationFromRecord(document)) : []
  }
  return {
    fullNote: (id) => formatted(id, notes),
    shortNote: (id) => plainRun(shortNote.get(id) ?? ''),
    bibliographyEntry: (id) => formatted(id, list),
    separator: style === 'chicago-note' ? '; ' : ' ',
  }
}

/** Fallback citation: title, date, publisher, call number, URL. */
function citationFromRecord(document: Omit<CitedDocument, 'id'>): string {
  const where = [document.publisher, document.archive, sourceLinks.originalOf(document)]
  return `${quotedTitle(document.title, ',')} ${formatDate(document.date)}. ${where.filter(Boolean).join('. ')}`
}

/**
 * Short citations: the title without its subtitle. If two documents would look the same, the whole title is used; then
 * the title with the date; then with the call number.
 */
function shortForms(documents: readonly CitedDocument[], style: NoteStyle): Map<string, string> {
  const dated = ({ date }: CitedDocument) =>
    style === 'mla' ? formatDate(date) : monthFirst(formatDate(date))
  const forms: readonly ((document: CitedDocument) => string)[] = [
    ({ title }) => quotedTitle(shortTitle(title), '.'),
    ({ title }) => quotedTitle(title, '.'),
    (document) => `${quotedTitle(document.title, ',')} ${dated(document)}.`,
  ]
  const lastForm = (document: CitedDocument) => {
    const { title, archive, url, id } = document
    return `${quotedTitle(title, ',')} ${dated(document)}, ${archive ?? url ?? id}.`
  }
  return new Map(
    documents.map((document) => {
      const form = forms.find((form) => {
        const words = form(document)
        return documents.every((other) => other.id === document.id || form(other) !== words)
      })
      return [document.id, (form ?? lastForm)(document)]
    }),
  )
}

/** The date format of Chicago and APA: "30 May 1984" → "May 30, 1984". */
const monthFirst = (date: string) => date.replace(/^(\d+) (\w+) (\d+)$/, '$2 $1, $3')

/** A shorter title is too unspecific for a citation ("Memorandum, Subject"). */
const MIN_SHORT_TITLE_CHARACTERS = 24

/** Cuts a title before its subtitle, and closes quotation marks that are open at the cut. */
function shortTitle(title: string): string {
  const words = withTypographicQuotationMarks(title)
  const [main = ''] = words.split(/(?::\s|\s\(|;\s|\s[–—]\s)/)
  if (main.length < MIN_SHORT_TITLE_CHARACTERS || main === words) return words
  const cut = quotationsIn(words).filter(({ opens, closes }) => opens < main.length && closes >= main.length)
  return (
    main +
    cut
      .reverse()
      .map(({ closes }) => words.charAt(closes))
      .join('')
  )
}
