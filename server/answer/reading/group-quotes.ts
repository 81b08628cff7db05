/** Groups the chosen sentences by document and heading: outright answers first, then documents that only touch on it. */
import type { ArchiveDocument } from '../../../corpus/document.ts'
import { compareDates } from '../../../corpus/reduced-date.ts'
import type { ExpectedAnswer } from '../../understanding/expected-answer.ts'
import { type AnswerPart, bestPart } from './answer-parts.ts'
import type { RatedSentence } from './sentence-relevance.ts'

export interface QuotedDocument {
  document: ArchiveDocument
  sentences: readonly RatedSentence[]
}

export interface QuotedGroup {
  heading?: string
  note?: string
  /** Whether these documents only touch on the question. */
  touches?: true
  documents: QuotedDocument[]
}

/** Heading of the documents that only touch on the question, where others answer it. */
const TOUCHING_HEADING = 'Also'

/** A document answers outright if its best sentence has this relevance; below, it only touches on the question. */
const OUTRIGHT_RELEVANCE_THRESHOLD = 0.4

export function answersOutright({ sentences }: QuotedDocument): boolean {
  return sentences.some(({ relevance }) => relevance >= OUTRIGHT_RELEVANCE_THRESHOLD)
}

/** The chosen sentences by document, best document first. */
function groupByDocument(chosen: readonly RatedSentence[]): QuotedDocument[] {
  const documents = [...new Set(chosen.map(({ document }) => document))]
  return documents.map((document) => ({
    document,
    sentences: chosen.filter((sentence) => sentence.document === document),
  }))
}

interface GroupOptions extends ExpectedAnswer {
  /** The document that the question is about; it comes first. */
  first?: ArchiveDocument | undefined
  parts?: readonly AnswerPart[]
}

export function groupQuotes(chosen: readonly RatedSentence[], options: GroupOptions): QuotedGroup[] {
  const { parts = [], first } = options
  const all = groupByDocument(chosen)
  const isOutright = (each: QuotedDocument) => each.document === first || answersOutright(each)
  const underHeadings = groupByParts(all, parts)
  if (underHeadings) return underHeadings
  const answering = all.filter(isOutright)
  const touching = all.filter((each) => !isOutright(each))
  if (answering.length === 0) return [{ documents: sortDocuments(touching, options) }]
  return [
    { documents: sortDocuments(answering, options) },
    ...(touching.length > 0
      ? [{ heading: TOUCHING_HEADING, touches: true as const, documents: sortDocuments(touching, options) }]
      : []),
  ]
}

/** A chronology by date, other answers by relevance. */
function sortDocuments(
  documents: readonly QuotedDocument[],
  { chronological, valueType, first }: GroupOptions,
): QuotedDocument[] {
  const byDate = chronological && valueType === undefined
  return documents.toSorted(
    (a, b) =>
      Number(b.document === first) - Number(a.document === first) ||
      (byDate ? compareDates(a.document.date, b.document.date) : 0),
  )
}

/** Ranges of years get headings only if they have this many documents on average. */
const MIN_MEAN_DOCUMENTS_PER_HEADING = 1.5

/** Groups under the headings of the parts; undefined where too few parts have documents, or too few documents a part. */
function groupByParts(
  all: readonly QuotedDocument[],
  parts: readonly AnswerPart[],
): QuotedGroup[] | undefined {
  if (parts.length < 2 || all.length < 2) return undefined
  const documentsByPart = new Map<AnswerPart | undefined, QuotedDocument[]>()
  for (const each of all) {
    const text = each.sentences.map((sentence) => sentence.text).join(' ')
    const part = bestPart(parts, each.document, text)
    documentsByPart.set(part, [...(documentsByPart.get(part) ?? []), each])
  }
  const partsWithDocuments = parts.filter((part) => documentsByPart.has(part))
  const hasEmptyNotes = parts.some(({ emptyNote }) => emptyNote !== undefined)
  if (partsWithDocuments.length < (hasEmptyNotes ? 1 : 2)) return undefined
  // Headings over single documents do not help.
  if (!hasEmptyNotes && all.length < partsWithDocuments.length * MIN_MEAN_DOCUMENTS_PER_HEADING)
    return undefined
  const rest = documentsByPart.get(undefined) ?? []
  return [
    ...parts.flatMap((part): QuotedGroup[] => {
      const documents = documentsByPart.get(part)
      if (documents)
        return [
          {
            heading: part.heading,
            documents: documents.toSorted((a, b) => compareDates(a.document.date, b.document.date)),
          },
        ]
      return part.emptyNote === undefined
        ? []
        : [{ heading: part.heading, note: part.emptyNote, documents: [] }]
    }),
    ...(rest.length > 0 ? [{ heading: TOUCHING_HEADING, touches: true as const, documents: rest }] : []),
  ]
}
