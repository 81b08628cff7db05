/**
 * How each source is cited in an export: in full in its first note, short in later ones, and in the list of sources.
 * The server formats; what it does not answer is cited from the record itself, so that an export never fails for it.
 */
import { formatDate } from '../../corpus/reduced-date.ts'
import { sourceLink } from '../../corpus/source-link.ts'
import type { Source } from '../../server/chat/message.ts'
import type { NoteStyle } from './note-style.ts'
import { plain, type Run, runsOfHtml } from './runs.ts'

type Cited = Pick<Source['document'], 'id' | 'title' | 'date' | 'publisher' | 'archive' | 'url'>

export interface Citations {
  full: (id: string) => readonly Run[]
  short: (id: string) => readonly Run[]
  listed: (id: string) => readonly Run[]
  /** What stands between two citations in one note. */
  separator: '; ' | ' '
}

/** What the server answered for a style: the HTML of each citation by the document's id. */
export type Formatted = ReadonlyMap<string, string>

/** The style of the list of sources that goes with a style of notes. */
export const listStyleOf = (style: NoteStyle) => (style === 'chicago-note' ? 'chicago-bibliography' : style)

export function citationsOf(
  documents: readonly Cited[],
  style: NoteStyle,
  notes: Formatted = new Map(),
  list: Formatted = new Map(),
): Citations {
  const byId = new Map(documents.map((document) => [document.id, document]))
  const short = shortForms(documents)
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

/** From the record alone: title, date, publisher, call number, address. */
export function fromRecord(document: Omit<Cited, 'id'>): string {
  const link = sourceLink(document)
  const where = [document.publisher, document.archive, link?.kind === 'original' ? link.href : undefined]
  return `“${document.title},” ${formatDate(document.date)}. ${where.filter(Boolean).join('. ')}`
}

/**
 * The titles up to a subtitle with the dates; documents that would then look alike keep their whole titles, and
 * those that even so look alike have their call numbers.
 */
function shortForms(documents: readonly Cited[]): Map<string, string> {
  const byMainTitle = (document: Cited) => shortForm(document, shortTitle(document.title))
  const byTitle = (document: Cited) => shortForm(document, document.title)
  const unlike = (document: Cited, form: (document: Cited) => string) =>
    documents.filter((other) => form(other) === form(document)).length === 1
  return new Map(
    documents.map((document) => {
      const form = [byMainTitle, byTitle].find((form) => unlike(document, form))
      const whole = () => shortForm(document, document.title, document.archive ?? document.url)
      return [document.id, form?.(document) ?? whole()]
    }),
  )
}

function shortForm({ date }: Cited, title: string, more?: string): string {
  return `“${title},” ${[formatDate(date), more].filter(Boolean).join(', ')}.`
}

/** A title shorter than this says too little to be cited by. In characters. */
const SHORTEST_TITLE = 12

function shortTitle(title: string): string {
  const [main = ''] = title.split(/(?::\s|\s\(|;\s|\s[–—]\s)/)
  return main.length >= SHORTEST_TITLE ? main.replace(/[,.]$/, '') : title
}
