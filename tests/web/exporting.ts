/** Answers taken out of the page, in each form, for tests of these. */
import { Packer } from 'docx'
import mammoth from 'mammoth'
import { archiveDocumentSchema, reducedDateSchema } from '../../corpus/document.ts'
import type { Outcome } from '../../server/contract/chat-enums.ts'
import type { ChatMessage, Source } from '../../server/contract/chat-message.ts'
import type { Quotations } from '../../server/contract/quotations.ts'
import { quotationsText } from '../../server/contract/quotations-text.ts'
import type { Exchange } from '../../web/conversation/message-parts.ts'
import { answersAsMarkdown } from '../../web/export/as-markdown.ts'
import { answerAsText } from '../../web/export/as-text.ts'
import { wordDocument } from '../../web/export/as-word.ts'
import { buildCitations } from '../../web/export/citations.ts'
import { distinctDocuments, type ExportedAnswer, exportedAnswer } from '../../web/export/exported-answer.ts'
import { withFootnotes } from '../../web/export/footnotes.ts'
import { textOfRuns } from '../../web/export/runs.ts'

export const TODAY = reducedDateSchema.parse('2026-05-03')
export const MARKER = /\[\d{1,3}(?:\]|$)/

export const source = (n: number, more: object = {}): Source => ({
  n,
  passages: [],
  document: archiveDocumentSchema.parse({
    id: `1950-10-13-telegram-${n}`,
    title: `Telegram ${n} to Stalin`,
    date: '1950-10-13',
    type: 'telegram',
    summary: null,
    people: [],
    countries: [],
    subjects: [],
    events: [],
    publisher: 'Wilson Center Digital Archive',
    ...more,
  }),
})

/** A question with its answer as a text without further parts. */
export function exchange(
  text: string,
  sources: readonly Source[],
  outcome?: Outcome,
  question = 'What did Kim ask?',
): Exchange {
  const parts: ChatMessage['parts'] = [
    { type: 'data-sources', data: { sources: [...sources] } },
    { type: 'text', text },
    ...(outcome ? [{ type: 'data-outcome' as const, data: { outcome } }] : []),
  ]
  return {
    question: { id: 'q', role: 'user', parts: [{ type: 'text', text: question }] },
    answer: { id: 'a', role: 'assistant', parts },
  }
}

/** A part that quotes a sentence of each source, but for what is given otherwise. */
export function quotations(sources: readonly Source[], more: Partial<Answered> = {}): Answered {
  return {
    version: 1,
    outcome: 'answered',
    notices: [],
    opening: {
      documents: sources.length,
      touching: 0,
      from: reducedDateSchema.parse('1950-10-13'),
      to: reducedDateSchema.parse('1950-10-13'),
      text: 'One document.',
    },
    groups: [
      {
        paragraphs: sources.map(({ n, document }) => ({
          document: document.id,
          leadIn: 'A telegram of 13 October 1950',
          sentences: [{ n, index: 0, text: 'Kim asks.' }],
        })),
      },
    ],
    ...more,
  }
}
type Answered = Extract<Quotations, { outcome: 'answered' }>

/** A question with its answer, whose part and text need not agree. */
export function quoted(data: Quotations, sources: readonly Source[], text = quotationsText(data)): Exchange {
  const { question } = exchange('', [])
  const parts: ChatMessage['parts'] = [
    { type: 'data-writer', data: { writer: 'quotations' } },
    { type: 'data-sources', data: { sources: [...sources] } },
    { type: 'data-quotations', data },
    { type: 'text', text },
    { type: 'data-outcome', data: { outcome: data.outcome } },
  ]
  return { question, answer: { id: 'a', role: 'assistant', parts } }
}

export const citations = (answers: readonly ExportedAnswer[], notes?: ReadonlyMap<string, string>) =>
  buildCitations(distinctDocuments(answers), 'chicago-note', notes, notes)

export function footnotes(...exchanges: Exchange[]) {
  const answers = exchanges.map(exportedAnswer)
  const { answers: noted, notes } = withFootnotes(answers, citations(answers))
  return {
    words: noted.map(({ paragraphs }) =>
      paragraphs.flatMap(({ words }) => words).map(({ text, note }) => [text, note]),
    ),
    notes: notes.map(textOfRuns),
  }
}

export function markdown(...exchanges: Exchange[]): string {
  const answers = exchanges.map(exportedAnswer)
  return answersAsMarkdown(answers, citations(answers), TODAY)
}

export function text(one: Exchange): string {
  const answer = exportedAnswer(one)
  return answerAsText(answer, citations([answer]))
}

export async function word(...exchanges: Exchange[]): Promise<{ html: string; text: string }> {
  const answers = exchanges.map(exportedAnswer)
  const buffer = await Packer.toBuffer(wordDocument(answers, citations(answers), TODAY))
  const [html, raw] = await Promise.all([
    mammoth.convertToHtml({ buffer }),
    mammoth.extractRawText({ buffer }),
  ])
  return { html: html.value, text: raw.value }
}
