/**
 * Parses a chat message into the form that the screen and the exports use: paragraphs, sources, and claims by source.
 */
import type { Outcome } from '../../server/contract/chat-enums.ts'
import type { ChatMessage, Source } from '../../server/contract/chat-message.ts'
import type { Quotations } from '../../server/contract/quotations.ts'
import { type QuotationsParagraph, quotationParagraphs } from '../../server/contract/quotations-text.ts'
import {
  outcomeOf,
  quotationsOf,
  sourcesOf,
  textsOutsideQuotations,
  verdictsOf,
  writerOf,
} from './message-parts.ts'
import { claimsBySource, type Paragraph, parseCitedText, withOrdinals } from './parse-cited-text.ts'
import { parseModelText } from './parse-model-text.ts'

/** Who wrote a paragraph. `plain`: unknown, in an answer that has only text parts. */
type Voice = 'program' | 'archive' | 'model' | 'plain'

export interface AnswerParagraph {
  voice: Voice
  /** This paragraph is the heading of those after it. */
  heading?: true
  /** Nearest to the question, but no answer to it; marked as such wherever it is shown. */
  nearest?: true
  /** Introduces a quotation, without the colon. */
  leadIn?: string
  statements: Paragraph
}

export interface ParsedAnswer {
  paragraphs: readonly AnswerParagraph[]
  /** The first so many paragraphs are written by a language model; the others explain its failure and quote. */
  modelParagraphCount: number
  sources: readonly Source[]
  claims: ReadonlyMap<number, readonly string[]>
  /**
   * How the answer ended; `undefined` while it streams, or when it broke off. `nothing-found` only if nothing is cited:
   * text that a model wrote before it failed counts as an answer, even if nothing could be quoted after it.
   */
  outcome: Outcome | undefined
}

export function parseAnswer(answer: ChatMessage, streaming: boolean): ParsedAnswer {
  const quotations = quotationsOf(answer)
  const outcome = outcomeOf(answer)?.outcome ?? quotations?.outcome
  // A reply about the archive itself (e.g. to a greeting) cites nothing, even if some documents are near.
  const sources = outcome === 'about-the-archive' ? [] : sourcesOf(answer)
  const numbers = new Set(sources.map(({ n }) => n))
  const nothingFound = outcome === 'nothing-found'
  const text = textsOutsideQuotations(answer).join('\n\n')
  const writtenByModel = isWrittenByModel(answer)
  const unquoted = writtenByModel
    ? parseModelText(text, numbers, verdictsOf(answer))
    : parseCitedText(text, nothingFound ? new Set() : numbers, streaming && !quotations)
  const paragraphs = withOrdinalsThroughout([
    ...unquoted.map((statements) => ({
      voice: writtenByModel ? ('model' as const) : ('plain' as const),
      statements,
    })),
    ...(quotations ? quotedParagraphs(quotations, numbers) : []),
  ])
  return {
    paragraphs,
    modelParagraphCount: writtenByModel ? unquoted.length : 0,
    sources,
    claims: claimsBySource(paragraphs.map(({ statements }) => statements)),
    outcome: nothingFound && claimsBySource(unquoted).size > 0 ? 'answered' : outcome,
  }
}

/** A paragraph's statements, the first one preceded by the lead-in. */
export function statementsWithLeadIn({ leadIn, statements }: AnswerParagraph): Paragraph {
  const [first, ...rest] = statements
  return leadIn !== undefined && first
    ? [{ ...first, text: `${leadIn}: ${first.text}` }, ...rest]
    : statements
}

function isWrittenByModel(answer: ChatMessage): boolean {
  const writer = writerOf(answer)
  return writer !== undefined && writer.writer !== 'quotations'
}

/** @param numbers the numbers of the existing sources */
function quotedParagraphs(quotations: Quotations, numbers: ReadonlySet<number>): AnswerParagraph[] {
  const mark = quotations.outcome === 'near' ? { nearest: true as const } : {}
  return quotationParagraphs(quotations).map((paragraph) => {
    const parsed = quotedParagraph(paragraph, numbers)
    return parsed.voice === 'archive' ? { ...parsed, ...mark } : parsed
  })
}

function quotedParagraph(paragraph: QuotationsParagraph, numbers: ReadonlySet<number>): AnswerParagraph {
  if (paragraph.voice === 'program') {
    const { voice, text, heading } = paragraph
    return { voice, ...(heading ? { heading } : {}), statements: [{ text, citations: [] }] }
  }
  const { voice, leadIn, sentences } = paragraph
  const statements = sentences.map(({ n, text }, position) => ({
    text: position === 0 ? text : ` ${text}`,
    citations: numbers.has(n) ? [{ n, ordinal: 0 }] : [],
  }))
  return { voice, leadIn, statements }
}

function withOrdinalsThroughout(paragraphs: readonly AnswerParagraph[]): AnswerParagraph[] {
  const counted = withOrdinals(paragraphs.map(({ statements }) => statements))
  return paragraphs.map((paragraph, index) => ({ ...paragraph, statements: counted[index] ?? [] }))
}
