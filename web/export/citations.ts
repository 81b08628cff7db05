/**
 * The citations of each source in an export: in full in its first note, short in later notes, and in the list of
 * sources. The server formats them. A citation that the server did not return is built from the record, so that an
 * export never fails.
 */
import { quotationsIn, withTrueQuotationMarks } from '../../corpus/citation/quotation-marks.ts'
import { inQuotationMarks } from '../../corpus/citation/title.ts'
import { formatDate } from '../../corpus/reduced-date.ts'
import type { Source } from '../../server/contract/chat-message.ts'
import { sourceLinks } from '../sources/source-links.ts'
import type { NoteStyle } from './note-style.ts'
import { plain, type Run, runsOfHtml } from './runs.ts'

type Cited = Pick<Source['document'], 'id' | 'title' | 'date' | 'publisher' | 'archive' | 'url'>

export interface Citations {
  full: (id: string) => readonly Run[]
  short: (id: string) => readonly Run[]
  listed: (id: string) => readonly Run[]
  /** Separates two citations in one note. */
  separator: '; ' | ' '
}

/** The server's citations in one style: HTML by document id. */
export type Formatted = ReadonlyMap<string, string>

/** The style for the list of sources that matches a note style. */
export const listStyleOf = (style: NoteStyle) => (style === 'chicago-note' ? 'chicago-bibliography' : style)

export function citationsOf(
  documents: readonly Cited[],
  style: NoteStyle,
  notes: Formatted = new Map(),
  list: Formatted = new Map(),
): Citations {
  const byId = new Map(documents.map((document) => [document.id, document]))
  const short = shortForms(documents, style)
  const formatted = (id: string, from: Formatted): readonly Run[] => {
    const runs = runsOfHtml(from.get(id) ?? '')
    if (runs.length > 0) return runs
    const document = byId.get(id)
    return document ? plain(fromRecord(document)) : []
  }
  return {
    full: (id) => formatted(id, notes),
    short: (id) => plain(short.get(id) ?? ''),
    listed: (id) => formatted(id, list),
    separator: style === 'chicago-note' ? '; ' : ' ',
  }
}

/** Fallback citation: title, date, publisher, call number, URL. */
function fromRecord(document: Omit<Cited, 'id'>): string {
  const where = [document.publisher, document.archive, sourceLinks.originalOf(document)]
  return `${inQuotationMarks(document.title, ',')} ${formatDate(document.date)}. ${where.filter(Boolean).join('. ')}`
}

/**
 * Short citations: the title without its subtitle. If two documents would look the same, the whole title is used; then
 * the title with the date; then with the call number.
 */
function shortForms(documents: readonly Cited[], style: NoteStyle): Map<string, string> {
  const dated = ({ date }: Cited) => (style === 'mla' ? formatDate(date) : monthFirst(formatDate(date)))
  const forms: readonly ((document: Cited) => string)[] = [
    ({ title }) => inQuotationMarks(shortTitle(title), '.'),
    ({ title }) => inQuotationMarks(title, '.'),
    (document) => `${inQuotationMarks(document.title, ',')} ${dated(document)}.`,
  ]
  const last = (document: Cited) => {
    const { title, archive, url, id } = document
    return `${inQuotationMarks(title, ',')} ${dated(document)}, ${archive ?? url ?? id}.`
  }
  return new Map(
    documents.map((document) => {
      const form = forms.find((form) => {
        const words = form(document)
        return documents.every((other) => other.id === document.id || form(other) !== words)
      })
      return [document.id, (form ?? last)(document)]
    }),
  )
}

/** The date format of Chicago and APA: "30 May 1984" → "May 30, 1984". */
const monthFirst = (date: string) => date.replace(/^(\d+) (\w+) (\d+)$/, '$2 $1, $3')

/** A shorter title is too unspecific for a citation ("Memorandum, Subject"). */
const SHORTEST_TITLE = 24

/** Cuts a title before its subtitle, and closes quotation marks that are open at the cut. */
function shortTitle(title: string): string {
  const words = withTrueQuotationMarks(title)
  const [main = ''] = words.split(/(?::\s|\s\(|;\s|\s[–—]\s)/)
  if (main.length < SHORTEST_TITLE || main === words) return words
  const cut = quotationsIn(words).filter(({ opens, closes }) => opens < main.length && closes >= main.length)
  return (
    main +
    cut
      .reverse()
      .map(({ closes }) => words.charAt(closes))
      .join('')
  )
}
