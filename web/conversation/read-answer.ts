/** An answer as the screen, copies and exports need it: its paragraphs, sources, and what each source is cited for. */
import type { ChatMessage, Source } from '../../server/contract/chat-message.ts'
import { paragraphsOf, type QuotationsParagraph } from '../../server/contract/quotations-text.ts'
import { outcomeOf, quotationsOf, sourcesOf, unquotedTextsOf, verdictsOf, writerOf } from './message-parts.ts'
import { claimsBySource, type Paragraph, parseAnswer, withPlaces } from './parse-answer.ts'
import { parseProse } from './parse-prose.ts'

/** `plain` is the text of an answer without parts, which does not tell who speaks. */
type Voice = 'program' | 'archive' | 'model' | 'plain'

export interface AnswerParagraph {
  voice: Voice
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
  /** Nothing in the archive answers: the sources are merely near. */
  near: boolean
}

export function readAnswer(answer: ChatMessage, streaming: boolean): ReadAnswer {
  const sources = sourcesOf(answer)
  const numbers = new Set(sources.map(({ n }) => n))
  const nothing = outcomeOf(answer)?.outcome === 'nothing-found'
  const quotations = quotationsOf(answer)
  const text = unquotedTextsOf(answer).join('\n\n')
  const byModel = isByModel(answer)
  const said = byModel
    ? parseProse(text, numbers, verdictsOf(answer))
    : parseAnswer(text, nothing ? new Set() : numbers, streaming && !quotations)
  const paragraphs = countedThrough([
    ...said.map((statements) => ({ voice: byModel ? ('model' as const) : ('plain' as const), statements })),
    ...(quotations ? paragraphsOf(quotations).map((paragraph) => quoted(paragraph, numbers)) : []),
  ])
  return {
    paragraphs,
    written: byModel ? said.length : 0,
    sources,
    claims: claimsBySource(paragraphs.map(({ statements }) => statements)),
    near: nothing && claimsBySource(said).size === 0,
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
function quoted(paragraph: QuotationsParagraph, numbers: ReadonlySet<number>): AnswerParagraph {
  if (paragraph.voice === 'program')
    return { voice: 'program', statements: [{ text: paragraph.text, citations: [] }] }
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
