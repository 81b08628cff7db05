/** Writes an answer in quotations to the stream: as a typed part (`data-quotations`), then as text. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import { formatDate } from '../../corpus/reduced-date.ts'
import type { ExtractiveAnswer, Paragraph } from '../answer/compose.ts'
import { QUOTATIONS_VERSION } from '../contract/chat-enums.ts'
import type { Source } from '../contract/chat-message.ts'
import type { Quotations } from '../contract/quotations.ts'
import { quotationsText } from '../contract/quotations-text.ts'
import { describePeriod } from '../understanding/describe-understanding.ts'
import type { WriteChunk } from './answer-chunk.ts'
import type { QuotationAnswer } from './find-and-quote.ts'

interface QuotationsOptions {
  /** The numbered sources; every quoted document must be among them. */
  sources: readonly Source[]
  /** Why quotations replace the answer of the language model. */
  failure?: string
}

export function writeQuotations(found: QuotationAnswer, options: QuotationsOptions, write: WriteChunk): void {
  writeQuotationsPart(quotationsPart(found, options), write)
}

export function writeQuotationsPart(quotations: Quotations, write: WriteChunk): void {
  const id = 'quotations'
  write({ type: 'data-quotations', id, data: quotations })
  write({ type: 'text-start', id })
  write({ type: 'text-delta', id, delta: quotationsText(quotations) })
  write({ type: 'text-end', id })
}

function quotationsPart(found: QuotationAnswer, { sources, failure }: QuotationsOptions): Quotations {
  const { about, extractiveAnswer, nothingFoundReason } = found
  const common = {
    version: QUOTATIONS_VERSION,
    ...(failure === undefined ? {} : { failure }),
    ...(about ? { about: aboutLine(about.document, extractiveAnswer) } : {}),
  } as const
  if (extractiveAnswer)
    return {
      ...common,
      outcome: extractiveAnswer.outcome,
      notices: noticesOf(found),
      opening: extractiveAnswer.opening,
      groups: extractiveAnswer.groups.map((group) => ({
        ...group,
        paragraphs: group.paragraphs.map((paragraph) => withCitationNumbers(paragraph, sources)),
      })),
    }
  const nearest = sources.find(({ document }) => document.id !== about?.document.id)?.document
  return {
    ...common,
    outcome: 'nothing-found',
    opening: { text: 'This archive holds no answer that can be quoted.' },
    reason: nothingFoundReason,
    advice: adviceFor(nearest),
    ...(nearest ? { nearest: nearest.id } : {}),
  }
}

/** The line that names the document that the question is about. */
export function aboutLine(
  { id, title, date }: ArchiveDocument,
  extractiveAnswer: ExtractiveAnswer | undefined,
) {
  const quoted =
    extractiveAnswer?.groups.some(({ paragraphs }) =>
      paragraphs.some(({ document }) => document.id === id),
    ) ?? false
  return { document: id, quoted, text: `About: “${title}” (${formatDate(date)}).` }
}

/** Shown where all that answers was quoted before. */
const NOTHING_NEW = 'Beyond what was quoted before, no document here says more to this.'

function noticesOf({ retrieval, quoted, unmetPresupposition }: QuotationAnswer) {
  const { understanding, widened, unmet, answerability } = retrieval
  const notices: Extract<Quotations, { outcome: 'answered' }>['notices'] = []
  if (quoted.nothingNew) notices.push({ kind: 'nothing-new', text: NOTHING_NEW })
  // The answer leaves a part of the question aside.
  if (answerability.answerable && answerability.reason)
    notices.push({ kind: 'left-aside', text: answerability.reason })
  if (unmet !== undefined) notices.push({ kind: 'widened-maker', text: unmet })
  if (widened) {
    const periods = understanding.periods.filter(({ hard }) => hard).map(describePeriod)
    const none = `No document here that speaks to this is dated ${periods.join(' or ')}.`
    notices.push({ kind: 'widened-period', text: `${none} Looking beyond:` })
  }
  if (unmetPresupposition !== undefined) notices.push({ kind: 'not-told', text: unmetPresupposition })
  return notices
}

function withCitationNumbers({ document, leadIn, sentences }: Paragraph, sources: readonly Source[]) {
  const source = sources.find((candidate) => candidate.document.id === document.id)
  if (!source) throw new Error(`The answer quotes ${document.id}, which is not among its sources.`)
  const { n } = source
  return { document: document.id, leadIn, sentences: sentences.map((sentence) => ({ n, ...sentence })) }
}

function adviceFor(nearest: ArchiveDocument | undefined): string {
  if (!nearest) return 'Try other words, a name or a year.'
  const first = `“${nearest.title}” (${formatDate(nearest.date)})`
  return `The documents shown are merely the nearest in wording or meaning. First among them: ${first}.`
}
