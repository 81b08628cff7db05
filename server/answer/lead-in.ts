/** How a quotation is led in: by the kind of its document and its date, so that an answer reads well aloud. */
import type { ArchiveDocument, DocumentType } from '../../corpus/document.ts'
import { compareDates, formatDate, precisionOf, type ReducedDate } from '../../corpus/reduced-date.ts'

const OPENINGS: Readonly<Record<DocumentType, string>> = {
  telegram: 'A telegram',
  'record of conversation': 'A conversation recorded',
  report: 'A report',
  memorandum: 'A memorandum',
  letter: 'A letter',
  journal: 'A journal entry',
  minutes: 'Minutes',
  note: 'A note',
  'intelligence assessment': 'An intelligence assessment',
  speech: 'A speech',
  article: 'An article',
  agreement: 'An agreement',
  statement: 'A statement',
  other: 'A document',
}

/** "A telegram of 13 October 1950", "A conversation recorded in October 1976". */
export function describeDocument({ type, date }: Pick<ArchiveDocument, 'type' | 'date'>): string {
  const joint = type === 'record of conversation' ? onOrIn(date) : 'of'
  return `${OPENINGS[type]} ${joint} ${formatDate(date)}`
}

function onOrIn(date: ReducedDate): string {
  return precisionOf(date) === 'day' ? 'on' : 'in'
}

const NUMBERS = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
]

/**
 * The honest first line: how many documents the answer quotes, and from when to when.
 * @param about where the question is about one document: whether it is quoted itself, before the documents given, and
 * whether it has a summary that could be.
 */
export function openingLine(
  documents: readonly Pick<ArchiveDocument, 'type' | 'date'>[],
  about?: { speaks: boolean; hasSummary: boolean },
): string {
  const dates = documents.map(({ date }) => date).sort(compareDates)
  const [from, to] = [dates.at(0), dates.at(-1)].map((date) => (date ? formatDate(date) : ''))
  const period =
    documents.length === 1 ? `of ${from}` : from === to ? `all of ${from}` : `from ${from} to ${to}`
  const count = NUMBERS[documents.length] ?? String(documents.length)
  const others = `${count.toLowerCase()} other ${documents.length === 1 ? `document ${period}` : `documents, ${period}`}`
  if (about?.speaks)
    return documents.length === 0
      ? 'Quoted from its summary:'
      : `Quoted from its summary, then from ${others}:`
  if (about) {
    const silence = about.hasSummary
      ? 'Its summary does not speak to this.'
      : 'The archive gives no summary of it.'
    return `${silence} Quoted from ${others}:`
  }
  if (documents.length === 1) return `One document speaks to this most directly. Quoted from its summary:`
  return `${count} documents speak to this most directly, ${period}. Quoted from their summaries:`
}
