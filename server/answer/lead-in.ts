/** How a quotation is led in: by the kind of its document and its date, so that an answer reads well aloud. */
import type { ArchiveDocument, DocumentType } from '../../corpus/document.ts'
import { formatDate, precisionOf, type ReducedDate } from '../../corpus/reduced-date.ts'

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

/** The honest first line: how many documents the answer quotes, and from when to when. */
export function openingLine(
  documents: readonly Pick<ArchiveDocument, 'type' | 'date'>[],
  span: readonly [ReducedDate, ReducedDate],
): string {
  const [from, to] = span.map(formatDate)
  const count = NUMBERS[documents.length] ?? String(documents.length)
  const [only] = documents
  if (documents.length === 1 && only)
    return `One document speaks to this most directly. Quoted from its summary:`
  const period = from === to ? `all of ${from}` : `from ${from} to ${to}`
  return `${count} documents speak to this most directly, ${period}. Quoted from their summaries:`
}
