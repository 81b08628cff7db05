/** Writes the lead-in of a quotation (maker, type and date of its document) and the opening line of an answer. */
import type { ArchiveDocument, DocumentType } from '../../corpus/document.ts'
import type { ParsedMaker } from '../../corpus/makers/maker-parser.ts'
import { compareDates, formatDate, precisionOf, type ReducedDate } from '../../corpus/reduced-date.ts'
import type { Archive } from '../archive/archive.ts'

const TYPE_PHRASES: Readonly<Record<DocumentType, string>> = {
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

/** Types whose words are not only those of the document's maker: the lead-in states them. */
const STATED_TYPES: Partial<Readonly<Record<DocumentType, string>>> = {
  'record of conversation': 'record of a conversation',
  minutes: 'minutes',
  agreement: 'agreement',
  article: 'article',
  speech: 'speech',
  statement: 'statement',
}

/**
 * @param made the maker that was read from the record, if any
 * @example with a maker → "Hungarian embassy in Moscow, 20 October 1966", "US embassy in Seoul, record of a conversation, 3 May 1962"
 * @example without one → "A telegram of 13 October 1950", "A conversation recorded in October 1976"
 */
export function describeDocument(
  { type, date }: Pick<ArchiveDocument, 'type' | 'date'>,
  made?: ParsedMaker,
): string {
  if (made)
    return [capitalized(made.phrase), statedType(made, type), formatDate(date)].filter(Boolean).join(', ')
  const joint = type === 'record of conversation' ? datePreposition(date) : 'of'
  return `${TYPE_PHRASES[type]} ${joint} ${formatDate(date)}`
}

/** Returns a function that writes the lead-in of a document of the archive. */
export function leadInFormatter({
  facts,
  index,
}: Pick<Archive, 'facts' | 'index'>): (document: ArchiveDocument) => string {
  return (document) => {
    const number = index.numberOf.get(document.id)
    return describeDocument(document, number === undefined ? undefined : facts.makers.parsedMaker(number))
  }
}

/** The type that follows the maker. A person's bare name always gets one: "Shtykov, telegram, 4 July 1950". */
function statedType({ maker, phrase }: ParsedMaker, type: DocumentType): string | undefined {
  const isBareName = maker.kind === 'person' && phrase === maker.short
  return STATED_TYPES[type] ?? (isBareName && type !== 'other' ? type : undefined)
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function datePreposition(date: ReducedDate): string {
  return precisionOf(date) === 'day' ? 'on' : 'in'
}

const NUMBER_WORDS = [
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

interface OpeningLineOptions {
  outcome: 'answered' | 'near'
  /** How many of the documents only touch on the question. */
  touching: number
  /** For a question about one document: whether that document is quoted, and whether it has a summary. */
  about?: { isQuoted: boolean; hasSummary: boolean }
}

/**
 * The first line of an answer: how many documents it quotes, and their first and last date.
 * @param documents the quoted documents without the one that the question is about
 * @example three documents → "Three documents speak to this most directly, from 4 July 1950 to 1 May 1968. Quoted from their summaries:"
 */
export function openingLine(
  documents: readonly Pick<ArchiveDocument, 'type' | 'date'>[],
  { outcome, touching, about }: OpeningLineOptions,
): string {
  const dates = documents.map(({ date }) => date).sort(compareDates)
  const [from, to] = [dates.at(0), dates.at(-1)].map((date) => (date ? formatDate(date) : ''))
  const period =
    documents.length === 1 ? `of ${from}` : from === to ? `all of ${from}` : `from ${from} to ${to}`
  const others = `${numberWord(documents.length).toLowerCase()} other ${documents.length === 1 ? `document ${period}` : `documents, ${period}`}`
  if (about?.isQuoted)
    return documents.length === 0
      ? 'Quoted from its summary:'
      : `Quoted from its summary, then from ${others}:`
  if (about) {
    const noQuoteNotice = about.hasSummary
      ? 'Its summary does not speak to this.'
      : 'The archive gives no summary of it.'
    return `${noQuoteNotice} Quoted from ${others}:`
  }
  if (outcome === 'near') return `No document here says this outright. Nearest, ${period}:`
  const answering = documents.length - touching
  if (answering <= 0)
    return `${numberWord(documents.length)} ${documents.length === 1 ? 'document touches' : 'documents touch'} on this, ${period}. Quoted from ${documents.length === 1 ? 'its summary' : 'their summaries'}:`
  const also =
    touching === 0
      ? ''
      : `, ${numberWord(touching).toLowerCase()} more ${touching === 1 ? 'touches' : 'touch'} on it`
  if (answering === 1 && touching === 0)
    return 'One document speaks to this most directly. Quoted from its summary:'
  return `${numberWord(answering)} ${answering === 1 ? 'document speaks' : 'documents speak'} to this most directly${also}, ${period}. Quoted from their summaries:`
}

function numberWord(count: number): string {
  return NUMBER_WORDS[count] ?? String(count)
}
