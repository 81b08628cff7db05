/** An answer as the screen, copies and exports need it: its paragraphs, sources, and what each source is cited for. */
import type { Outcome } from '../../server/contract/chat-enums.ts'
import type { ChatMessage, Source } from '../../server/contract/chat-message.ts'
import type { Quotations } from '../../server/contract/quotations.ts'
import { paragraphsOf, type QuotationsParagraph } from '../../server/contract/quotations-text.ts'
import { outcomeOf, quotationsOf, sourcesOf, unquotedTextsOf, verdictsOf, writerOf } from './message-parts.ts'
import { claimsBySource, type Paragraph, parseAnswer, withPlaces } from './parse-answer.ts'
import { parseProse } from './parse-prose.ts'

/** `plain` is the text of an answer without parts, which does not tell who speaks. */
type Voice = 'program' | 'archive' | 'model' | 'plain'

export interface AnswerParagraph {
  voice: Voice
  /** Names the paragraphs that follow it. */
  heading?: true
  /** No answer, but what comes nearest to one: it is marked as such wherever it is shown. */
  nearest?: true
  /** What leads a quotation in, without its colon. */
  leadIn?: string
  statements: Paragraph
}

export interface ReadAnswer {
  paragraphs: readonly AnswerParagraph[]
  /** How many of these, from the first, a language model wrote; the others say why it failed, and quote. */
  written: number
  sources: readonly Source[]
  claims: ReadonlyMap<number, readonly string[]>
  /**
   * How the answer ended; `undefined` where it streams or broke off. `nothing-found` only where nothing is cited: what a
   * model wrote before it failed is an answer, though nothing could be quoted after it.
   */
  outcome: Outcome | undefined
}

export function readAnswer(answer: ChatMessage, streaming: boolean): ReadAnswer {
  const quotations = quotationsOf(answer)
  const told = outcomeOf(answer)?.outcome ?? quotations?.outcome
  // A greeting rests on no document, whatever lies near to its words.
  const sources = told === 'about-the-archive' ? [] : sourcesOf(answer)
  const numbers = new Set(sources.map(({ n }) => n))
  const nothing = told === 'nothing-found'
  const text = unquotedTextsOf(answer).join('\n\n')
  const byModel = isByModel(answer)
  const said = byModel
    ? parseProse(text, numbers, verdictsOf(answer))
    : parseAnswer(text, nothing ? new Set() : numbers, streaming && !quotations)
  const paragraphs = countedThrough([
    ...said.map((statements) => ({ voice: byModel ? ('model' as const) : ('plain' as const), statements })),
    ...(quotations ? quotedParagraphs(quotations, numbers) : []),
  ])
  return {
    paragraphs,
    written: byModel ? said.length : 0,
    sources,
    claims: claimsBySource(paragraphs.map(({ statements }) => statements)),
    outcome: nothing && claimsBySource(said).size > 0 ? 'answered' : told,
  }
}

/** A paragraph's statements as they are read: the first of them with what leads it in. */
export function statementsOf({ leadIn, statements }: AnswerParagraph): Paragraph {
  const [first, ...rest] = statements
  return leadIn !== undefined && first
    ? [{ ...first, text: `${leadIn}: ${first.text}` }, ...rest]
    : statements
}

function isByModel(answer: ChatMessage): boolean {
  const writer = writerOf(answer)
  return writer !== undefined && writer.writer !== 'quotations'
}

/** @param numbers of the sources that there are */
function quotedParagraphs(quotations: Quotations, numbers: ReadonlySet<number>): AnswerParagraph[] {
  const mark = quotations.outcome === 'near' ? { nearest: true as const } : {}
  return paragraphsOf(quotations).map((paragraph) => {
    const read = quoted(paragraph, numbers)
    return read.voice === 'archive' ? { ...read, ...mark } : read
  })
}

function quoted(paragraph: QuotationsParagraph, numbers: ReadonlySet<number>): AnswerParagraph {
  if (paragraph.voice === 'program') {
    const { voice, text, heading } = paragraph
    return { voice, ...(heading ? { heading } : {}), statements: [{ text, citations: [] }] }
  }
  const { voice, leadIn, sentences } = paragraph
  const statements = sentences.map(({ n, text }, position) => ({
    text: position === 0 ? text : ` ${text}`,
    citations: numbers.has(n) ? [{ n, place: 0 }] : [],
  }))
  return { voice, leadIn, statements }
}

function countedThrough(paragraphs: readonly AnswerParagraph[]): AnswerParagraph[] {
  const counted = withPlaces(paragraphs.map(({ statements }) => statements))
  return paragraphs.map((paragraph, index) => ({ ...paragraph, statements: counted[index] ?? [] }))
}
