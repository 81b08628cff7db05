/** Composes grouped quotations into an answer: the opening line, and paragraphs with their lead-ins under headings. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import { compareDates, type ReducedDate } from '../../corpus/reduced-date.ts'
import type { Outcome } from '../contract/chat-enums.ts'
import { openingLine } from './lead-in.ts'
import type { QuotedDocument, QuotedGroup } from './reading/group-quotes.ts'

export interface Paragraph {
  document: ArchiveDocument
  leadIn: string
  /** Verbatim sentences of the document's summary, in its order; `index` is the position in the summary, from 0. */
  sentences: { index: number; text: string }[]
}

interface AnswerGroup {
  heading?: string
  note?: string
  paragraphs: Paragraph[]
}

export interface ExtractiveAnswer {
  outcome: Extract<Outcome, 'answered' | 'near'>
  /** Quoted documents, those of them that only touch on the question, first and last date; `text` says all that in words. */
  opening: { documents: number; touching: number; from: ReducedDate; to: ReducedDate; text: string }
  groups: AnswerGroup[]
}

export interface ComposeOptions {
  outcome: ExtractiveAnswer['outcome']
  /** The document that the question is about; the opening line says whether it is quoted. */
  about?: ArchiveDocument | undefined
  leadIn: (document: ArchiveDocument) => string
}

/** Undefined where nothing is quoted. */
export function composeAnswer(
  groups: readonly QuotedGroup[],
  { outcome, about, leadIn }: ComposeOptions,
): ExtractiveAnswer | undefined {
  const composed = groups.map(({ heading, note, documents }) => ({
    ...(heading === undefined ? {} : { heading }),
    ...(note === undefined ? {} : { note }),
    paragraphs: documents.map((each) => paragraphOf(each, leadIn(each.document))),
  }))
  const quoted = groups.flatMap(({ documents }) => documents.map(({ document }) => document))
  const documents = [...new Set(quoted)]
  const touching = new Set(
    groups.flatMap(({ touches, documents }) => (touches ? documents.map(({ document }) => document) : [])),
  ).size
  const dates = documents.map(({ date }) => date).sort(compareDates)
  const [from, to] = [dates.at(0), dates.at(-1)]
  if (from === undefined || to === undefined) return undefined
  const text = openingLine(
    documents.filter((document) => document !== about),
    {
      outcome,
      touching,
      ...(about
        ? { about: { isQuoted: documents.includes(about), hasSummary: about.summary !== null } }
        : {}),
    },
  )
  return { outcome, opening: { documents: documents.length, touching, from, to, text }, groups: composed }
}

function paragraphOf({ document, sentences }: QuotedDocument, leadIn: string): Paragraph {
  return {
    document,
    leadIn,
    sentences: sentences
      .toSorted((a, b) => a.ordinal - b.ordinal)
      .map(({ ordinal, text }) => ({ index: ordinal, text })),
  }
}
