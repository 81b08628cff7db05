/** Groups the chosen sentences by document and heading: outright answers first, then documents that only touch on it. */
import type { ArchiveDocument } from '../../../corpus/document.ts'
import { compareDates } from '../../../corpus/reduced-date.ts'
import type { AskedForm } from '../../understanding/expected-answer.ts'
import { type Part, partOf } from './answer-parts.ts'
import type { ValuedSentence } from './sentence-relevance.ts'

export interface QuotedDocument {
  document: ArchiveDocument
  sentences: readonly ValuedSentence[]
}

export interface QuotedGroup {
  heading?: string
  note?: string
  /** Whether these documents only touch on the question. */
  touches?: true
  documents: QuotedDocument[]
}

/** Heading of the documents that only touch on the question, where others answer it. */
const TOUCHING = 'Also'

/** A document answers outright if its best sentence has this relevance; below, it only touches on the question. */
const ANSWERS_FROM = 0.4

export function answers({ sentences }: QuotedDocument): boolean {
  return sentences.some(({ worth }) => worth >= ANSWERS_FROM)
}

/** The chosen sentences by document, best document first. */
function byDocument(chosen: readonly ValuedSentence[]): QuotedDocument[] {
  const documents = [...new Set(chosen.map(({ document }) => document))]
  return documents.map((document) => ({
    document,
    sentences: chosen.filter((sentence) => sentence.document === document),
  }))
}

interface GroupOptions extends AskedForm {
  /** The document that the question is about; it comes first. */
  first?: ArchiveDocument | undefined
  parts?: readonly Part[]
}

export function inGroups(chosen: readonly ValuedSentence[], options: GroupOptions): QuotedGroup[] {
  const { parts = [], first } = options
  const all = byDocument(chosen)
  const isFirstRate = (each: QuotedDocument) => each.document === first || answers(each)
  const underHeadings = groupsOfParts(all, parts)
  if (underHeadings) return underHeadings
  const answering = all.filter(isFirstRate)
  const touching = all.filter((each) => !isFirstRate(each))
  if (answering.length === 0) return [{ documents: inOrder(touching, options) }]
  return [
    { documents: inOrder(answering, options) },
    ...(touching.length > 0
      ? [{ heading: TOUCHING, touches: true as const, documents: inOrder(touching, options) }]
      : []),
  ]
}

/** A chronology by date, other answers by relevance. */
function inOrder(
  documents: readonly QuotedDocument[],
  { course, value, first }: GroupOptions,
): QuotedDocument[] {
  const byDate = course && value === undefined
  return documents.toSorted(
    (a, b) =>
      Number(b.document === first) - Number(a.document === first) ||
      (byDate ? compareDates(a.document.date, b.document.date) : 0),
  )
}

/** Ranges of years get headings only if they have this many documents on average. */
const DOCUMENTS_UNDER_HEADING = 1.5

/** Groups under the headings of the parts; undefined where too few parts have documents, or too few documents a part. */
function groupsOfParts(all: readonly QuotedDocument[], parts: readonly Part[]): QuotedGroup[] | undefined {
  if (parts.length < 2 || all.length < 2) return undefined
  const fitting = new Map<Part | undefined, QuotedDocument[]>()
  for (const each of all) {
    const text = each.sentences.map((sentence) => sentence.text).join(' ')
    const part = partOf(parts, each.document, text)
    fitting.set(part, [...(fitting.get(part) ?? []), each])
  }
  const spoken = parts.filter((part) => fitting.has(part))
  const tellsSilence = parts.some(({ silence }) => silence !== undefined)
  if (spoken.length < (tellsSilence ? 1 : 2)) return undefined
  // Headings over single documents do not help.
  if (!tellsSilence && all.length < spoken.length * DOCUMENTS_UNDER_HEADING) return undefined
  const rest = fitting.get(undefined) ?? []
  return [
    ...parts.flatMap((part): QuotedGroup[] => {
      const documents = fitting.get(part)
      if (documents)
        return [
          {
            heading: part.heading,
            documents: documents.toSorted((a, b) => compareDates(a.document.date, b.document.date)),
          },
        ]
      return part.silence === undefined ? [] : [{ heading: part.heading, note: part.silence, documents: [] }]
    }),
    ...(rest.length > 0 ? [{ heading: TOUCHING, touches: true as const, documents: rest }] : []),
  ]
}
